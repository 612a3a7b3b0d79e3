import type { Draft } from "./draft.ts";
import { wordsFor } from "../part-words.ts";
import { arrowSigns } from "./endpoint-line.ts";
import type { Line } from "./key-block.ts";

type Headers = Draft["headers"];

const name = /(?<![\w-])X-[A-Za-z][A-Za-z\d]{0,30}(?:-[A-Za-z\d]{1,30}){0,4}(?![\w-])/gi;

/** Headers that say nothing of what is asked, keys of a sketch, and the one that is read by itself. */
const passing =
  /^x-(?:operation|capability|workers?|idempot|rate-?limit|request-id|correlation|trace|span|b3|forwarded|real-ip|total|page|cache|powered|content|frame|xss|http|requested-with|replay|retry|runtime|served|version)/i;

/** `Request-Ref: <the client's own>`: on a line of its own as HTTP writes it, by a name that is no prose. */
const shownAlone =
  /(?<=^[ \t>*`-]{0,40})(?:[A-Z][A-Za-z\d]{1,30}-){1,4}(?:Id|ID|Key|Token|Ref|Reference|Uuid|UUID|Nonce|Nr|No)(?=`?[ \t]{0,9}:[ \t]{0,9}[^\s{[])/g;
const words = wordsFor("headers");
const told = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|(?:^|\\s)-H\\s`, "iu");
const begins = /^[\s>*_`•▸▪◦‣●○|–-]*(?=x-)/i;

/** A line that begins with a status, whose headers are answered. */
const isOfAnswer = /^[\s>*_`|•–-]*[1-5]\d\d\b|\brespon|\bréponse|antwort|\brespuesta/i;

/** ``The caller says who he is with the header `X-Client-Id` ``, in what stands before all endpoints: of each of them. */
export const headersBefore = ({ text, from }: Line): Headers => namesIn(text, from);

/** "POSTs take an Idempotency-Key header", before all endpoints: whether a line speaks of each endpoint with a method, without exception. */
export function tellsOfAll(text: string, method: string): boolean {
  if (!each.test(text) || except.test(text)) return false;
  const named = text.match(methodNames) ?? [];
  return named.length === 0 ? method !== "GET" : named.some((one) => one.replace(/s$/, "") === method);
}

const methodNames = /\b(?:POST|PUT|PATCH|DELETE)s?\b/g;
const each =
  /(?<!\p{L})(?:(?:POST|PUT|PATCH|DELETE)s|all|any|every|each|both|writes|mutations?|alle[nrs]?|jede[nrsm]?|tod[oa]s|cada|tou(?:te)?s|chaque|tutt[ie]|ogni|elke?|każd[ey]|wszystkie)(?!\p{L})/iu;
const except =
  /(?<!\p{L})(?:except|but|apart from|besides|außer|ausser|excepto|salvo|sauf|tranne|eccetto|behalve|oprócz)(?!\p{L})/iu;

/**
 * `POST /seats/{id}/hold  header X-User-Id: uuid -> 201`, on an endpoint's own line: what stands before its answers, whose
 * `X-Request-Id` is a key of the client's where it stands there by name.
 */
export function headersOnLine({ text, from }: Line): Headers {
  const asked = text.slice(0, answers.exec(text)?.index);
  const keys = wordsLike(name, asked, from).filter((header) => /^x-request-id$/i.test(header.name));
  return [...namesIn(told.test(text) ? text : asked, from), ...keys];
}

const announced = new RegExp(`^[\\s>*_#\`-]*(?:(?:request|http)\\s+)?(?:${words})\\s*:?[\\s*_\`]*$`, "i");

/** Whether a line announces headers that the list, or the table, below it names. */
export const announcesHeaders = (text: string): boolean => announced.test(text);

/** `Header: Authorization (JWT)`, which says what is asked also behind the answers. */
const labelled = new RegExp(`^[\\s>*_\`•|–-]*(?:(?:request|http)\\s+)?(?:${words})[*_\`]{0,3}\\s?:(?=.*[A-Za-z])`, "i");

/** Whether a line belongs to such a list. */
export const listsHeaders = (text: string): boolean => /^\s*(?:$|[-*+•]\s|\|)/.test(text);

/** ``- `X-Client-Id` optional`` or `X-Person-Id: 1b7e…` below an endpoint, up to its answers; a line that speaks of headers anywhere. */
export function headersBelow({ text, from }: Line, isAnswered: boolean): Headers {
  const [label = ""] = labelled.exec(text) ?? [];
  if (label !== "") {
    const named = headersNamed({ text: text.slice(label.length), from: from + label.length });
    return [...namesIn(text, from), ...named.filter((header) => !isReadElsewhere(header.name))];
  }
  const shown = isAnswered ? [] : wordsLike(shownAlone, text, from).filter((header) => !isReadElsewhere(header.name));
  if (shown.length > 0) return shown;
  const isOwn = !isAnswered && begins.test(text);
  if (!isOwn && !told.test(text)) return [];
  return isOfAnswer.test(text) ? namesIn(text, from) : [...namesIn(text, from), ...marked(text, from)];
}

/** In a cell that says what is sent: ``Header `X-Request-Id` (UUID)``; what is named there is sent, whatever it is mostly for. */
export const headersAsked = ({ text, from }: Line): Headers => [
  ...wordsLike(name, text, from),
  ...(told.test(text) ? marked(text, from) : []),
];

/** In a cell that holds headers and nothing else: `Tenant-Id, Authorization`. */
export const headersNamed = ({ text, from }: Line): Headers =>
  wordsLike(/(?<![\w-])(?:Authorization|[A-Za-z][A-Za-z\d]{0,30}(?:-[A-Za-z\d]{1,30}){1,4})(?![\w-])/g, text, from);

/** ``En-tête `Cle-Client` ``: a header by the word before it, though it begins with no X. */
const marked = (text: string, from: number): Headers =>
  wordsLike(/(?<=`)[A-Z][A-Za-z\d]{0,30}(?:-[A-Z\d][A-Za-z\d]{0,30}){1,4}(?=`)/g, text, from).filter(
    (header) => !known.test(header.name) && !/^idempotency-key$/i.test(header.name),
  );

const known =
  /^(?:content|cache|retry|accept|www|set|last|if|access|strict|rate|transfer|idempotency-replay|idempotent)-|^user-agent$/i;

const isReadElsewhere = (header: string): boolean => known.test(header) || /^(?:x|idempotency)-/i.test(header);

const answers = new RegExp(arrowSigns);

const namesIn = (text: string, from: number): Headers =>
  wordsLike(name, text, from).filter((header) => !passing.test(header.name));

const wordsLike = (pattern: RegExp, text: string, from: number): Headers =>
  [...text.slice(0, longestLine).matchAll(pattern)].map(({ index, 0: word }) => ({
    name: word,
    isRequired: false,
    span: { from: from + index, to: from + index + word.length },
  }));

const longestLine = 2_000;
