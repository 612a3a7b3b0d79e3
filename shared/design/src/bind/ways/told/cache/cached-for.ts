import { ofReading, remembered } from "../../../../text/remembered.ts";
import { spaced } from "../../../names.ts";

const keyName = "(?:key|schlüssel|clave|llave|chave|clé|clef|chiave|sleutel|klucz\\p{L}{0,2})";
const valueName = "(?:value|wert|valor|valeur|valore|waarde|wartość|wartości\\p{L}?)";
/** `hold:{seat_id}`, `"hold:" + seatId`, `holdKey(seatId)`. */
const key = `f?["'\`]?(?:\\p{L}[\\p{L}\\p{N}_]{0,30}:[^\\s,|]{0,60}(?:\\s[+.]\\s[\\w$.]{1,40}["'\`]?){0,2}|[\\p{L}_]{0,20}key\\b(?:\\([^()\\n]{0,40}\\))?)`;
/** A document, a text in quotes, or one word. */
const given = `((?:[\\w.]{1,20}\\()?\\{\\s?["'\\w][^{}\\n]{1,90}[,:][^{}\\n]{1,90}\\}|"[^"\\n]{1,80}"|'[^'\\n]{1,80}'|[^\\s,)\\n]{1,80})`;

const arrow = "(?:->|→|=>|⇒|↦|=)";
const asValue = `\\s(?:as|als|como|comme|come|jako)\\s(?:\\p{L}{1,5}\\s)?${valueName}(?!\\p{L})`;

/** Where it is written what a key of the cache holds, the last group being that; `only` where what is seldom there is there, before which a text is gone through for nothing. */
const written: readonly { pattern: RegExp; only?: RegExp }[] = [
  // `SET hold:{seat_id} {user_id} NX EX 120`, `setnx("hold:" + seatId, userId)`, `redis.set(key, token, "NX", "PX", 120000)`.
  {
    pattern: inText(
      `\\b(?:set|setnx|setex|psetex|setIfAbsent|putIfAbsent)\\b[\\s(]{1,3}(?:ctx,\\s?)?${key}["'\`]?(?:,\\s?|\\s)(?:\\d{1,7}(?:,\\s?|\\s))?${given}`,
    ),
  },
  // `| seat:{seat_id} | hold_id | 120 s |`.
  { pattern: inText(`\\|\\s{0,3}["'\`]?\\p{L}[\\p{L}\\p{N}_]{0,30}:[^|\\n]{1,60}\\|([^|\\n]{1,80})\\|`) },
  // `hold:{seat_id} -> {hold_id}`.
  {
    pattern: inText(
      `(?<![\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}_]{1,30}:[{<$][^\\s|]{1,60}\\s{0,3}${arrow}\\s{0,3}([^\\n.;]{1,60})`,
    ),
    only: new RegExp(`:[{<$][^\\s|]{1,60}\\s{0,3}${arrow}`),
  },
  // `value "{hold_id}|{user_id}"`, "whose value is a new hold id".
  {
    pattern: inText(
      `(?<!\\p{L})${valueName}(?![\\p{L}_(])["'\`]?\\s{0,4}(?::|=|is|ist|es|est|é|è|jest)?\\s{0,4}([^\\n.;]{1,60})`,
    ),
  },
  // "Set the seat's key to the user id".
  {
    pattern: inText(`(?<!\\p{L})${keyName}["'\`]?\\s(?:to|with|auf|mit|con|a|com|avec|op|met|na|z)\\s([^\\n.;]{1,60})`),
  },
  // "with a random token as its value".
  { pattern: inText(`([^\\n.;,]{1,60})${asValue}`), only: new RegExp(asValue, "iu") },
];

function inText(written: string): RegExp {
  return new RegExp(written, "giu");
}

/** The words in which the documents put what a field of a request or of an answer says into the cache as the value of a key, or a part of it; null where they put something else there. */
export function cachedFor(text: string, names: readonly string[]): string | null {
  const known = new Set(names.map(spaced));
  const parts = [...known].filter((name) => name.includes(" ", 1) || byItself.has(name));
  const found = valuesIn(text).find(
    ({ words }) => known.has(words) || parts.some((name) => `${words} `.includes(`${name} `)),
  );
  return found?.said ?? null;
}

/** Each field is asked for, in each way of each capability. */
const valuesIn = remembered(
  (text): readonly { said: string; words: string }[] =>
    written
      .filter(({ only }) => only?.test(text) ?? true)
      .flatMap(({ pattern }) =>
        [...text.matchAll(pattern)].map(([said, value = ""]) => ({
          said,
          words: spaced(value.replace(/['’]s\b/g, "")),
        })),
      ),
  ofReading,
);

/** One word that says what is meant among others. */
const byItself: ReadonlySet<string> = new Set([" token", " jeton", " uuid", " nonce", " user", " holder"]);
