import { isRecord } from "../../bind/fields.ts";
import { speakingOf } from "../../text/speaking-of.ts";
import { saysTextBody } from "../text-body.ts";
import type { Answer, Draft } from "./draft.ts";
import type { FieldTable } from "./placed-fields.ts";
import type { Line } from "./key-block.ts";
import type { Span } from "./nodes.ts";
import { redirectSaid } from "./said-redirect.ts";
import { urlRefusal } from "./refused-url.ts";

/** An endpoint of a sketch while what stands below its line is read. */
export type Sketched = Draft & {
  isExample: boolean;
  /** What the next example shows, where a word before it says so. */
  shows: "body" | "answer" | "query" | "headers" | null;
  /** What the list below names the fields of. */
  lists: "body" | "answer" | null;
  /** The table of its fields that is open, where that says where each is sent. */
  table: FieldTable | null;
  /** The status that was said last, where nothing has shown yet what it answers. */
  open: number | null;
  /** How many of the lines below it said something. */
  told: number;
  /** Where it is said that its body is a text by itself. */
  text: { said: string; span: Span } | null;
  /** Whether prose says that a URL which is none is refused. */
  refusesUrls: boolean;
};

/** Of an endpoint of which nothing below its line has been read yet. */
export const unread = {
  isExample: false,
  shows: null,
  lists: null,
  table: null,
  open: null,
  told: 0,
  text: null,
  refusesUrls: false,
} satisfies Omit<Sketched, Exclude<keyof Draft, "isExample">>;

/** The header stands in prose, in a comment or in a list of headers as often as behind the path. */
export function addKeyHeader({ text, from }: Line, { method, headers }: Draft): void {
  if (method === "GET") return;
  const [said, whole = ""] = keyName.exec(text.slice(0, longestLine)) ?? [];
  if (said === undefined || !speakingOf(text)(said)) return;
  const at = text.indexOf(said);
  const name = whole === "" ? said : "Idempotency-Key";
  if (headers.some((header) => header.name === name)) return;
  headers.push({ name, isRequired: false, span: { from: from + at, to: from + at + said.length } });
}

/** As the standard has it, or in another language: `Cle-Idempotence`, `Idempotenz-Schluessel`, `Clave-De-Idempotencia`. */
const keyName =
  /\b(Idempotency-Key)\b|(?<![\w-])(?:X-)?(?:(?:cle|clef|clave|chave|chiave)-(?:de?-|di-)?idempot[a-z]{3,6}|idempotenz-?schl(?:ue)?ssel|idempot[a-z]{3,6}-(?:clave|chave|chiave|cle))(?![\w-])/i;

const longestLine = 2_000;

/** `body: text/plain, the URL itself`, where nothing is answered yet. */
export function addText({ text, from }: Line, draft: Sketched): void {
  const isAnswer = /^[\s>*_`|•–-]*(?:[1-5]\d\d|respon|answer|return|antwort|r[eé]pon|respuesta|resposta)/i.test(text);
  if (draft.text !== null || isAnswer || !mayTakeBody(draft) || !saysTextBody(text)) return;
  draft.text = { said: text, span: { from, to: from + text.length } };
}

export function addHeaders({ headers }: Draft, said: Draft["headers"]): void {
  for (const one of said)
    if (headers.every(({ name }) => name.toLowerCase() !== one.name.toLowerCase())) headers.push(one);
}

export function addQuery({ query }: Draft, said: Draft["query"]): void {
  for (const one of said) if (query.every(({ name }) => name !== one.name)) query.push(one);
}

export function addRefusal({ text, from }: Line, draft: Sketched): void {
  const refusal = urlRefusal(text);
  if (refusal === null) return;
  draft.refusesUrls = true;
  const at = from + refusal.at;
  addAnswer(draft, { status: refusal.status, span: { from: at, to: at + 3 } });
}

/** A line that says no more than that the endpoint redirects, where no other success is said; true where it is one. */
export function addRedirect({ text, from }: Line, draft: Sketched): boolean {
  const isOpen = draft.method === "GET" && draft.answers.every(({ status }) => status >= 400);
  const status = isOpen ? redirectSaid(text) : null;
  if (status === null) return false;
  addAnswer(draft, { status, span: { from, to: from + text.length } });
  draft.told += 1;
  return true;
}

export const mayTakeBody = ({ method }: Draft): boolean => ["POST", "PUT", "PATCH"].includes(method);

export const takesBody = (draft: Sketched): boolean => draft.body === undefined && mayTakeBody(draft);

export const successOf = ({ method, answers }: Sketched): number =>
  answers.find(({ status }) => status < 300)?.status ?? (method === "POST" ? 201 : 200);

/** What an example below says is of the status above it, unless that refuses and the example shows what succeeds. */
export function shownStatus(draft: Sketched, { properties }: Record<string, unknown>): number {
  const success = successOf(draft);
  const isOpen = draft.answers.some(({ status, schema }) => status === success && schema === undefined);
  const isRefusal = isRecord(properties) && Object.keys(properties).some((name) => ofRefusal.test(name));
  return draft.open === null || (draft.open >= 400 && isOpen && !isRefusal) ? success : draft.open;
}

const ofRefusal = /^(?:err|fehler|detail|message|msg|mensa|title|reason|problem|fout|hata)/i;

export function addAnswers(draft: Sketched, answers: readonly Answer[]): void {
  for (const answer of answers) addAnswer(draft, answer);
  const last = answers.at(-1);
  draft.open = last === undefined || last.schema !== undefined ? null : last.status;
}

export function addAnswer({ answers }: Sketched, answer: Answer): void {
  const known = answers.find(({ status }) => status === answer.status);
  if (known === undefined) answers.push(answer);
  else if (answer.schema !== undefined) known.schema ??= answer.schema;
}
