import type { Scanner } from "./scanner.ts";

export const shapes = [
  ["(((", ")))", "circle"],
  ["[(", ")]", "cylinder"],
  ["([", "])", "stadium"],
  ["[[", "]]", "subroutine"],
  ["((", "))", "circle"],
  ["{{", "}}", "hexagon"],
  ["[/", "/]", "parallelogram"],
  ["[/", "\\]", "trapezoid"],
  ["[\\", "\\]", "parallelogram"],
  ["[\\", "/]", "trapezoid"],
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
  const attributes = from.take(/@\{([^}]*)\}/y)?.[1];
  const body = attributes === undefined ? readLabel(from) : fromAttributes(attributes);
  if ("problem" in body) return body;
  from.take(/:::[\w-]+/y);
  return { id, at, ...body };
}

function readLabel(from: Scanner): { label?: string; shape?: Shape } | { problem: string } {
  const found = shapes.find(([left]) => from.startsWith(left));
  if (found === undefined) return {};
  const [left] = found;
  from.upTo(left);
  const [, right, shape] = closedFirst(from.rest(2 * longest), left) ?? found;
  const isQuoted = from.take(/\s*"/y) !== null;
  if (isQuoted) {
    const label = from.upTo('"');
    if (label === null) return { problem: 'A quote is not closed here; end it with ".' };
    from.take(/\s*/y);
    return from.startsWith(right) && from.upTo(right) !== null
      ? { label: clean(label), shape }
      : { problem: `${right} is expected here, to close ${left}.` };
  }
  const isSwallowing = next.test(from.rest(2 * longest).split(right, 1)[0] ?? "");
  const label = isSwallowing ? null : from.upTo(right);
  return label === null
    ? { problem: `${left} is not closed; end the label with ${right}.` }
    : { label: clean(label), shape };
}

/** `api[API --> db[(Postgres)]`: another component with a label of its own, to which an arrow or `&` leads, is no part of a label. */
const next =
  /(?:--+>|---|-\.+->|==+>)[ \t]{0,9}(?:\|[^|\n]{0,200}\|[ \t]{0,9})?[\p{L}\p{N}_][\w.-]{0,60}[[({]|&[ \t]{1,9}[\p{L}_][\w.-]{0,60}\[/u;

/** Of the shapes that begin alike the one whose end comes first. */
function closedFirst(rest: string, left: string): (typeof shapes)[number] | undefined {
  const ends = shapes.flatMap((shape) => {
    const at = shape[0] === left ? rest.indexOf(shape[1]) : -1;
    return at === -1 ? [] : [{ shape, at }];
  });
  return ends.toSorted((a, b) => a.at - b.at)[0]?.shape;
}

const icon = /\b(?:fa[a-z]{0,2}|mdi|logos|material|aws|azure|gcp):[\w-]+/gi;

/** A label as it is read: without its icons, tags and the signs of Markdown. */
const clean = (label: string): string =>
  label
    .replace(/<\/?[a-z][^<>]{0,100}>|\\n/gi, " ")
    .replace(icon, " ")
    .replace(/#quot;|&quot;/g, '"')
    .replace(/&amp;|#amp;/g, "&")
    .replaceAll("**", "")
    .replace(/^\s*`|`\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);

function fromAttributes(text: string): { label?: string; shape?: Shape } {
  const [, quoted, bare] = /\blabel:\s*(?:"([^"]*)"|([^,"\n]+))/.exec(text) ?? [];
  const label = quoted ?? bare;
  const shape = /\bshape:\s*"?([\w-]+)/.exec(text)?.[1] ?? "";
  return {
    ...(label === undefined ? {} : { label: clean(label) }),
    ...(/^(?:cyl|cylinder|db|database|disk|lin-cyl|lined-cylinder)$/.test(shape) ? { shape: "cylinder" } : {}),
  };
}
