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

const path = "/[\\p{L}\\p{N}_{:<][^\\s`*\"']{0,600}";
/** `/{code} -> 302`, `resolve: /{code} -> 302`, `ANY /{code} -> 302`: a path that is answered, without a method. */
const methodless = new RegExp(
  `^(${lead}(?:\\p{L}[\\p{L}\\p{N}_ -]{0,30}:[ \\t]{1,9}[\`*_]{0,3})?)((?:ANY|ALL)[ \\t]{1,9})?(${path})([^\\n>→⇒]{0,600})${answer}`,
  "u",
);
/** `GET/{code} -> 302`, `(GET) /{code} -> 302`, `GET - "/{code}" -> 302`: with something else than a blank between the two. */
const joined = new RegExp(
  `^(${lead})(["'(<]?(${method})["')>]?[ \\t]{0,3}[=:–-]?[ \\t]{0,3}["']?)(?!/(?:${method})\\b)(?=(${path})[^\\n]{0,600}${answer})`,
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
export const roughIn = (line: Line, known: ReadonlySet<string>, tell: Tell): Rough | null =>
  line.text.includes("/") ? (methodlessIn(line, known, tell) ?? joinedIn(line, tell)) : null;

function methodlessIn({ text, from }: Line, known: ReadonlySet<string>, tell: Tell): Rough | null {
  const [whole = "", before = "", every = "", target = "", behind = "", kind = ""] = methodless.exec(text) ?? [];
  if (whole === "" || known.has(shapeOf(target))) return null;
  const at = from + before.length;
  const end = at + every.length;
  const meant = kind === "3" ? "GET" : /[{[(]/.test(behind) || / 20[12]$/.test(whole) ? "POST" : "GET";
  const message = `An endpoint begins with its method, and here is none: ${meant} ${target} was probably meant, and is read.`;
  // Only what is asked for by GET leads elsewhere, or is answered without anything sent.
  const severity = meant === "GET" ? "warning" : "error";
  const fixes = [fixOf(`Write ${meant}`, at, end, `${meant} `)];
  tell({ severity, rule: "method", message, from: at, to: end + target.length, fixes });
  return { at: before.length, length: every.length, method: meant, pathAt: before.length + every.length };
}

function joinedIn({ text, from }: Line, tell: Tell): Rough | null {
  const [whole = "", before = "", between = "", verb = "", target = ""] = joined.exec(text) ?? [];
  if (whole === "") return null;
  const at = from + before.length;
  const end = at + between.length;
  const message = `Between ${verb} and its path stands a blank and nothing else: ${verb} ${target}.`;
  // A quote that opens there is closed somewhere.
  const fixes = /["']/.test(between) ? [] : [fixOf(`Write ${verb} ${target}`, at, end, `${verb} `)];
  tell({ severity: "warning", rule: "method", message, from: at, to: end, fixes });
  return { at: before.length, length: between.length, method: verb, pathAt: whole.length };
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

const fixOf = (label: string, from: number, to: number, insert: string): Fix => ({
  label,
  edits: [{ document: "api", from, to, insert }],
});
