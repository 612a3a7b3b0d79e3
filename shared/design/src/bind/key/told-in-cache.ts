import { denying } from "../../text/denial.ts";
import { asSaid, sentencesIn, withoutDots } from "../../text/sentences.ts";
import { asDuration, durationsIn, settingsIn } from "../ways/told/time/durations.ts";
import { refusedAgainIn } from "../ways/told/again/repeated.ts";

/** How the documents have the key of a request kept in the cache. */
export interface KeyInCache {
  /** `idem` of `idem:{key}`. */
  prefix: string;
  /** Null where nothing is written of an end. */
  ttl: string | null;
  /** The key is put there before anything is done, by whoever is first; else it is looked for, and put there when all is done. */
  isClaimed: boolean;
  /** What comes again is refused, for nothing of the answer is kept. */
  isRefused: boolean;
  /** The words that say so. */
  said: string;
}

const cache =
  /(?<!\p{L})(?:redis|valkey|memcached|keydb|dragonfly(?:db)?|elasticache|hazelcast|(?:in|into|from|im|den|dans (?:le|un)|en (?:el|la|un)?|na|no|nel|nella|in de|w|i)\s(?:a |the |our |shared |distributed )*cache)(?!\p{L})/iu;
const kept =
  /(?<!\p{L})(?:kept|keeps?|stor(?:e[ds]?|ing)|sav(?:e[ds]?|ing)|puts?|remember\p{L}*|record\p{L}*|written|writes?|lives?|sets?|setnx|held|cached|lookup|looked|looks?|check\p{L}*|speicher\p{L}*|gespeichert|merk\p{L}*|gemerkt|abgelegt|liegt|gard\p{L}*|conserv\p{L}*|enregistr\p{L}*|stock\p{L}*|guard\p{L}*|almacen\p{L}*|armazen\p{L}*|memorizz\p{L}*|salv\p{L}*|opgeslagen|bewaar\p{L}*|przechow\p{L}*|zapis\p{L}*)(?!\p{L})/iu;
const command =
  /(?<![\p{L}_])(setnx|set_?if_?absent|put_?if_?absent|setex|psetex|set|get|exists)\b[\s(]{1,3}["'`]?((?:idem|req|dedup|replay)\p{L}{0,12}(?:[-_]\p{L}{1,10}){0,2}|\p{L}{1,20}(?=:[{<$]{1,3}(?:\w{1,20}\.)?(?:idem|request_?(?:id|key)))):[^\s,)]{0,50}["'`]?(?:\s[+.]\s[\w$.]{1,40})?(?:[,\s]\s?([^\s,)]{1,40}))?/giu;
const denied = new RegExp(`${denying(["not", "no", "without", "instead"])}[^,;]{0,40}$`, "iu");
const once =
  /(?<![\p{L}_])(?:nx|setnx|set_?if_?absent|put_?if_?absent|set if (?:absent|not exists)|add_?if_?absent)(?!\p{L})/iu;
const after =
  /(?<!\p{L})(?:after(?:wards)?|finally|then|once|danach|dann|après|ensuite|después|luego|depois|dopo|poi|daarna)(?!\p{L})[^.;]{0,80}$/iu;
const answers =
  /(?<!\p{L})(?:answer\p{L}*|response\p{L}*|results?|repl(?:y|ies)|body|stored|saved|same (?!key)\p{L}+|antwort\p{L}*|ergebnis\p{L}*|réponse\p{L}*|respuesta\p{L}*|resposta\p{L}*|risposta\p{L}*|antwoord\p{L}*|odpowied\p{L}*)(?!\p{L})/iu;
/** The code that was made is kept with the key: "with the code as value", "Idempotency-Key -> code", "avec le code du lien". */
const ofCode =
  /(?<!\p{L})(?:with|and|beside|holds?|keeps?|stores?|for each [\w-]{1,20}|mit|samt|und|avec|con|com|met|z)\s(?:the |its |dem |das |le |el |il |o |de |het )?(?:\p{L}{1,10} )?(?:codes?|slugs?|alias|kürzel|código|codice|kod\p{L}{0,2})(?!\p{L})|(?:->|→|=>)\s?["'\x60{]{0,2}(?:code|slug|alias|kürzel)|(?<!\p{L})(?:code|slug|kürzel|código|codice)\s(?:as (?:its |the )?value|als wert|beside it|under it|stands under|that was made)(?!\p{L})/iu;
const refusesAgain =
  /(?<!\p{L})(?:again|already|repeat\p{L}*|second|duplicates?|nil|exists|there|schon|bereits|erneut|déjà|ya|já|già)(?!\p{L})[^.\n]{0,60}(?<![\p{L}\d])(?:409|refus\p{L}*|reject\p{L}*|conflict|abgelehnt|rejet\p{L}*|rechaz\p{L}*)(?![\p{L}\d])/iu;
const constant = /^["'`]?(?:1|0|true|pending|processing|locked?|in_?progress|started|ok|x|nx|ex|"")["'`]?$/i;

/**
 * What texts tell of a key that is kept in the cache: by a command, `SET idem:{key} {code} NX EX 86400`, or a sentence, "the
 * Idempotency-Key is kept in Redis together with the answer"; null where they tell of none, or not what comes again is answered.
 */
export function toldInCache(name: string, texts: readonly string[]): KeyInCache | null {
  const sentences = texts.flatMap((text) => sentencesIn(withoutDots(text))).map((one) => one.slice(0, longest));
  const isOfKey = new RegExp(
    `${name.replaceAll(/[^\w-]/g, ".")}|(?<!\\p{L})(?:idempoten\\p{L}*|idem-?keys?)(?!\\p{L})`,
    "iu",
  );
  const at = sentences.findIndex((one) => one.search(command) !== -1 || isKeptIn(one, isOfKey));
  const said = sentences[at];
  if (said === undefined) return null;
  const around = sentences.filter((one, n) => (n >= at && n <= at + 2) || isOfKey.test(one)).join("\n");
  const commands = commandsIn(around);
  const put = commands.find(({ verb }) => /set|put/i.test(verb));
  const isRefused = refusedAgainIn(around) !== null || (!answers.test(around) && refusesAgain.test(around));
  const isKept =
    answers.test(around) || ofCode.test(around) || (put !== undefined && put.value !== "" && !constant.test(put.value));
  if (!isRefused && !isKept) return null;
  return {
    prefix: commands[0]?.prefix ?? "idem",
    ttl: lastingIn(around),
    isClaimed: isClaimedIn(around, commands),
    isRefused,
    said: asSaid(said),
  };
}

const longest = 500;

interface Command {
  at: number;
  verb: string;
  prefix: string;
  value: string;
}

const commandsIn = (text: string): Command[] =>
  [...text.matchAll(command)].map(({ index, 1: verb = "", 2: prefix = "", 3: value = "" }) => ({
    at: index,
    verb,
    prefix,
    value,
  }));

function isKeptIn(sentence: string, isOfKey: RegExp): boolean {
  const at = sentence.search(cache);
  return at !== -1 && isOfKey.test(sentence) && kept.test(sentence) && !denied.test(sentence.slice(0, at));
}

/** Put there only where it is not yet, with no look before, and not after what it is the key of. */
function isClaimedIn(text: string, commands: readonly Command[]): boolean {
  const at = text.search(once);
  if (at === -1) return false;
  const own = commands.findLast((one) => one.at <= at)?.at ?? at;
  const isLookedFirst = commands.some(({ verb, at: looked }) => looked < own && /get|exists/i.test(verb));
  return !isLookedFirst && !after.test(text.slice(Math.max(0, own - 100), own));
}

const days =
  /(?<![\p{L}\d])(\d{1,2}|a|one|einen|un|une|uno|um|een)\s?(?:d|days?|tage?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|dni|dzień)(?!\p{L})/iu;

function lastingIn(text: string): string | null {
  const [, count] = days.exec(text) ?? [];
  if (count !== undefined) return asDuration((Number(count) || 1) * 86_400_000);
  const [found] = [...settingsIn(text), ...durationsIn(text)];
  return found === undefined ? null : asDuration(found.millis);
}
