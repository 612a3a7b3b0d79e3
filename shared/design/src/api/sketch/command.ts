import type { Fields } from "./listed-fields.ts";
import { methods, otherMethods } from "../methods.ts";

const method = [...methods, ...otherMethods].join("|");

/** Between two words of a command, which may go on in its next line. */
const gap = "(?:[ \\t]|\\\\\\r?\\n){1,40}";
/** `localhost:8080`, `$HOST`, `{{base}}`: where a request is sent, without how. */
export const host =
  "(?:(?:localhost|[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,5}|\\$\\{?\\w{1,40}\\}?|\\{\\{\\w{1,40}\\}\\})(?::\\d{1,5})?|[\\w-]{1,60}:\\d{1,5})";
/** An option whose value has no quotes; of any other a word behind it would be the URL. */
const valued = "-{1,2}(?:o|output|u|user|w|write-out|m|max-time|b|cookie|A|F|form|d|data[\\w-]{0,12}|json)";
const option = `(?:${gap}(?:${valued}${gap}[^\\s'"\\\\]{1,200}|-{1,2}(?!X|request\\b)[\\w-]{1,20}|'[^'\\n]{0,200}'|"(?!http|/)[^"\\n]{0,200}")){0,12}`;
const saidMethod = `(?:-X|--request)[ \\t=]{0,9}["']?(${method})\\b`;
/** `curl -s -X POST https://sho.rt/links`, also as an item of a list, and of a path alone. */
const curl = new RegExp(
  `^([ \\t>]{0,20}(?:[-*+•][ \\t]{1,9}|\\d{1,3}[.)][ \\t]{1,9})?\`?\\$?[ \\t]{0,9})curl\\b${option}(?:${gap}${saidMethod}["']?)?${option}${gap}["']?(?=https?://|${host}/|/[\\w:{<])`,
  "i",
);
const saidBehind = new RegExp(`\\s${saidMethod}`, "i");

/** A command that sends a request, without its method a GET, and a POST where it has data; null of what is none. */
export function commandIn(text: string): { at: number; length: number; method: string; pathAt: number } | null {
  const [called = "", lead = "", before] = curl.exec(text) ?? [];
  if (called === "") return null;
  const said = before ?? saidBehind.exec(text.slice(called.length))?.[1];
  const otherwise = /\s(?:-d|-F|--data[\w-]*|--form|--json)\b/.test(text) ? "POST" : "GET";
  const meant = (said ?? otherwise).toUpperCase();
  return { at: lead.length, length: "curl".length, method: meant, pathAt: called.length };
}

/** Nobody's command goes on for longer. */
const longest = 4_000;

/** From `from` to the end of its line, or of the last in which its command goes on, each behind a backslash. */
export function wholeCommand(text: string, from: number, end: number): string {
  const line = text.slice(from, end);
  if (!/^[^\n]{0,40}\bcurl\b[^\n]*\\\s*$/.test(line)) return line;
  return /^(?:[^\n]*\\[ \t\r]*\n)*[^\n]*/.exec(text.slice(from, from + longest))?.[0] ?? line;
}

const formField =
  /\s(?:-d|-F|--data(?:-\w{1,12})?|--form)(?:[ \t=]|\\\r?\n){0,20}(?:'([A-Za-z_][^'\n]{0,400})'|"([A-Za-z_][^"\n]{0,400})"|([A-Za-z_][^\s'"\\]{0,400}))/g;

/** `-d seat=42 -d user=7`: what a command that begins at `from` sends as a form; null where it sends none. */
export function formOf(command: string, from: number): Fields | null {
  const found = [...command.matchAll(formField)];
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  const sent = found.flatMap(([, single, double, bare]) => (single ?? double ?? bare ?? "").split("&"));
  const fields = sent.flatMap((pair) => {
    const [, name = "", value = ""] = /^([A-Za-z_][\w-]{0,60})=(.*)$/s.exec(pair) ?? [];
    return name === "" || name === "__proto__" ? [] : [[name, shown(value)] as const];
  });
  if (fields.length === 0) return null;
  const span = { from: from + first.index, to: from + last.index + last[0].length };
  return { schema: { type: "object", properties: Object.fromEntries(fields) }, span };
}

function shown(value: string): Record<string, unknown> {
  if (/^https?(?::|%3A)/i.test(value)) return { type: "string", format: "uri" };
  return /^\d{1,15}$/.test(value) ? {} : { type: "string" };
}

/** Whether a line shows a request as it is sent: `POST /links HTTP/1.1`, `curl -X POST https://…` */
export const isSent = (line: string): boolean => /\sHTTP\/[\d.]+\s*$|^[\s>$`*+•\d.)-]{0,40}curl\s/.test(line);
