import { wordCount } from "../director/say.ts";
import type { Clarification, Pack } from "../item.ts";
import { clarificationFor } from "./clarification-match.ts";
import { sentencesIn, wordsIn } from "./plain.ts";
import { isGlue, isNeutral } from "./question-words.ts";
import { isClipped, isProposal, questionsIn } from "./questions.ts";

/** As much as one hears at once. */
const mostWords = 60;

/**
 * What a message asks that the pack has fixed answers to; at most two. Where a question of the interviewer's is open, a
 * bare "rate limits" or "302?" rather `answers` that.
 */
export function clarificationsIn(pack: Pack, text: string, phrase: "asks" | "answers" = "asks"): Clarification[] {
  const questions = questionsIn(text)
    .map((question) => withItsTopic(text, question))
    .filter((question) => phrase === "asks" || !isProposal(question));
  const found = questions.flatMap((question) => askedIn(pack, question));
  const named =
    phrase === "asks" && found.length === 0 && isClipped(text) ? clarificationFor(pack, text, "clipped") : null;
  const [first, second] = [...new Set(named === null ? found : [named])];
  if (first === undefined) return [];
  return second !== undefined && wordCount(`${first.answer} ${second.answer}`) <= mostWords ? [first, second] : [first];
}

/** The first question of a message to which the answers that are given do not belong; null where all are answered. */
export function leftUnanswered(pack: Pack, text: string, given: readonly Clarification[]): string | null {
  const isAnswered = (question: string): boolean => {
    const asked = askedIn(pack, question);
    return asked.length > 0 && asked.every((one) => given.includes(one));
  };
  return questionsIn(text).find((question) => !isProposal(question) && !isAnswered(question)) ?? null;
}

/** "Let's talk about writes. What's the number?": a question of no subject asks about that of the sentence before it. */
function withItsTopic(text: string, question: string): string {
  const hasSubject = wordsIn(question).some((word) => !isGlue(word) && !isNeutral(word));
  if (hasSubject || wordsIn(question).length > 8) return question;
  const sentences = sentencesIn(text.slice(0, 4_000));
  const before = sentences[sentences.indexOf(question) - 1] ?? "";
  return wordsIn(before).length > 8 || before.endsWith("?") ? question : `${before} ${question}`;
}

/** Where one question of several ends: "how many reads, and do links expire?". */
const between =
  /[;:]\s+|,\s+(?:and\s+|also\s+|or\s+)?|\s+(?:and|or)\s+(?:also\s+)?(?=(?:how|what|which|who|when|where|do|does|is|are|can|could|may|should|must|will)\b)/i;

/** What only bounds a question or gives an instance of it. */
const aside =
  /^\s*(?:e\.?g\.?|i\.?e\.?|for (?:example|instance)|such as|because|over|during|within|throughout|in (?:its|the|a)|for (?:its|the)|on (?:the|a))(?=[\s,.])/i;

const joining = /\s+and\s+/i;

function askedIn(pack: Pack, question: string): Clarification[] {
  const whole = clarificationFor(pack, question);
  const each = partsOf(question, between)
    .filter((part) => !aside.test(part))
    .flatMap((part) => clarificationFor(pack, part) ?? []);
  if (new Set(each).size > 1) return each;
  const joined = partsOf(question, joining);
  const both = joined.flatMap((part) => clarificationFor(pack, part) ?? []);
  if (both.length === joined.length && new Set(both).size > 1) return both;
  return whole === null ? each : [whole];
}

/** The parts of a question, each with its mark; none where it has but one. */
function partsOf(question: string, end: RegExp): string[] {
  const parts = [...new Set(question.split(end, 12))].filter((part) => part.trim() !== "").slice(0, 4);
  return parts.length < 2 ? [] : parts.map((part) => `${part}?`);
}
