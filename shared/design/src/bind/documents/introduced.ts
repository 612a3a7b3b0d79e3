import { fenceIn } from "../../text/fence.ts";

/** Longer sentences tell more than what comes below them. */
const longest = 90;

/**
 * Line by line of a Markdown text, the words that a block of code goes on from, where one begins: "Hold is", and below it a fence, or
 * lines that are set in by four spaces or a tab; undefined at each other line, and where a full stop ends what stands above.
 */
export function introducing(): (line: string) => string | undefined {
  let paragraph = "";
  let isApart = true;
  let isInside = false;
  return (line) => {
    const isFence = fenceIn(line) !== null;
    const begins = !isInside && (isFence || (isApart && isSetIn.test(line)));
    if (isFence) isInside = !isInside;
    const words = begins ? goingOn(paragraph) : undefined;
    if (isFence || isInside || begins || (paragraph === "" && isSetIn.test(line))) paragraph = "";
    else if (line.trim() !== "") paragraph = `${isApart ? "" : paragraph} ${line.trim()}`.slice(-2 * longest);
    isApart = line.trim() === "";
    return words;
  };
}

const isSetIn = /^(?: {4}|\t)\s*\S/;

/** A paragraph's last sentence, if no sign ends it. */
function goingOn(paragraph: string): string | undefined {
  const sentence = paragraph.split(/[.!?:;]["')*]{0,2}\s/).at(-1) ?? "";
  const words = sentence.replace(/^[\s#*>+-]+|^\s*\d{1,3}[.)]\s/, "").trim();
  return words === "" || words.length > longest || /[.!?;,|]$/.test(words) ? undefined : words;
}

/** The first words of a sentence, which say what does something: "Hold is", "To confirm we run". */
export const firstWords = (sentence: string): string => sentence.split(/\s+/).slice(0, 3).join(" ");
