import type { Fix } from "@proofroom/domain/design/finding";
import type { Tell } from "../../text/report.ts";
import { methods, otherMethods } from "../methods.ts";
import { pathShape } from "../path.ts";
import { arrowSigns, bracedPath } from "./endpoint-line.ts";
import type { Line } from "./key-block.ts";
import { severalIn } from "./without-marks.ts";

const method = [...methods, ...otherMethods].join("|");
const lead = "[ \\t]{0,20}(?:>[ \\t]{0,9})?(?:[-*+•][ \\t]{1,9}|\\d{1,3}[.)][ \\t]{1,9})?[`*_]{0,3}";
const answer = `(?:${arrowSigns})[ \\t]{0,9}[\`*_]{0,3}([2-5])\\d\\d(?!\\d)`;

/** `/{code} -> 302`: a path that is answered, without a method. */
const methodless = new RegExp(`^(${lead})(/[\\p{L}\\p{N}_{:<][^\\s\`*]{0,600})([^\\n>→⇒]{0,600})${answer}`, "u");
/** `GET/{code} -> 302`: with no blank between the two. */
const joined = new RegExp(
  `^(${lead})(${method})(?=(/(?!(?:${method})\\b)[\\p{L}\\p{N}_{:<][^\\s\`*]{0,600})[^\\n]{0,600}${answer})`,
  "u",
);
/** `POST {url} -> 201`, `GET -> 302`: a method that is answered, without a path. */
const pathless = new RegExp(`^(${lead})(${method})[\`*_:]{0,4}[ \\t]{0,9}(?=[{[(][^\\n]{0,600}${answer}|${answer})`);

interface Rough {
  at: number;
  length: number;
  method: string;
  pathAt: number;
}

/** Whether a line is an endpoint that lacks its method, or the blank behind it. */
export const isRough = (line: string): boolean => line.includes("/") && (methodless.test(line) || joined.test(line));

/** The paths of lines that name a method as well, be it in a table: what is told of them elsewhere needs none. */
export const pathsBesideMethods = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines
      .filter(({ text }) => verbs.test(text))
      .flatMap(({ text }) => [...text.matchAll(paths)].map(([path]) => shapeOf(path))),
  );

const verbs = new RegExp(`\\b(?:${method})\\b`);
const paths = /(?<![^\s`*|"'(])\/[^\s`*?,|"')]{1,600}/g;
const shapeOf = (path: string): string => pathShape(bracedPath(path.replace(/[?].*/, "")));

/** The endpoint that such a line means, which is told with what it lacks; null where it is none. */
export function roughIn({ text, from }: Line, known: ReadonlySet<string>, tell: Tell): Rough | null {
  if (!text.includes("/")) return null;
  const [whole = "", before = "", path = "", between = "", kind = ""] = methodless.exec(text) ?? [];
  if (whole !== "") {
    if (known.has(shapeOf(path))) return null;
    const at = from + before.length;
    const meant = kind === "3" ? "GET" : /[{[(]/.test(between) || / 20[12]$/.test(whole) ? "POST" : "GET";
    const message = `An endpoint begins with its method, and here is none: ${meant} ${path} was probably meant, and is read.`;
    // Only what is asked for by GET leads elsewhere, or is answered without anything sent.
    const severity = meant === "GET" ? ("warning" as const) : ("error" as const);
    const fixes = [fixOf(`Write ${meant}`, at, `${meant} `)];
    tell({ severity, rule: "method", message, from: at, to: at + path.length, fixes });
    return { at: before.length, length: 0, method: meant, pathAt: before.length };
  }
  const [together = "", ahead = "", verb = "", target = ""] = joined.exec(text) ?? [];
  if (together === "") return null;
  const at = from + ahead.length;
  const message = `A blank belongs between ${verb} and its path: ${verb} ${target}.`;
  const fixes = [fixOf("Put a blank there", at + verb.length, " ")];
  tell({ severity: "warning", rule: "method", message, from: at, to: at + verb.length, fixes });
  return { at: ahead.length, length: verb.length, method: verb, pathAt: together.length };
}

/** Whether a line is a method with an answer and no path, which is told: nothing can be run of it. */
export function isPathless({ text, from }: Line, tell: Tell): boolean {
  const [whole = "", before = "", verb = ""] = pathless.exec(text) ?? [];
  if (whole === "") return false;
  const at = from + before.length;
  const message = `${verb} has no path here; write one behind it, beginning with a slash, such as ${verb} /things.`;
  tell({ severity: "error", rule: "path", message, from: at, to: at + verb.length });
  return true;
}

/** Of several methods before one path the first is read, and that is told. */
export function tellSeveral({ text, from }: Line, tell: Tell): void {
  const { at, length, names } = severalIn(text) ?? { at: 0, length: 0, names: [] };
  if (names.length < 2) return;
  const message = `Of ${names.join(" and ")} on one line only ${names[0]} is read; write a line for each.`;
  const line = (name: string): string => `${text.slice(0, at)}${name}${text.slice(at + length)}`;
  const edit = { document: "api" as const, from, to: from + text.length, insert: names.map(line).join("\n") };
  const span = { from: from + at, to: from + at + length };
  tell({
    severity: "warning",
    rule: "method",
    message,
    ...span,
    fixes: [{ label: "Write a line for each", edits: [edit] }],
  });
}

const fixOf = (label: string, at: number, insert: string): Fix => ({
  label,
  edits: [{ document: "api", from: at, to: at, insert }],
});
