import { isRecord } from "../../bind/fields.ts";
import type { Tell } from "../../text/report.ts";
import { speakingOf } from "../../text/speaking-of.ts";
import type { Entry, YamlRead } from "../../text/yaml.ts";
import { readAnswers } from "./answers.ts";
import type { Answer, Draft } from "./draft.ts";
import { arrowSigns, methodIn, readEndpointLine } from "./endpoint-line.ts";
import { exampleNames } from "./example-paths.ts";
import { joined } from "./listed-fields.ts";
import { meantMethod, sayMethod } from "./meant-method.ts";
import { oneEach } from "./one-endpoint.ts";
import { announcesQuery, listedQuery, saidQuery } from "./said-query.ts";
import { saidFields } from "./said-fields.ts";
import { headersBefore, headersBelow, headersOnLine } from "./said-headers.ts";
import { statusSaidAt } from "./said-status.ts";
import { type Effort, type Scanner, scannerOf } from "./scanner.ts";
import { structureEnd } from "./structure-end.ts";
import { urlRefusal, withUrl } from "./refused-url.ts";
import { extension, type Line, ofWorkers, readKeyBlock } from "./key-block.ts";
import { readShape } from "./shape.ts";
import { treeOf } from "./tree.ts";
import { uncommented } from "./uncommented.ts";

type Sketched = Draft & {
  isExample: boolean;
  /** What the next example shows, where a word before it says so. */
  shows: "body" | "answer" | "query" | null;
  /** What the list below names the fields of. */
  lists: "body" | "answer" | null;
  /** The status that was said last, where nothing has shown yet what it answers. */
  open: number | null;
  /** How many of the lines below it said something. */
  told: number;
  /** Whether prose says that a URL which is none is refused. */
  refusesUrls: boolean;
};

/**
 * Reads endpoints that are sketched one a line, with prose around them, as the OpenAPI that they mean: the same nodes,
 * each with its place in the sketch.
 */
export function readSketch(document: string, tell: Tell): YamlRead {
  const text = uncommented(document);
  const lines = linesOf(text);
  const effort = { left: 1_000_000 };
  const drafts: Sketched[] = [];
  const workers: Entry[] = [];
  const everywhere: Draft["headers"] = [];
  for (let n = 0; n < lines.length && drafts.length < mostEndpoints; n++) {
    const line = lines[n];
    if (line === undefined) break;
    const last = drafts.at(-1);
    const found = methodIn(line.text) ?? meantIn(line, tell);
    if (found !== null) {
      const at = line.from + found.pathAt;
      const scanner = scannerOf(text, at, endOf(text, line, found.pathAt, effort));
      const span = { from: line.from + found.at, to: line.from + found.at + found.length };
      const draft = readEndpointLine(scanner, { method: found.method, methodAt: span }, tell);
      const isExample = isSent.test(line.text);
      const drafted = { ...draft, isExample, shows: null, lists: null, open: null, told: 0, refusesUrls: false };
      drafts.push(drafted);
      const own = { text: text.slice(at, scanner.end), from: at };
      addKeyHeader(own, drafted);
      addHeaders(drafted, headersOnLine(own));
      addRefusal(own, drafted);
      addQuery(drafted, saidQuery(own.text, own.from));
      n = lineAt(lines, scanner.end, n);
    } else if (isBlock(line.text, last) && workers.length < mostBelow) {
      const { entries, end } = readKeyBlock(text, lines, n, tell);
      for (const entry of entries) (entry.key === "x-workers" ? workers : last?.keys)?.push(entry);
      n = end - 1;
    } else if (last !== undefined && last.told < mostBelow)
      n = lineAt(lines, readBelow(text, line, last, { effort, tell }), n);
    else if (last === undefined && n < mostBelow) everywhere.push(...headersBefore(line));
  }
  for (const draft of drafts) addHeaders(draft, everywhere);
  const named = exampleNames(text);
  const whole = drafts.map((draft) => {
    const path = named(draft.path);
    return { ...draft, path, isExample: draft.isExample || path !== draft.path, ...checkedBody(draft) };
  });
  return treeOf(oneEach(whole, tell), workers, tell);
}

function meantIn({ text, from }: Line, tell: Tell): ReturnType<typeof methodIn> {
  const meant = meantMethod(text);
  if (meant === null) return null;
  const at = from + meant.at;
  tell({ severity: "error", rule: "method", from: at, to: at + meant.word.length, ...sayMethod(meant, at) });
  return { ...meant, length: meant.word.length };
}

const linesOf = (text: string): Line[] => {
  let from = 0;
  return text.split("\n").map((line) => {
    const one = { text: line.replace(/\r$/, ""), from };
    from += line.length + 1;
    return one;
  });
};

/** `POST /links HTTP/1.1`, `curl -X POST https://…` */
const isSent = /\sHTTP\/[\d.]+\s*$|^[\s>$]*curl\s/;

/** More are refused anyway; see `readApi`. */
const mostEndpoints = 400;
const mostBelow = 50;
const longestLine = 20_000;

const isBlock = (line: string, last: Sketched | undefined): boolean =>
  ofWorkers.test(line) || (last !== undefined && last.keys.length < mostBelow && extension.test(line));

const endOf = (text: string, { text: line, from }: Line, at: number, effort: Effort): number =>
  structureEnd(text, from + at, from + Math.min(line.length, longestLine), effort);

/** The index of the line in which an offset lies. */
function lineAt(lines: readonly Line[], offset: number, from: number): number {
  let n = from;
  while ((lines[n + 1]?.from ?? Number.POSITIVE_INFINITY) <= offset) n++;
  return n;
}

const asked =
  /^\s*(?:(?:-H|--header)\s+(?:'[^'\n]{0,200}'|"[^"\n]{0,200}")\s+){0,6}--?(?:d|data(?:-\w{1,20})?|json)\b[^{[\n]*|^[\s>*_`-]*(?:request|req|body|payload|input|sends?|takes?|accepts?|expects?)\b[^{[\n]*/i;
const answered = new RegExp(
  `^[\\s>*_\`|-]*?(?:${arrowSigns}|HTTP/[\\d.]+|(?:response|resp|returns?|answers?|replies|output|result|success|redirects?)\\b|(?=[2-5]\\d\\d\\b))[\\s:*_\`(]*`,
  "i",
);

/** An answer behind a body: `{"url": "…"} → 201 {"code": "…"}`, `{url} and gives back {code}`. */
const behind = new RegExp(
  `^\\s*(?:${arrowSigns}|(?:and\\s+|,\\s*)?(?:gives?(?: back)?|returns?|answers?|responds?(?: with)?|replies(?: with)?)\\b)`,
  "i",
);

/** Prose such as "returns at most 200 rows" names no status. */
const isAnswer = new RegExp(
  `^[\\s>*_\`|-]*?(?:${arrowSigns}|HTTP/[\\d.]+\\s|(?:\\w+[\\s:*_\`(]*)?(?:status|code|http)?[\\s:*_\`(]*[2-5]\\d\\d\\b)`,
  "i",
);

/** The header stands in prose, in a comment or in a list of headers as often as behind the path. */
function addKeyHeader({ text, from }: Line, { method, headers }: Draft): void {
  const name = "Idempotency-Key";
  const at = method === "GET" || !speakingOf(text)(name) ? -1 : text.search(/\bIdempotency-Key\b/i);
  if (at === -1 || headers.some((header) => header.name === name)) return;
  headers.push({ name, isRequired: false, span: { from: from + at, to: from + at + name.length } });
}

function addHeaders({ headers }: Draft, said: Draft["headers"]): void {
  for (const one of said)
    if (headers.every(({ name }) => name.toLowerCase() !== one.name.toLowerCase())) headers.push(one);
}

function addQuery({ query }: Draft, said: Draft["query"]): void {
  for (const one of said) if (query.every(({ name }) => name !== one.name)) query.push(one);
}

function addRefusal({ text, from }: Line, draft: Sketched): void {
  const refusal = urlRefusal(text);
  if (refusal === null) return;
  draft.refusesUrls = true;
  const at = from + refusal.at;
  addAnswer(draft, { status: refusal.status, span: { from: at, to: at + 3 } });
}

const checkedBody = ({ body, refusesUrls }: Sketched): Pick<Draft, "body"> =>
  body !== undefined && refusesUrls ? { body: { ...body, schema: withUrl(body.schema) } } : {};

/** A request, an answer or an example of JSON below an endpoint's line; answers how far it reaches. */
function readBelow(
  text: string,
  line: Line,
  draft: Sketched,
  { effort, tell }: { effort: Effort; tell: Tell },
): number {
  const example = /^[\s>*-]*(?=[{[])/.exec(line.text);
  const request = asked.exec(line.text);
  const isBody =
    example === null ? request !== null : draft.shows === "body" || (draft.shows === null && takesBody(draft));
  const [lead = ""] = example ?? request ?? answered.exec(line.text) ?? [];
  addKeyHeader(line, draft);
  addHeaders(draft, headersBelow(line, draft.answers.length > 0));
  addRefusal(line, draft);
  if (isQuery(line, draft)) return line.from;
  if (addFields(line, draft)) return line.from;
  if (lead === "" && example === null && !isAnswer.test(line.text)) {
    const at = statusSaidAt(line.text);
    if (at === null) return line.from;
    draft.told += 1;
    const end = endOf(text, line, at, effort);
    addAnswers(draft, readAnswers(below(text, line.from + at, end), tell, draft.headers));
    return Math.max(line.from, end - 1);
  }
  draft.told += 1;
  const end = endOf(text, line, 0, effort);
  const scanner = below(text, line.from + lead.length, end);
  const from = scanner.at;
  const hasShape = /[{[]/.test(text[from] ?? "");
  draft.shows = hasShape ? null : isBody ? "body" : "answer";
  draft.lists = draft.shows;
  if (isBody && hasShape) {
    const schema = readShape(scanner, tell);
    draft.body ??= { schema, span: { from, to: scanner.at } };
    if (behind.test(text.slice(scanner.at, end))) addAnswers(draft, readAnswers(scanner, tell));
  } else if (hasShape) {
    const schema = readShape(scanner, tell);
    addAnswers(draft, [{ status: shownStatus(draft, schema), schema, span: { from, to: scanner.at } }]);
  } else if (!isBody && isAnswer.test(line.text)) {
    const answers = readAnswers(scanner, tell);
    addAnswers(draft, answers);
    // What refuses has no fields of its own.
    if (answers.every(({ status }) => status >= 400)) draft.lists = null;
  }
  return Math.max(line.from, end - 1);
}

const below = (text: string, at: number, end: number): Scanner => ({ ...scannerOf(text, at, end), isBelow: true });

/** Parameters of the query that a line says; true where it says nothing else. */
function isQuery({ text, from }: Line, draft: Sketched): boolean {
  const listed = draft.shows === "query" ? listedQuery(text, from) : [];
  if (draft.shows === "query" && listed.length === 0 && !/^[\s|:-]*$/.test(text)) draft.shows = null;
  if (announcesQuery(text)) draft.shows = "query";
  addQuery(draft, [...listed, ...saidQuery(text, from)]);
  return draft.shows === "query";
}

/** Fields that are named in words; true where the line says nothing else. */
function addFields({ text, from }: Line, draft: Sketched): boolean {
  if (/[{}]/.test(text) || text.trim() === "") return false;
  const said = saidFields(text, from, draft.lists);
  // A table has a head; any other line ends a list.
  if (said === null && !/^\s*\|/.test(text)) draft.lists = null;
  if (said === null || (said.are === "body" && !mayTakeBody(draft))) return false;
  const { fields, are, status = successOf(draft) } = said;
  if (are === "body")
    draft.body = { schema: joined(draft.body?.schema ?? {}, fields), span: draft.body?.span ?? fields.span };
  else {
    const known = draft.answers.find((answer) => answer.status === status);
    if (known === undefined) draft.answers.push({ status, schema: fields.schema, span: fields.span });
    else known.schema = joined(known.schema ?? {}, fields);
  }
  draft.told += 1;
  return true;
}

const mayTakeBody = ({ method }: Draft): boolean => ["POST", "PUT", "PATCH"].includes(method);

const takesBody = (draft: Sketched): boolean => draft.body === undefined && mayTakeBody(draft);

const successOf = ({ method, answers }: Sketched): number =>
  answers.find(({ status }) => status < 300)?.status ?? (method === "POST" ? 201 : 200);

/** What an example below says is of the status above it, unless that refuses and the example shows what succeeds. */
function shownStatus(draft: Sketched, { properties }: Record<string, unknown>): number {
  const success = successOf(draft);
  const isOpen = draft.answers.some(({ status, schema }) => status === success && schema === undefined);
  const isRefusal = isRecord(properties) && Object.keys(properties).some((name) => ofRefusal.test(name));
  return draft.open === null || (draft.open >= 400 && isOpen && !isRefusal) ? success : draft.open;
}

const ofRefusal = /^(?:err|fehler|detail|message|msg|mensa|title|reason|problem|fout|hata)/i;

function addAnswers(draft: Sketched, answers: readonly Answer[]): void {
  for (const answer of answers) addAnswer(draft, answer);
  const last = answers.at(-1);
  draft.open = last === undefined || last.schema !== undefined ? null : last.status;
}

function addAnswer({ answers }: Sketched, answer: Answer): void {
  const known = answers.find(({ status }) => status === answer.status);
  if (known === undefined) answers.push(answer);
  else if (answer.schema !== undefined) known.schema ??= answer.schema;
}
