import type { Draft } from "./draft.ts";
import { type Scanner, take } from "./scanner.ts";
import { typeNamed } from "./types.ts";

type Headers = Draft["headers"];

const longestName = "(?:-[A-Za-z\\d]{1,30}){1,6}";
const called = `\`?(?:X|Idempotency|(?:Client|Request)(?=-(?:Id|Key|Token|Ref(?:erence)?)\\b))${longestName}\`?\\??`;
const typed = `${called}[ \\t]{0,9}(?::[^,;()\\[\\]\\n]{0,60})?`;
const parted = "[ \\t]{0,9}(?:[,;+&]|\\band\\b)[ \\t]{0,9}";
/** `(Idempotency-Key: uuid, X-User: uuid)`, `[X-User-Id: uuid]`: nothing but headers. */
const listed = new RegExp(`[[(][ \\t]{0,9}${typed}(?:${parted}${typed}){0,8}[ \\t]{0,9}[\\])]`, "iy");

/**
 * `[auth]`, `[Idempotency-Key]`, `(X-User-Id: uuid, Idempotency-Key: uuid)`: the headers that a request carries, in brackets behind
 * what it asks for; none where no such bracket stands here.
 */
export function takeHeaderMarks(scanner: Scanner): Headers {
  const from = scanner.at;
  const isToken = take(scanner, /\[\s*(?:auth\w*|basic|bearer|jwt|token|login|user)\b[^\]\n]{0,80}\]/iy) !== null;
  if (isToken || take(scanner, scheme) !== null)
    return [{ name: "Authorization", isRequired: true, span: { from, to: scanner.at } }];
  const list = take(scanner, listed);
  if (list !== null) return namedIn(list, from);
  if (take(scanner, /[[(]?`?Idempotency-Key`?[\])]?(?!\w)/iy) === null) return [];
  return [{ name: "Idempotency-Key", isRequired: false, span: { from, to: scanner.at } }];
}

/** `(basic auth)`, `(HTTP Basic)`, `(bearer token)`: nothing but the scheme by which whoever asks is known. */
const scheme =
  /\([ \t]{0,9}(?:http[ \t-])?(?:basic(?:[ \t-]?auth(?:entication|orization)?)?|bearer(?:[ \t-](?:auth|token))?|jwt)[ \t]{0,9}\)/iy;

const one = new RegExp(`(?<![\\w-])([A-Z]+${longestName})\`?\\??[ \\t]{0,9}(?::[ \\t]{0,9}(\\w{1,40}))?`, "gi");

/** Their names as they are written, with the type that stands behind each. */
const namedIn = (list: string, from: number): Headers =>
  [...list.matchAll(one)].map(({ index, 0: whole, 1: written = "", 2: type = "" }) => {
    const schema = typeNamed(type);
    const name = /^idempotency-key$/i.test(written) ? "Idempotency-Key" : written;
    const span = { from: from + index, to: from + index + whole.length };
    return { name, isRequired: false, ...(schema?.["format"] === "uuid" ? { schema } : {}), span };
  });
