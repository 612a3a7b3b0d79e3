import { fenceIn } from "../../../../text/fence.ts";
import { ofSections, remembered } from "../../../../text/remembered.ts";
import {
  decidedAgainst,
  notDoneBefore,
  notDoneBehind,
  notDoneTitle,
  refusedNext,
  shortVerdict,
  weighingTitle,
} from "./not-done-words.ts";

/** A document's sections, each with its heading, without those of what was weighed, left or put off, and those below them. */
export const doneSections = (text: string): string[] =>
  sectionsBut(text, (title) => notDoneTitle.test(title) || weighingTitle.test(title));

function sectionsBut(text: string, isLeft: (title: string) => boolean): string[] {
  let left: number | null = null;
  return text.split(/(?=^#{1,6}\s)/m).filter((section) => {
    const [, marks = "", title = ""] = /^(#{1,6})\s+([^\n]*)/.exec(section) ?? [];
    if (left !== null && marks.length > left) return false;
    left = marks !== "" && isLeft(title) ? marks.length : null;
    return left === null;
  });
}

/** A text without its sections, labelled paragraphs, lists and blocks of code of what was turned down or put off. */
export const doneIn = remembered(withoutNotDone, ofSections);

function withoutNotDone(text: string): string {
  const lines = sectionsBut(text, (title) => notDoneTitle.test(title)).flatMap((section) => section.split("\n"));
  let said = "";
  let isLeft = false;
  let open: string | null = null;
  return lines
    .map((line) => {
      const mark = fenceIn(line)?.mark ?? null;
      if (mark !== null || open !== null) {
        if (open === null) isLeft = introduces(said);
        if (mark !== null) open = open === null ? mark : null;
        return isLeft ? "" : line;
      }
      if (line.trim() === "") isLeft = false;
      else if (isBelow.test(line)) return introduces(said) ? "" : line;
      else if (label.test(line)) isLeft = notDoneTitle.test(label.exec(line)?.[0] ?? "");
      if (line.trim() !== "") said = line;
      return isLeft ? "" : line;
    })
    .join("\n");
}

/** An item of a list, or a line of code, belongs to the words above it. */
const isBelow = /^\s*(?:[-*+•](?!\*)|\d{1,3}[.)])\s|^(?: {4}|\t)\s*\S/;

/** `**Alternatives.** …`, `Later: …` */
const label = /^\s{0,3}(?:(?:\*\*|__)[^*_\n]{1,50}(?:\*\*|__)|\p{L}[\p{L} ]{1,30}:(?=\s|$))/u;

/** "**Alternatives**", "What we did not do:" and "Later we would run this:" are of what comes below. */
function introduces(line: string): boolean {
  const [sentence = ""] = /[^.!?]{1,200}[:*_]$/.exec(line.trim()) ?? [];
  return sentence !== "" && (notDoneTitle.test(sentence.slice(0, 40)) || notDoneBefore.test(sentence));
}

/** Whether words at a place of a text are of what its sentence turns down, weighs or puts off. */
export function isNotDone(text: string, { index, 0: words }: RegExpExecArray): boolean {
  const before =
    text
      .slice(Math.max(0, index - 300), index)
      .split(ends)
      .at(-1)
      ?.replaceAll("...", "…") ?? "";
  const behind = untilEnd(text.slice(index + words.length, index + words.length + 160));
  const turns = [...`${before}${words.slice(0, 12)}`.matchAll(turn)].filter((one) => one.index <= before.length);
  const clause = before.slice(turns.at(-1)?.index ?? 0);
  return (
    notDoneBefore.test(clause) ||
    refusedNext.test(before) ||
    notDoneBehind.test(behind.split(turn)[0] ?? "") ||
    shortVerdict.test(behind) ||
    (decidedAgainst.before.test(before) && decidedAgainst.behind.test(behind)) ||
    /~~[^~\n]*$/.test(before) ||
    asked.test(words + behind)
  );
}

/** "Lock the row?" asks; the question mark of `id = ?` stands for a value. */
const asked = /^[^.;,\n]{0,80}(?<=[\p{L}\p{N}`"')])\?(?:\s|$)/u;

/** Where what is done begins, though what was said before is not. */
const turn =
  /;|[,.!?–—]?\s+(?:so|but|because|since|therefore|hence|thus|instead(?! of)|otherwise|whereas|for now|today|and\s+(?:we|i|use|lock|take|took|chose|choose|went|go|run|rely|stay|instead)|sondern|daher|deshalb|weil|denn|aber|stattdessen|und\s+(?:wir|ich|nehmen|nutzen|sperren|verwenden|bleiben)|mais|donc|car|parce|et\s+(?:nous|on|je)|pero|porque|así que|por eso|sino|y\s+(?:usamos|bloqueamos|tomamos)|mas|portanto|então|e\s+(?:usamos|travamos|usiamo|blocchiamo)|quindi|perché|perciò|invece|maar|dus|omdat|want|ale|więc|dlatego|bo|ponieważ|men|därför|ama|fakat|çünkü|но|поэтому|потому|але|тому|бо)(?!\p{L})/giu;

/** Sentences end at a full stop, a paragraph or before an item of a list; dots that leave something out end none. */
const ends =
  /(?<=[.!])(?<!\.\.|\b(?:e\.g|i\.e|z\.b|p\.ex|v)\.)\s+|(?<=[\p{L}\p{N}`"')])\?\s+|\n\s*\n|\n(?=\s*(?:[-*+•#|]|\d{1,3}[.)])\s)/iu;

const untilEnd = (text: string): string => {
  const end = /(?<=[.!])(?<!\.\.)\s|(?<=\?)\s|\n\s*\n|\n(?=\s*(?:[-*+•#|]|\d{1,3}[.)])\s)/u.exec(text);
  return text.slice(0, end?.index).replaceAll("...", "…");
};
