import { type Part, partNamed } from "../part-words.ts";

/** What a column holds, by its head; null of what is none of it. */
export type Column = Part | null;

export interface Cell {
  text: string;
  from: number;
}

/** Which of several words in a head says more: an `error response` is an error, a `response body` a response. */
const telling: readonly Part[] = [
  "errors",
  "success",
  "answers",
  "headers",
  "query",
  "input",
  "status",
  "method",
  "path",
  "auth",
  "notes",
];

/** What the columns of a table of endpoints hold; null of a line that is no head of one, or of one that only names them. */
export function columnsOf(line: string): Column[] | null {
  if (!/\|.*\|/.test(line) || line.length > longestHead) return null;
  const cells = plainCells(line, 0);
  if (cells.some(({ text }) => isOfRow.test(text))) return null;
  const columns = cells.map(({ text }) => columnOf(text));
  const hasAny = (...parts: Part[]): boolean => parts.some((part) => columns.includes(part));
  const isOfEndpoints = hasAny("path") || hasAny("method");
  return isOfEndpoints && hasAny("input", "answers", "success", "errors", "headers", "query") ? columns : null;
}

const longestHead = 400;

/** A method, a path or braces stand in no head. */
const isOfRow = /^[\s`*_]*(?:(?:GET|POST|PUT|PATCH|DELETE)\b|\/)|\{/;

function columnOf(head: string): Column {
  const whole = partNamed(head);
  if (whole !== null) return whole;
  const named = head.split(/[\s/(),+&]+/).map(partNamed);
  // `Body / params`, `Query or body` and `Body / headers` hold either, which is told by how it is written.
  if (named.includes("input") && (named.includes("query") || named.includes("headers"))) return "input";
  return telling.find((part) => named.includes(part)) ?? null;
}

/** The cells of a row; a bar inside of braces or code, `string | null`, is none of its own where the columns say so. */
export function cellsOf(line: string, from: number, columns: number): Cell[] {
  const plain = plainCells(line, from);
  if (plain.length <= columns) return plain;
  const whole: Cell[] = [];
  for (const cell of plain) {
    const open = whole.at(-1);
    if (open === undefined || isWhole(open.text)) whole.push(cell);
    else open.text = line.slice(open.from - from, cell.from - from + cell.text.length);
  }
  return whole.length < columns ? plain : whole;
}

const isWhole = (text: string): boolean => {
  const count = (sign: string): number => text.split(sign).length;
  return count("{") === count("}") && count("[") === count("]") && count("`") % 2 === 1;
};

/** The cells of a row, wherever bars stand. */
export function plainCells(line: string, from: number): Cell[] {
  const start = /^\s*\|/.exec(line)?.[0].length ?? 0;
  const end = line.trimEnd().endsWith("|") ? line.lastIndexOf("|") : line.length;
  let at = from + start;
  return line
    .slice(start, Math.max(start, end))
    .split(/(?<!\\)\|/)
    .map((text) => {
      const cell = { text, from: at };
      at += text.length + 1;
      return cell;
    });
}
