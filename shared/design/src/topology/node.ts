import type { Scanner } from "./scanner.ts";

export const shapes = [
  ["(((", ")))", "circle"],
  ["[(", ")]", "cylinder"],
  ["([", "])", "stadium"],
  ["[[", "]]", "subroutine"],
  ["((", "))", "circle"],
  ["{{", "}}", "hexagon"],
  ["[/", "/]", "parallelogram"],
  ["[\\", "\\]", "parallelogram"],
  ["[", "]", "rect"],
  ["(", ")", "round"],
  ["{", "}", "diamond"],
  [">", "]", "flag"],
] as const;

export type Shape = (typeof shapes)[number][2];

export interface NodeText {
  id: string;
  at: number;
  label?: string;
  shape?: Shape;
}

export type NodeRead = NodeText | { problem: string };

const name = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>ox])|-(?=[ox]\p{L}))*/uy;
const longest = 200;

/** `id`, `id[Label]`, `id["Label"]:::style`, `id@{ shape: cyl, label: "Label" }`. */
export function readNode(from: Scanner): NodeRead {
  from.take(/\s*/y);
  const at = from.offset;
  const id = from.take(name)?.[0];
  if (id === undefined) return { problem: "A component's name is expected here." };
  if (id.length > longest) return { problem: `This name is too long; shorten it, and write the rest in brackets.` };
  const attributes = from.take(/@\{([^}\n]*)\}/y)?.[1];
  const body = attributes === undefined ? readLabel(from) : fromAttributes(attributes);
  if ("problem" in body) return body;
  from.take(/:::[\w-]+/y);
  return { id, at, ...body };
}

function readLabel(from: Scanner): { label?: string; shape?: Shape } | { problem: string } {
  const found = shapes.find(([left]) => from.startsWith(left));
  if (found === undefined) return {};
  const [left, right, shape] = found;
  from.upTo(left);
  const isQuoted = from.take(/\s*"/y) !== null;
  if (isQuoted) {
    const label = from.upTo('"');
    if (label === null) return { problem: 'A quote is not closed here; end it with ".' };
    from.take(/\s*/y);
    return from.startsWith(right) && from.upTo(right) !== null
      ? { label: clean(label), shape }
      : { problem: `${right} is expected here, to close ${left}.` };
  }
  const label = from.upTo(right);
  return label === null
    ? { problem: `${left} is not closed; end the label with ${right}.` }
    : { label: clean(label), shape };
}

const clean = (label: string): string =>
  label
    .replace(/<br\s*\/?>|\\n/gi, " ")
    .replace(/^`|`$/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);

function fromAttributes(text: string): { label?: string; shape?: Shape } {
  const label = /\blabel:\s*"([^"]*)"/.exec(text)?.[1];
  const shape = /\bshape:\s*([\w-]+)/.exec(text)?.[1] ?? "";
  return {
    ...(label === undefined ? {} : { label: clean(label) }),
    ...(/^(?:cyl|cylinder|db|database)$/.test(shape) ? { shape: "cylinder" } : {}),
  };
}
