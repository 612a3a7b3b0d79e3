import { type Given, givenIn, type Word } from "./calls.ts";
import { insideOf, type Part, partsOf } from "./parts.ts";

/** What stands before a class or a field with a sign, such as `@Column(…)`, with what it is said of. */
export interface Annotated {
  marks: Word[];
  /** The class or the field itself. */
  code: string;
  comment: string;
}

/** Lines of a class or a file, each with the annotations before it. */
export function annotatedIn(text: string, ends: string): Annotated[] {
  const found: Annotated[] = [];
  let marks: Word[] = [];
  let said: string[] = [];
  for (const { code, comment } of partsOf(text, "//", ends)) {
    const { own, rest } = splitMarks(code);
    marks.push(...own);
    if (comment !== "" && (marks.length > 0 || rest !== "")) said.push(comment);
    if (rest === "" && marks.length > 0) continue;
    found.push({ marks, code: rest, comment: rest === "" ? comment : said.join(" ") });
    marks = [];
    said = [];
  }
  return found;
}

/** `@Id @field:Column(name = "x") val id: Long` in its annotations and what follows them. */
export function splitMarks(code: string): { own: Word[]; rest: string } {
  const own: Word[] = [];
  let from = 0;
  while (code[from] === "@") {
    const [head, name = ""] =
      /^@(?:(?:field|get|set|param|property):)?([\w.]+)[ \t]*/.exec(code.slice(from, from + 200)) ?? [];
    if (head === undefined) break;
    const open = from + head.length;
    const inside = code[open] === "(" ? insideOf(code, open, "//") : null;
    const end = inside === null ? open : open + inside.length + 2;
    own.push({ name: name.split(".").at(-1) ?? name, before: "@", inside, end });
    from = end + (/^\s*/.exec(code.slice(end, end + 200))?.[0].length ?? 0);
  }
  return { own, rest: code.slice(from) };
}

/** What is given to an annotation of this name; null where there is none. */
export function mark(marks: readonly Word[], ...names: string[]): Given | null {
  const found = marks.find(({ name }) => names.includes(name));
  return found === undefined ? null : givenIn(found.inside ?? "", "//");
}

/** What is given to every annotation of this name. */
export const marksOf = (marks: readonly Word[], name: string): Given[] =>
  marks.flatMap((one) => (one.name === name ? [givenIn(one.inside ?? "", "//")] : []));

/** The body of a class in braces. */
export function bodyOf(code: string): string {
  const open = code.indexOf("{");
  return open === -1 ? "" : insideOf(code, open, "//");
}

/** What an object in braces says by name. */
export const objectIn = (written: string | undefined): Given["named"] =>
  written?.trim().startsWith("{") === true
    ? givenIn(insideOf(written.trim(), 0, "//"), "//").named
    : new Map<string, string>();

/** The members of an enum, with the literal or the name of each. */
export function membersIn(body: string): { name: string; value: string }[] {
  const [first = ""] = body.split(/;\s*$|;\s*\n/);
  return partsOf(first, "//", ",").flatMap(({ code }: Part) => {
    const [, name, value] = /^(?:\[[^\]]*\]\s*)?(\w+)(?:\s*=\s*(.+))?/s.exec(splitMarks(code).rest) ?? [];
    return name === undefined ? [] : [{ name, value: value ?? name }];
  });
}
