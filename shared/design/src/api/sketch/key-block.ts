import type { Tell } from "../../text/report.ts";
import { type Entry, entriesOf, readYaml } from "../../text/yaml.ts";
import { methodIn } from "./endpoint-line.ts";

/** A line of a sketch with where it begins. */
export interface Line {
  text: string;
  from: number;
}

/** A key below an endpoint's line. */
export const extension = /^[ \t]+x-[\w-]+[ \t]*:/;

/** What workers do belongs to no endpoint, so it may stand anywhere, also by itself. */
export const ofWorkers = /^[ \t]*x-workers[ \t]*:/;

/** The keys that begin at a line, with what is indented below them; `end` is the line behind them. */
export function readKeyBlock(
  text: string,
  lines: readonly Line[],
  from: number,
  tell: Tell,
): { entries: Entry[]; end: number } {
  const end = blockEnd(lines, from);
  return { entries: readKeys(text, lines[from]?.from ?? 0, lines[end]?.from ?? text.length, tell), end };
}

/** The line after the last one that is indented deeper than the key, or stands beside it. */
function blockEnd(lines: readonly Line[], from: number): number {
  const indent = indentOf(lines[from]?.text ?? "");
  let n = from + 1;
  while (n < lines.length) {
    const { text = "" } = lines[n] ?? {};
    const isOwn = text.trim() === "" || indentOf(text) > indent || (indentOf(text) === indent && extension.test(text));
    if (!isOwn || methodIn(text) !== null) break;
    n++;
  }
  return n;
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** Keys are YAML, but in a sketch tabs indent as well as spaces do. */
function readKeys(text: string, from: number, to: number, tell: Tell): Entry[] {
  const plain = text
    .slice(from, to)
    .replaceAll("\r", " ")
    .replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " "));
  const read = readYaml(plain, tell, from);
  return read === null ? [] : entriesOf(read.root);
}
