import type { Column } from "@proofroom/domain/design/model";
import { insertedAs } from "./inserted-as.ts";
import { denying } from "../../text/denial.ts";
import { remembered } from "../../text/remembered.ts";
import { withoutOtherHashes } from "./other-hashes.ts";

/** How a design says that its codes are made, where it is not by chance. */
export type MadeCode =
  | {
      by: "hash";
      /** So many characters of it. */
      first: number | undefined;
      /** What happens to a code that is there already: its row is the answer, or nothing is done about it. */
      whenTaken: "is-the-answer" | "fails";
    }
  | { by: "counter" };

const anyHash = /\b(?:md5|sha-?\d{1,3}|murmur\w{0,12}|crc-?32|xxhash\d{0,3}|hash(?:ed|es|ing)?|digest)\b/i;
/** Where the column is called a hash, whatever it holds. */
const hashOfSomething =
  /\b(?:md5|sha-?\d{1,3}|murmur\w{0,12}|crc-?32|xxhash\d{0,3}|digest|hash(?:ed|es|ing)\b|hash (?:of|the|it|function)\b|hash\()/i;
const digits = String.raw`\b(?:base|basis|base de|to_?base|encode_?|b)[-_]?\s?(?:62|58|36|64|32)`;
const counted = String.raw`\b(?:id|pk|primary key|counter|s[eé]quence|secuencia|sequência|sequenza|serial|auto-?increment\w*|snowflake|count|number|nextval)\b`;
/** `base62 of the id`, `to_base62(id)`, `the id in base 62`, `hashids of the id`, and what hands out numbers by itself. */
const count = new RegExp(
  [
    `${digits}\\s?(?:\\(|of\\b|de\\b|der\\b|des\\b|encod\\w{1,4}|representation|-encoded)[^.;\\n]{0,40}?${counted}`,
    `${counted}[^.;\\n]{0,30}(?<!\\p{L})(?:in|to|as|with|into|encoded|converted|written|en|em|a)(?!\\p{L})[^.;\\n]{0,12}${digits}(?!\\d)`,
    `\\b(?:hash|sq)ids?\\b[^.;\\n]{0,40}\\bid\\b`,
    `\\b(?:snowflake|ticket server|range of ids|id ranges?|counter|s[eé]quence|secuencia|sequência|sequenza|nextval|contador|compteur|contatore|zähler)\\b`,
  ].join("|"),
  "iu",
);
const ofUrl = /\b(?:(?:long|original|target)[_ ]?url|urls?|links?|destination)\b/i;
const aCode = /\b(?:codes?|slugs?|alias(?:es)?|short[_ ]?(?:url|link|code|id|key)s?)\b/i;
const unhandled =
  /\b(?:no|without|never)\s(?:a\s)?(?:retr(?:y|ies)|redraws?|collision handling|second tr(?:y|ies))\b/gi;
/** `If the code is taken, the request fails`; `of another URL` leaves one that comes again its code. */
const refused =
  /\b(?:collisions?|collid\w{1,4}|clash\w{0,4}|taken|conflicts?|duplicates?)\b(?![^.\n]{0,30}\b(?:other|another|different|two)\b)[^.\n]{0,60}\b(?:fails?|is (?:an error|refused|rejected)|errors?|409|500)\b/i;
const byChance =
  /(?<!\p{L})(?:(?:secure)?random\p{L}*|nano-?ids?\d*|uuid|csprng|crypto[-/.]?rand(?:om)?|zufa?äll\p{L}*|zufalls\p{L}*|aleat[oó]ri\p{L}*|aléatoire\p{L}*|au hasard|casual[ei]|secrets\.\p{L}+|tirage|tirés?)(?!\p{L})/iu;
/** A hash by which what comes again is found, and not one that a code is made of. */
const forRepeats =
  /\b(?:dedup\w*|idempot\w*|uniqu\w*|natural key|retr(?:y|ies)|repeat\w*|already|lookups?|same (?:url|link)|twice|conflict)\b/i;
const isMade =
  /\b(?:codes?|slugs?|alias(?:es)?|short[_ ]?(?:url|link|code|id|key)s?)\s?(?:is|are|=|:|comes?|derived|made|generated|computed)(?!\w)/i;
/** `sha256(url + attempt)`: another try is another hash. */
const withTry =
  /\b(?:sha-?\d{0,3}|md5|hash|digest|blake\w{0,3})\([^)\n]{0,60}\b(?:attempts?|salt|nonce|tr(?:y|ies)|seed|versuch|intento|tentativa|essai|i|n)\b/i;
const drawnAgain =
  /\btr(?:y|ies) (?:the )?next\b|\bnext (?:attempt|try|salt|window|slice|characters?|chars|digits?)\b|\buntil\b[^.\n]{0,40}\b(?:free|unused|available)\b|\b(?:collisions?|collid\w+|clash\w*|taken|conflicts?|duplicates?)\b[^.\n]{0,80}\b(?:retr(?:y|ies|ied)|again|append\w*|salt\w*|next|another(?! (?:url|link|target|destination|address|row|client|request|user))|re-?hash\w*|re-?generat\w*|longer|probe|increment\w*)\b|\b(?:salt\w*|re-?draw\w*)\b|\b(?:retr(?:y|ies|ied)|tr(?:y|ies) again)\b(?:(?!\b(?:same|existing|identical)\b)[^.\n]){0,40}\b(?:codes?|slugs?|hash\w*|salt\w*|insert\w*|times)\b/i;
const denied = new RegExp(
  denying(["not", "no", "instead"], "unlike", "avoid\\w*", "considered", "alternatives?", "rejected", "vs", "than"),
  "iu",
);

/**
 * What the comment of the column of the codes, else a sentence about codes, says of their making; null where it is left to chance, said
 * to be drawn again, or not said plainly.
 */
export function madeCode(
  { comment, name = "" }: Partial<Pick<Column, "comment" | "name">>,
  texts: readonly string[],
): MadeCode | null {
  const hash = /hash/i.test(name) ? hashOfSomething : anyHash;
  // An insert says of each column apart what it is filled with.
  const written = texts.flatMap(sentencesIn);
  const sentences = written
    .filter((one) => !isInsert(one))
    .map((one) => (hash.test(one) ? withoutOtherHashes(one) : one));
  const own = [
    ...(comment === undefined ? [] : sentencesIn(comment)),
    ...sentences.flatMap((one) => setTo(one, name.toLowerCase())),
    ...written.flatMap((one) => insertedAs(one, name) ?? []),
  ];
  const about = [...own, ...sentences.filter((one) => aCode.test(one))].filter((one) => !byChance.test(one));
  const isDrawn = [...own, ...sentences].some(isByChance);
  const hashed = about.find(
    (one) => !isDrawn && says(one, hash) && (own.includes(one) || (ofUrl.test(one) && isOfCode(one))),
  );
  const all = [...own, ...sentences].map((one) => one.replaceAll(unhandled, ""));
  if (hashed !== undefined) {
    if (all.some((one) => drawnAgain.test(one) || withTry.test(one))) return null;
    const fails = [...own, ...sentences].some((one) => one.search(unhandled) !== -1 || refused.test(one));
    return { by: "hash", first: lengthIn(hashed), whenTaken: fails ? "fails" : "is-the-answer" };
  }
  return about.some((one) => says(one, count)) ? { by: "counter" } : null;
}

const isInsert = (sentence: string): boolean => insertedAs(sentence, "") !== undefined;

/** The comment of the column of the codes, and sentences about codes. */
export const inSentences = (
  comment: string | undefined,
  texts: readonly string[],
  asCode: (sentence: string) => string = (one) => one,
): string[] => [
  ...(comment === undefined ? [] : sentencesIn(comment)),
  ...texts.flatMap((text) => sentencesIn(text).map(asCode)).filter((one) => aCode.test(one)),
];

const mostSentences = 400;

/** So many sentences of a text, on one line each and not longer than a line may be. */
export const sentencesIn = remembered(
  (text): readonly string[] =>
    text
      .split(/(?<=[.!?;])\s+|\n\s*(?=[-*#|>]|\n)/, mostSentences)
      .map((one) => one.replaceAll(/\s+/g, " ").slice(0, 400)),
  // The texts of a review, of which each column is asked apart.
  { most: 32, longest: Number.POSITIVE_INFINITY },
);

/** Whether codes are said to be drawn, and nothing in the sentence takes it back or speaks of something else. */
const isByChance = (sentence: string): boolean =>
  byChance.test(sentence) &&
  aCode.test(sentence) &&
  !denied.test(sentence) &&
  !/\b(?:would|could|might|if)\b/i.test(sentence) &&
  !anyHash.test(sentence) &&
  !count.test(sentence);

/** `kurz = md5(ziel)[:6]`: what the design's own column is said to be, whatever it is called; nothing where a sentence does not say it. */
function setTo(sentence: string, name: string): string[] {
  const called = new RegExp(`(?<![\\w.])${name.replaceAll(/\W/g, "\\W")}(?!\\w)`);
  const at = name.length < 2 ? -1 : sentence.toLowerCase().search(called);
  const [, rest] = /^[`"]?\s?(?::?=|:|←|<-)\s(.*)/.exec(sentence.slice(Math.max(at, 0) + name.length)) ?? [];
  return at === -1 || at > 40 || rest === undefined ? [] : [rest];
}

const isOfCode = (sentence: string): boolean =>
  !forRepeats.test(sentence) || isMade.test(sentence) || lengthIn(sentence) !== undefined;

/** Whether it is said, and nothing before it takes it back. */
function says(sentence: string, word: RegExp): boolean {
  const plain = sentence.replaceAll(unhandled, "");
  const at = plain.search(word);
  return at !== -1 && !denied.test(plain.slice(0, at));
}

/** `the first 8 hex digits`, `left(md5(url), 8)`, `truncated to 7`, `[:8]`. */
export function lengthIn(sentence: string): number | undefined {
  const [, ...found] =
    /\bfirst\s(\d{1,2})\b|\b(\d{1,2})[- ](?:hex|characters?|chars?|digits?|letters?)\b|\btruncated?\s(?:to|at)\s(\d{1,2})\b|\bleft\([^;]{1,60},\s?(\d{1,2})\)|\bsubstr(?:ing)?\([^;]{1,60},\s?1,\s?(\d{1,2})\)|\.(?:slice|substr|substring|take)\((?:0,\s?)?(\d{1,2})\)|\[(?:0)?:(\d{1,2})\]/i.exec(
      sentence,
    ) ?? [];
  const length = Number(found.find((one) => one !== undefined));
  return length >= 3 && length <= 32 ? length : undefined;
}
