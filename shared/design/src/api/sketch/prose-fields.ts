import type { Draft } from "./draft.ts";
import { type Fields, fieldsIn } from "./listed-fields.ts";
import { type Scanner, take } from "./scanner.ts";

const sent =
  /\(?(?:takes?|accepts?|expects?|receives?|needs?|requires?|(?:with[ \t]{1,4})?(?:an?[ \t]{1,4}|the[ \t]{1,4})?(?:json[ \t]{1,4}|request[ \t]{1,4})?body(?:[ \t]{1,4}(?:has|with|of|is|contains|takes))?[ \t]{0,4}:?)[ \t]{1,4}(?=[`\w])|(?<=[ \t]{2}|[;,|][ \t]{1,4})(?:req|request|payload|input|params?)[ \t]{0,4}:[ \t]{1,4}(?=[`\w])/iy;

/** Where a sentence about what is sent goes on with something else. */
const over =
  /[.;)\n{]|(?:,|\band)?[ \t]{1,4}(?:it[ \t]{1,4})?(?:returns?|answers?|responds?|gives?|replies|and[ \t]gets?)\b|->|=>|→|[ \t]{3}|[ \t]\||(?:[,;][ \t]{0,4}|[ \t]{1,9})headers?[ \t]{0,4}:/i;

const longest = 300;

/** ``POST /links takes `url` and an optional `alias` ``: fields that a sentence on an endpoint's own line says are sent. */
export function takeProseBody(scanner: Scanner, draft: Draft): boolean {
  if (draft.body !== undefined || !/^(?:POST|PUT|PATCH)$/.test(draft.method)) return false;
  if (/[\p{L}\p{N}]/u.test(scanner.text[scanner.at - 1] ?? "")) return false;
  const before = scanner.at;
  if (take(scanner, sent) === null) return false;
  const from = scanner.at;
  const rest = scanner.text.slice(from, Math.min(scanner.end, from + longest));
  const said = rest.slice(0, over.exec(rest)?.index ?? rest.length);
  const fields = namedIn(said, from);
  if (fields === null) {
    scanner.at = before;
    return false;
  }
  draft.body = fields;
  scanner.at = from + said.length;
  return true;
}

const given =
  /[`*_]{0,3}[ \t:]{1,9}(?:OK[ \t]{1,4}|created[ \t]{1,4})?(?:with|and|plus|\+|containing)[ \t]{1,4}(?=[`\w])/iy;
const name = "(?:`\\w{1,60}`|(?:id|code|token|url|slug|status|[a-z]\\w{0,50}(?:_\\w|[A-Z])\\w{0,50})(?![\\w-]))";
const names = new RegExp(
  `(?:(?:the|an?)[ \\t])?${name}(?:(?:,[ \\t](?:and[ \\t])?|[ \\t]and[ \\t])(?:(?:the|an?)[ \\t])?${name}){0,20}`,
  "y",
);

/** ``returns 201 with `code` and `shortUrl` ``: fields that a sentence says are answered; null where it says none. */
export function takeProseAnswer(scanner: Scanner): Record<string, unknown> | null {
  const before = scanner.at;
  const lead = take(scanner, given);
  const from = scanner.at;
  const said = lead === null ? null : take(scanner, names);
  const fields = said === null ? null : namedIn(said, from);
  if (fields === null) scanner.at = before;
  return fields?.schema ?? null;
}

/** Names in a sentence, what is said of headers among them left out. */
function namedIn(said: string, from: number): Fields | null {
  const parts = said
    .split(/,[ \t]|[ \t]and[ \t]|[ \t]\+[ \t]/)
    .filter((part) => !/\bheaders?\b|Idempotency-Key|X-\w/i.test(part))
    .map((part) =>
      part.trim().replace(/^(?:and[ \t])?(?:the|an?)[ \t]{1,4}(?=`|optional|\w{1,50}(?:_\w|[a-z][A-Z]))/, ""),
    )
    .map((part) => part.replace(/^optional(?:ly)?[ \t]{1,4}(?:the[ \t]|an?[ \t])?(\S+)$/i, "$1?"));
  return parts.length === 0 ? null : fieldsIn(parts.join(", "), from);
}
