import { asking } from "../director/meaning.ts";
import { processTalkOf } from "../director/process-talk.ts";
import { sentencesIn } from "./plain.ts";
import { remembered } from "./remembered.ts";
import { isSteering } from "./steering.ts";
import { asksForSolution, isQuestion } from "./understand.ts";

/**
 * Whether what somebody says in the chat states anything of the design. A question does not, nor does asking for a hint or
 * for the answer, nor a line for whoever marks the work. "base62, seven characters?" does where it answers a question.
 */
export function tells(said: string, { isAnswer }: { isAnswer: boolean }): boolean {
  if (isSteering(said) || asksForSolution(said) || processTalkOf(said) !== null || wishes.test(said)) return false;
  return !isQuestion(said) || (isAnswer && !asking.test(said.trim()) && !wonders.test(said));
}

/** For a hint, an explanation or a moment to think. */
const wishes = new RegExp(
  [
    "^\\W*(?:(?:please|just|show|give|reveal|take|next|another|one more|a|any|some|the|me|us|your|first|second|third)\\s+)*(?:hints?|nudges?)\\b",
    "\\b(?:hints?|nudges?),? please\\b",
    "^\\W*(?:please )?(?:explain|tell (?:me|us)|remind me)\\b",
    "^\\W*(?:hm+,? )?let me (?:think|see)\\b",
  ].join("|"),
  "i",
);

/** Asks without saying so. */
const wonders = /^\W*¿|\b(?:wonder(?:ing)?|(?:want|like|need) to (?:know|ask)|tell me|do you know|may i assume)\b/i;

/** What a paragraph states: all but the questions at its end, which it leaves without an answer. */
export function statedIn(text: string): string {
  return text.includes("?") ? withoutOpenEnd(text) : text;
}

const withoutOpenEnd = remembered((text) => {
  const sentences = sentencesIn(text);
  const last = sentences.findLastIndex((sentence) => !/\?["')*_]*$/.test(sentence));
  return sentences.slice(0, last + 1).join("\n");
});

/** A line with at least a name or a number on it: a blank, a bracket or the fence of a block shows nothing. */
export const showsSomething = (text: string): boolean =>
  text.split("\n").some((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*(?:```|~~~)/.test(line));
