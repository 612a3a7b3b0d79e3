import { partNamed } from "../part-words.ts";
import type { Line } from "./key-block.ts";

/**
 * A row of a table of two columns that says what of an endpoint stands beside it, `| Body | {"url": "…"} |`, as the line without bars that
 * means the same, each sign at its own place; any other line as it is, as is a head whose cells are only words.
 */
export function labelledRow(line: Line): Line {
  const [, start = "", label = "", value = ""] = /^(\s*)\|([^|]{1,60})\|([^|]{1,2000})\|\s*$/.exec(line.text) ?? [];
  if (partNamed(label.replaceAll(/\([^()]{0,30}\)/g, "")) === null || !tells.test(value)) return line;
  return { ...line, text: `${start} ${label}:${value} ` };
}

/** A field, a header, a path or a status: what a word alone, the other half of a head, is not. */
const tells = /[`{[/<]|\w-\w|\d{3}|[a-z]_[a-z]|,/i;
