import type { Tell } from "../../text/report.ts";
import { methods, otherMethods } from "../methods.ts";
import { readAnswers } from "./answers.ts";
import { readEndpointLine } from "./endpoint-line.ts";
import type { Line } from "./key-block.ts";
import { fieldsIn } from "./listed-fields.ts";
import { headersAsked, headersBelow, headersNamed } from "./said-headers.ts";
import { queryNamed, saidQuery } from "./said-query.ts";
import { statusSaidAt } from "./said-status.ts";
import { type Scanner, scannerOf } from "./scanner.ts";
import { readShape } from "./shape.ts";
import {
  addAnswers,
  addHeaders,
  addKeyHeader,
  addQuery,
  addRefusal,
  addText,
  mayTakeBody,
  type Sketched,
  unread,
} from "./sketched.ts";
import { type Cell, cellsOf, type Column } from "./table-cells.ts";

const said = new RegExp(`^[\\s\`*_]*(${[...methods, ...otherMethods].join("|")})[\\s\`*_]*(?=$|[\\s\`*_]/)`, "i");
const path = /^[\s`*_]*(?=\/|https?:\/\/)/;

/** `| POST | /links | Body {url} | 201 {code} | 409 |` below the head of its table, cell by cell; null of a row that is no endpoint. */
export function readRow(text: string, line: Line, columns: readonly Column[], tell: Tell): Sketched | null {
  const cells = cellsOf(line.text.slice(0, longestRow), line.from, columns.length);
  const found = endpointIn(cells, columns);
  if (found === null) return null;
  const { method, methodAt, pathAt, end } = found;
  const drafted = readEndpointLine(scannerOf(text, pathAt, end), { method, methodAt }, tell);
  const span = { from: Math.min(methodAt.from, pathAt), to: line.from + line.text.trimEnd().length };
  const draft: Sketched = { ...drafted, span, ...unread };
  const has = (part: Column): boolean => columns.includes(part);
  for (const [n, cell] of cells.entries()) {
    const column = columns[n] ?? null;
    if (cell.from <= pathAt && pathAt <= cell.from + cell.text.length) continue;
    if (column === "method" || /^[\s–—-]*$/.test(cell.text)) continue;
    if (column === "headers") addHeaders(draft, headersNamed(cell));
    else if (column === "input" || (column === "query" && mayTakeBody(draft) && /\{\s*["'\w]/.test(cell.text)))
      readInput(text, cell, draft, tell);
    else if (column === "query") addQuery(draft, queryNamed(cell.text, cell.from));
    else if (column === "answers" || column === "success" || column === "errors" || column === "status")
      readOutput(text, cell, draft, tell);
    else {
      readNotes(text, cell, draft, tell);
      if (!has("input") && draft.body === undefined) readInput(text, cell, draft, tell);
    }
  }
  return draft;
}

const longestRow = 8_000;

function endpointIn(cells: readonly Cell[], columns: readonly Column[]) {
  const methodCell = cells.find((cell, n) => columns[n] !== "notes" && said.test(cell.text));
  const [lead = "", name = ""] = said.exec(methodCell?.text ?? "") ?? [];
  if (methodCell === undefined) return null;
  const methodFrom = methodCell.from + lead.toLowerCase().indexOf(name.toLowerCase());
  const methodAt = { from: methodFrom, to: methodFrom + name.length };
  const rest = { text: methodCell.text.slice(lead.length), from: methodCell.from + lead.length };
  const pathCell = [rest, ...cells.filter((cell) => cell !== methodCell)].find((cell) => path.test(cell.text));
  if (pathCell === undefined) return null;
  const pathAt = pathCell.from + (path.exec(pathCell.text)?.[0].length ?? 0);
  return { method: name.toUpperCase(), methodAt, pathAt, end: pathCell.from + pathCell.text.trimEnd().length };
}

/** In a cell, a word too many is no mistake. */
const within = (text: string, { text: cell, from }: Cell, at = 0): Scanner => ({
  ...scannerOf(text, from + at, from + cell.length),
  isBelow: true,
});

/** ``Header `X-Client-Id`, Body `{"url": "…"}` ``, `` `?limit=` `` or `url, alias?`. */
function readInput(text: string, cell: Cell, draft: Sketched, tell: Tell): void {
  addKeyHeader(cell, draft);
  addHeaders(draft, headersAsked(cell));
  addQuery(draft, saidQuery(cell.text, cell.from));
  if (!mayTakeBody(draft)) return addQuery(draft, plainQuery(cell, draft));
  if (draft.body !== undefined) return;
  const opens = cell.text.search(/[{[](?=[\s\w"'.…{<}])/);
  if (opens !== -1) {
    const scanner = within(text, cell, opens);
    const schema = readShape(scanner, tell);
    draft.body = { schema, span: { from: cell.from + opens, to: scanner.at } };
    return;
  }
  addText(cell, draft);
  if (draft.text !== null) return;
  const [lead = ""] =
    /^[\s`*_]*(?:(?:json|body|request|corps|cuerpo|corpo)\s*(?::\s*|(?:body\s+)?(?=`)))?/i.exec(cell.text) ?? [];
  if (!/[,:?_`]|\burl\b/.test(cell.text)) return;
  const fields = fieldsIn(cell.text.slice(lead.length).replace(/[\s`*_]+$/, ""), cell.from + lead.length);
  if (fields !== null) draft.body = fields;
}

/** `limit, cursor?` of a request that has no body. */
function plainQuery({ text, from }: Cell, { path }: Sketched): Sketched["query"] {
  const words = text.replaceAll(/^[\s`*_]+|[\s`*_]+$/g, "");
  if (!/[,?_`]/.test(text) || fieldsIn(words, from) === null) return [];
  return queryNamed(text, from).filter(({ name }) => !path.includes(`{${name}}`));
}

/** `**201** {code}; 200 on a retry`, `404 / 409 already sold`. */
function readOutput(text: string, cell: Cell, draft: Sketched, tell: Tell): void {
  addAnswers(draft, readAnswers(within(text, cell), tell));
  let at = cell.from;
  for (const part of cell.text.split(/(?<=[,;/]\s{0,3}|<br ?\/?>)(?=[`*]{0,3}[45]\d\d\b)/)) {
    addRefusal({ text: part, from: at }, draft);
    at += part.length;
  }
}

function readNotes(text: string, cell: Cell, draft: Sketched, tell: Tell): void {
  if (draft.summary === "") draft.summary = cell.text.replaceAll(/[`*_]/g, "").trim().slice(0, 200);
  addKeyHeader(cell, draft);
  addHeaders(draft, headersBelow(cell, false));
  addRefusal(cell, draft);
  const at = statusSaidAt(cell.text);
  if (at !== null) addAnswers(draft, readAnswers(within(text, cell, at), tell));
}
