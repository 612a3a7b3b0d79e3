import { type Word, wordsIn } from "./calls.ts";
import { insideOf, partsOf } from "./parts.ts";

/** A class or a record of C#, with the attributes before it. */
export interface CsharpClass {
  name: string;
  marks: Word[];
  /** What it is derived from, as it is written. */
  bases: string;
  body: string;
  comment: string;
}

/** `[MaxLength(8)] public required string Code { get; set; }`. */
export interface Property {
  name: string;
  type: string;
  isOptional: boolean;
  marks: Word[];
  value: string | undefined;
  comment: string;
}

/** A piece of a file or a class: a property goes on behind its braces where a value follows. */
export interface CsharpPart {
  code: string;
  comment: string;
}

/** What a file says, that in its namespaces with it. */
export function csharpParts(text: string): CsharpPart[] {
  const parts: CsharpPart[] = [];
  for (const { code, comment } of partsOf(text, "//", ";}")) {
    const last = parts.at(-1);
    if (/^namespace\b[^{]*\{/.test(code)) parts.push(...csharpParts(insideOf(code, code.indexOf("{"), "//")));
    else if (code.startsWith("=") && last !== undefined) {
      last.code += ` ${code}`;
      last.comment += comment;
    } else parts.push({ code, comment });
  }
  return parts;
}

/** `[Key, MaxLength(8)] [Required] rest`: the attributes, and what follows them. */
function attributesOf(code: string): { marks: Word[]; rest: string } {
  const marks: Word[] = [];
  let rest = code;
  while (rest.startsWith("[")) {
    const inside = insideOf(rest, 0, "//");
    marks.push(...wordsIn(inside, "//").filter(({ name }) => /^[A-Z]/.test(name)));
    rest = rest.slice(inside.length + 2).trimStart();
  }
  return { marks, rest };
}

export function csharpClass({ code, comment }: CsharpPart): CsharpClass | null {
  const { marks, rest } = attributesOf(code);
  const [head, name] =
    /^(?:(?:public|internal|sealed|abstract|partial|static)\s+)*(?:class|record(?:\s+class)?)\s+(\w+)/.exec(rest) ?? [];
  if (head === undefined || name === undefined) return null;
  const after = rest.slice(head.length);
  const open = after.indexOf("{");
  const before = open === -1 ? after : after.slice(0, open);
  return { name, marks, bases: before, body: open === -1 ? recordBody(before) : insideOf(after, open, "//"), comment };
}

/** The parameters of a record are its properties. */
const recordBody = (head: string): string =>
  head.includes("(")
    ? partsOf(insideOf(head, head.indexOf("("), "//"), "//", ",")
        .map(({ code }) => `public ${code.split("=")[0] ?? code} { get; set; }`)
        .join("\n")
    : "";

export function propertyOf({ code, comment }: CsharpPart): Property | null {
  const { marks, rest } = attributesOf(code);
  const [, type = "", name, value] =
    /^(?:(?:public|internal|required|virtual|override|new)\s+)+([\w.]+(?:<[\w.<>?, ]+>)?(?:\[\])?\??)\s+(\w+)\s*\{\s*get;[^}]*\}\s*(?:=\s*(.+))?$/s.exec(
      rest,
    ) ?? [];
  if (name === undefined) return null;
  return { name, type: type.replace(/\?$/, ""), isOptional: type.endsWith("?"), marks, value: value?.trim(), comment };
}

/** The members that `x => x.Code`, `x => new { x.A, x.B }`, `"Code"` or `nameof(Code)` speak of. */
export function membersOf(written: string): string[] {
  const [, after = written] = /^\(?\w+\)?\s*=>\s*(.*)$/s.exec(written) ?? [];
  const named = [...after.matchAll(/\b[a-z_]\w*\.(\w+)|["'](\w+)["']|nameof\((?:\w+\.)?(\w+)\)/g)];
  return named.flatMap((found) => found.slice(1).find((one) => one !== undefined) ?? []);
}

/** What is given to a call, as it is written. */
export const argumentsIn = (inside: string | null | undefined): string[] =>
  partsOf(inside ?? "", "//", ",").flatMap(({ code }) => (code === "" ? [] : [code]));
