import type { Clarification, Pack } from "../item.ts";
import { folded, sentencesIn, wordsIn } from "./plain.ts";
import { solutionPatterns, unwanted, unwantedInside } from "./solution-words.ts";
import { phraseIn, stem } from "./stem.ts";
import { isMeantAs } from "./typo.ts";

export { saysNothing } from "./says-nothing.ts";

/** Of a message, as much as is looked at; the rest repeats it. */
const mostChars = 4_000;

/** Whether a message asks for the answer itself, in whatever dress. */
export function asksForSolution(text: string): boolean {
  const shown = text.slice(0, mostChars);
  return [shown, ...unwrapped(shown)].some((one) => sentencesIn(folded(one)).some(asks));
}

function asks(sentence: string): boolean {
  const said = sentence.replace(/\s+/g, " ").slice(0, 600);
  return solutionPatterns.some((pattern) => {
    const found = pattern.exec(said);
    if (found === null) return false;
    const before = said.slice(0, found.index + (/^\W/.test(found[0]) ? 1 : 0));
    if (/\bwhy (?:don'?t|not)/.test(before + found[0])) return true;
    return !unwanted.test(before) && !unwantedInside.test(found[0].replace(/can'?t|won'?t|couldn'?t/g, ""));
  });
}

/** What a message hides in base64, or by spacing its letters out. */
function unwrapped(text: string): string[] {
  const hidden = (text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).slice(0, 8).map(decoded);
  const spaced = /(?:\p{L}[\s._*-]+){9,}\p{L}/u.exec(text)?.[0];
  const joined = spaced === undefined ? "" : folded(spaced).replace(/[^a-z]+/g, "");
  const isSpaced = /(?:give|tell|show|send)(?:me|us)(?:the)?(?:answer|solution)|whatsthe(?:answer|solution)/.test(
    joined,
  );
  return [...hidden.filter((one) => one !== ""), ...(isSpaced ? ["give me the answer"] : [])];
}

function decoded(base64: string): string {
  try {
    const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
    return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text) ? text : "";
  } catch {
    return "";
  }
}

/** The clarification whose words a message holds, the closest of several; null when the pack does not know. */
export function clarificationFor(pack: Pack, text: string): Clarification | null {
  const words = wordsIn(text.slice(0, mostChars)).slice(0, 200);
  let best: { of: Clarification; score: number } | null = null;
  for (const of of pack.clarifications) {
    const score = Math.max(matchOf(of, words), likenessOf(of, words));
    if (score > (best?.score ?? 0)) best = { of, score };
  }
  return best?.of ?? null;
}

/** How many entries of the longest list that is found whole. */
const matchOf = ({ match }: Clarification, words: readonly string[]): number =>
  Math.max(
    0,
    ...match
      .filter((list) => list.length > 0 && list.every((entry) => isFound(entry, words)))
      .map((list) => list.length + list.join("").length / 1_000),
  );

const isFound = (entry: string, words: readonly string[]): boolean =>
  entry.split("|").some((one) => phraseIn(words, one, isMeantAs).length > 0);

/** Nearly one of the wordings, word for word. */
function likenessOf({ wordings }: Clarification, words: readonly string[]): number {
  const own = new Set(words.map(stem));
  const isLike = wordings.some((wording) => {
    const other = new Set(wordsIn(wording).map(stem));
    const shared = other.intersection(own).size;
    return shared >= 2 && shared / other.union(own).size >= 0.75;
  });
  return isLike ? 10 : 0;
}

const asking =
  /^(?:(?:so|and|ok(?:ay)?|well|hi|hey|hello|sorry|quick question|also|then|@\w+)[,: ]+)*(?:how\b|who\b|whose\b|why\b|where\b|when (?:do|does|is|are|will|should|can)\b|which\b|what(?:'s|\b)(?! (?:i|we|you) )|(?:is|are|was|were|does|did|can|could|should|shall|will|would|may|might|must|has) (?:it|there|they|we|i|you|the|a|an|this|that|these|those|links?|urls?|codes?|users?|people|clients?|\w+s)\b|do (?!it\b|this\b|that\b|not\b|the\b|a\b)\w+|do the \w+s\b|have (?:we|you|they|i)\b|any (?:limit|chance|idea)\b)/;

/** Whether a message asks something, with or without its mark. */
export function isQuestion(text: string): boolean {
  const shown = text.slice(0, mostChars);
  if (/[?\u037e\u061f\uff1f](?:["')\]*_\s]|$)/.test(shown)) return true;
  return sentencesIn(folded(shown)).some((sentence) => asking.test(sentence));
}
