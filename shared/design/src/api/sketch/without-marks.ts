import { methods, otherMethods } from "../methods.ts";

const method = [...methods, ...otherMethods].join("|");
/** The mark of an item in a list. */
const listed = "[ \\t]{0,20}(?:>[ \\t]{0,9})?(?:[-*+•][ \\t]{1,9}|\\d{1,3}[.)][ \\t]{1,9})";
/** The same, or no mark at all. */
const item = `(?:${listed}|[ \\t]{0,20}(?:>[ \\t]{0,9})?)`;

/** `- [x] POST /links`: an item of a list of tasks, or what is none before a method. */
const ticked = new RegExp(
  `^(?:${listed}\\[[ xX✓✔]\\](?=[ \\t])|${item}\\[[ xX✓✔]\\](?=[ \\t]{1,9}[\`*_]{0,3}(?:${method})\\b))`,
  "i",
);

const between = "[ \\t]{0,3}(?:[|/&+,]|,?[ \\t](?:or|and)[ \\t])[ \\t]{0,3}";
/** `GET|HEAD /{code} -> 302`; what has neither an arrow nor a body behind its path is prose, unless it ends there. */
const several = new RegExp(
  `^(${item}(?:#{2,6}[ \\t]{1,9}|\\|[ \\t]{0,9})?(?:\\[[ xX✓✔]\\][ \\t]{1,9})?)([\`*_]{0,3}(?:${method})(?:${between}(?:${method})){1,6}[\`*_]{0,3})(?=[ \\t]{1,9}(?:\\|[ \\t]{1,9})?[\`*_]{0,3}/[^\\s\`*]{0,600}[\`*_]{0,3}[ \\t]{0,9}(?:$|[{[(|]|-{1,4}>|={1,4}>|[→⇒⟶➜]))`,
);
const each = new RegExp(method, "g");

/** Where several methods stand before one path, and which of them have to be served: where GET is answered, HEAD and OPTIONS are. */
export function severalIn(line: string): { at: number; length: number; names: string[] } | null {
  if (!line.includes("/")) return null;
  const [whole = "", before = "", list = ""] = several.exec(line) ?? [];
  if (whole === "") return null;
  const names = list.match(each) ?? [];
  const own = names.filter((name) => methods.has(name));
  return { at: before.length, length: list.length, names: [...new Set(own.length > 0 ? own : names)] };
}

/** A text whose endpoints have one method each, their first, and no box to tick before it; every offset as it was. */
export const withoutMarks = (text: string): string =>
  text
    .split("\n")
    .map((line) => withoutBox(withOneMethod(line)))
    .join("\n");

const withoutBox = (line: string): string =>
  line.includes("[") ? line.replace(ticked, (found) => `${found.slice(0, -"[x]".length)}   `) : line;

function withOneMethod(line: string): string {
  const found = severalIn(line);
  if (found === null) return line;
  const { at, length, names } = found;
  return line.slice(0, at) + (names[0] ?? "").padEnd(length) + line.slice(at + length);
}
