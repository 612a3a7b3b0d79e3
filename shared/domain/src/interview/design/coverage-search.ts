import type { DocumentName } from "../../document/document.ts";
import { viewOf } from "./design-view.ts";
import { saidIn } from "../language/negation.ts";
import type { Paragraph } from "../language/paragraphs.ts";
import { folded, sentencesIn } from "../language/plain.ts";
import type { Reading } from "../reading.ts";
import { remembered } from "../language/remembered.ts";
import { isSteering } from "../language/steering.ts";
import { beginningOf } from "../language/stem.ts";
import { statedIn, tells } from "../language/telling.ts";

/** The first sentence of a message that says one of the words and states something; null where there is none. */
export function sentenceWith(
  text: string,
  words: readonly string[],
  { isAnswer }: { isAnswer: boolean },
): string | null {
  const found = isAnswer ? answersFound(text) : sentencesFound(text);
  const known = found.get(words);
  if (known !== undefined) return known;
  const likely = likelyIn(text, words);
  const sentence =
    likely.length === 0
      ? undefined
      : sentencesIn(text).find((one) => saidIn(one, likely) !== null && tells(one, { isAnswer }));
  found.set(words, sentence ?? null);
  return sentence ?? null;
}

/** The first line that says one of the words, in the first paragraph that says enough of them; null where there is none. */
export function lineSaying(
  reading: Reading,
  { document, words, atLeast = 1 }: { document: DocumentName; words: readonly string[]; atLeast?: number | undefined },
): { line: number; text: string } | null {
  for (const { paragraph, found } of paragraphsIn(reading, document)) {
    const said = found.get(words) ?? saidOf(words, paragraph.text);
    found.set(words, said);
    if (said.length >= atLeast) return lineWith(reading.texts[document], paragraph, said);
  }
  return null;
}

/** What was found in a text for each list of words: between two events nearly all texts stay. */
const sentencesFound = remembered((): Map<readonly string[], string | null> => new Map(), 2_000);
const answersFound = remembered((): Map<readonly string[], string | null> => new Map(), 2_000);
const wordsFound = remembered((): Map<readonly string[], readonly string[]> => new Map(), 2_000);

const saidOf = (words: readonly string[], text: string): readonly string[] =>
  likelyIn(text, words).filter((word) => saidIn(text, [word]) !== null);

/** Words of which the beginning is in the text at all: the cheap question before the exact one. */
function likelyIn(text: string, words: readonly string[]): string[] {
  const low = folded(text);
  return words.filter((word) => low.includes(beginningOf(word)));
}

/** The first line of a paragraph that says one of the words, verbatim. */
function lineWith(
  whole: string,
  { line: from, endLine }: Paragraph,
  words: readonly string[],
): { line: number; text: string } {
  const lines = whole.split("\n");
  for (let line = from; line <= endLine; line += 1) {
    const said = (lines[line - 1] ?? "").trim();
    if (saidIn(said, words) !== null) return { line, text: said };
  }
  return { line: from, text: (lines[from - 1] ?? "").trim() };
}

type Searched = { paragraph: Paragraph; found: Map<readonly string[], readonly string[]> }[];
const readParagraphs = new WeakMap<Reading, Record<DocumentName, Searched>>();

function paragraphsIn(reading: Reading, document: DocumentName): Searched {
  const searched = (paragraphs: readonly Paragraph[]): Searched =>
    paragraphs.map((one) => {
      const paragraph = { ...one, text: statedIn(one.text) };
      return { paragraph, found: wordsFound(paragraph.text) };
    });
  const { schema, api } = reading.texts;
  const known = readParagraphs.get(reading) ?? {
    schema: searched(blocksOf(schema.split("\n"))),
    api: searched(blocksOf(api.split("\n"))),
    design: searched(viewOf(reading).prose),
  };
  readParagraphs.set(reading, known);
  return known[document];
}

/** Of code: what empty lines part. */
function blocksOf(lines: readonly string[]): Paragraph[] {
  const found: Paragraph[] = [];
  let isOpen = false;
  for (const [n, line] of lines.entries()) {
    const last = found.at(-1);
    if (line.trim() === "" || isSteering(line)) isOpen = false;
    else if (isOpen && last !== undefined) {
      last.endLine = n + 1;
      last.text += `\n${line.trim()}`;
    } else {
      found.push({ line: n + 1, endLine: n + 1, text: line.trim(), heading: "" });
      isOpen = true;
    }
  }
  return found;
}
