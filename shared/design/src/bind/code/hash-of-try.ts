import { wordsIn } from "../names.ts";
import { withoutDots } from "../../text/sentences.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { isHashedOnwards } from "./counter-appended.ts";
import { inSentences, lengthIn, sentencesIn } from "./made-code.ts";

/** What a code is a hash of, beside the number of the try: the words of it, and the text around, which says how long it is. */
export interface HashOfTry {
  words: string[];
  call: string;
}

const hash = /\b(?:sha-?\d{1,3}|md5|blake\w{0,3}|xxhash\d{0,3}|murmur\w{0,9}|crc-?32|hash(?:e[ds]|ing)?|digest)/i;
const hashed =
  /\b(?:sha-?\d{1,3}\w{0,9}(?:\.\w{1,12})?|md5\w{0,9}(?:\.\w{1,12})?|blake\w{0,3}|xxhash\d{0,3}|murmur\w{0,9}|hash\w{0,12}|digest|createHash\([^)\n]{0,20}\)\.update)\(([^)\n]{1,160})\)[^\n]{0,80}/gi;
/** `codeFor(url, n)`, `Code(url, attempt):`, with what it is set to before it; no table and its columns. */
const called =
  /(?:(\w{1,40})\s?(?::=|=|<-)\s?)?(?<![\w.]|\b(?:into|on|table|references)\s)(\p{L}[\w.]{0,60}?)\s?\(([^()\n]{3,160})\)/gu;
const number =
  "attempts?|attempt (?:number|no|index)|(?:try|probe|retry) (?:number|no|index)|number of (?:the )?(?:attempt|try|tries|probe)|tries|counter|suffix number|versuch\\p{L}*|zähler\\p{L}*|número de intento|intentos?|contador|tentativas?|numéro d['’ ]essai|essais?|tentatives?|compteur|tentativ[oi]|contatore|numer\\p{L}{0,2} próby|prób\\p{L}{0,3}|licznik\\p{L}{0,4}|n";
const joined = `(?:\\+|\\|\\||&|,|:|and|with|plus|followed by|und|mit|plus|y|con|et|avec|e|com|i|oraz|z)`;
/** `SHA-256 over the URL and a counter`, `the URL plus the attempt, hashed with md5`. */
const inWords = (before: string, after: string): RegExp =>
  new RegExp(
    `${before}[^.;\\n]{0,24}?(?<!\\p{L})${joined}\\s(?:\\p{L}{1,10}\\s){0,2}?(?:${number})(?!\\p{L})${after}`,
    "iu",
  );
const address =
  "(?<!\\p{L})(?:ur[il]|link|address|adresse|target|destination|ziel|enlace|lien|adres\\p{L}{0,2})(?!\\p{L})";
const ofAddress = new RegExp(address, "iu");
const told = [
  inWords(`${hash.source}[^.;\\n]{0,60}?${address}`, ""),
  inWords(address, `[^.;\\n]{0,60}?${hash.source}`),
];

/** Each place at which texts make a code a hash of something and of the number of the try. */
export function hashesOfTries(column: string, texts: readonly string[]): HashOfTry[] {
  const sentences = inSentences(undefined, texts).filter((one) => told.some((form) => form.test(one)));
  return [
    ...texts.flatMap((text) => [...inCalls(text), ...inMakers(column, text)]),
    ...sentences.map((call) => ({ words: ["url", ...namesIn(call)], call })),
    ...onwards(texts),
  ];
}

/** The hash of the first try, `the first 8 hex digits of sha256(url)`, where a sentence makes the next of the same and a number. */
function onwards(texts: readonly string[]): HashOfTry[] {
  const all = texts.flatMap((text) => sentencesIn(withoutDots(text)));
  if (!all.some(isHashedOnwards)) return [];
  const first = all.filter((one) => hash.test(one) && ofAddress.test(one) && !isHashedOnwards(one));
  const call = first.find((one) => lengthIn(one) !== undefined) ?? first[0] ?? "";
  const sent = first.flatMap((one) => [...one.matchAll(hashed)]).map(([, of = ""]) => of);
  return [{ words: ["url", ...sent.flatMap(namesIn)], call }];
}

/** `sha256(url + n)` itself. */
const inCalls = (text: string): HashOfTry[] =>
  [...text.matchAll(hashed)].flatMap(([call, sent = ""]) => {
    const words = namesIn(sent.replaceAll(/\\[nrt0]/g, " "));
    return words.some((word) => isCounting(word, text)) ? [{ words, call }] : [];
  });

/** What makes the code out of something and of the number of the try, where it is seen to hash. */
function inMakers(column: string, text: string): HashOfTry[] {
  if (!hash.test(text)) return [];
  return [...text.matchAll(called)].flatMap(([, set = "", name = "", sent = ""]) => {
    const words = namesIn(sent);
    const own = name.split(".").at(-1) ?? "";
    const isMaker = [own, set].some((one) => one === column || wordsIn(one).some((word) => codeWords.has(word)));
    if (!isMaker || !sent.includes(",") || !words.some((word) => isCounting(word, text))) return [];
    const body = [...text.matchAll(new RegExp(`(?<![\\w.])${literally(own)}(?!\\w)`, "gu"))]
      .map(({ index }) => text.slice(index, index + longestBody))
      .find((one) => hash.test(one));
    return body === undefined ? [] : [{ words, call: body }];
  });
}

const longestBody = 400;
const codeWords = new Set("code slug hash key alias candidate probe kod kode codigo codice kurz clave cle".split(" "));

const namesIn = (text: string): string[] => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];

/** Named as what counts the tries, seen to go up, or made of what does; a salt may be drawn. */
const isCounting = (word: string, text: string): boolean =>
  isCount(word, text) || isMadeOfCount(word, text) || isCountedOut(word, text);

/** `salt = "" if attempt == 0 else f"#{attempt}"` */
const isMadeOfCount = (word: string, text: string): boolean =>
  /^\p{L}\w{0,30}$/u.test(word) &&
  !ofAddress.test(word) &&
  [...text.matchAll(new RegExp(`(?<![\\w.])${literally(word)}\\s{0,3}(?::=|<-|=(?!=))([^\\n;]{1,120})`, "gu"))].some(
    ([, made = ""]) => !drawn.test(made) && namesIn(made).some((one) => one !== word && isCount(one, text)),
  );

const drawn = /rand|nanoid|uuid|secret|token|entropy|crypto|zufall|aleat/i;

/** `we add salt ("#1", then "#2"…)` */
const isCountedOut = (word: string, text: string): boolean =>
  /^\p{L}\w{2,30}$/u.test(word) &&
  new RegExp(
    `(?<![\\w.])${literally(word)}[^.+|&\\w\\n]{1,9}(?:\\p{L}{1,12}\\s){0,4}["'\`#(_:+-]{0,4}1["'\`)]{0,3},?\\s(?:\\p{L}{1,8}\\s){0,2}["'\`#(_:+-]{0,4}2(?!\\d)`,
    "u",
  ).test(text);

const isCount = (word: string, text: string): boolean =>
  counting.test(word) ||
  (/^\p{L}\w{0,30}$/u.test(word) &&
    new RegExp(
      `\\b${literally(word)}\\s?(?:\\+\\+|\\+=\\s?1\\b|:?=\\s?${literally(word)}\\s?\\+\\s?1\\b)|\\bfor\\s\\(?(?:let\\s|int\\s|var\\s)?${literally(word)}\\s(?:in|:?=)\\s`,
      "u",
    ).test(text));
const counting =
  /^(?:n|i|k|attempts?|tr(?:y|ies)|probe|round|counter|versuch|intento|tentativa|essai|tentative|tentativo|proba)$/i;
