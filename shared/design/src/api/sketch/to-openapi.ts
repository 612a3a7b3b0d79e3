import type { Fix } from "@proofroom/domain/design/finding";
import { isMap, isScalar, type Node, stringify, type YAMLMap } from "yaml";
import { isRecord } from "../../bind/fields.ts";
import { isSketched } from "../form.ts";
import { type Asides, asidesOf } from "./asides.ts";
import { readSketch } from "./read-sketch.ts";
import { ofOne, remembered, rememberedOf } from "../../text/remembered.ts";
import { uncommented } from "./uncommented.ts";
import { withAsides } from "./with-asides.ts";

/**
 * The edit that puts the OpenAPI document in the place of the sketch that means it, with all that was written around the
 * endpoints; null where the text is no sketch.
 */
export function sketchToOpenApi(text: string): Fix | null {
  return isSketched(text) ? openApiOf(text, readSketch(text, () => {}).root) : null;
}

/** The same, of a sketch that has been read; `root` is the document that it means. */
export const openApiOf = (text: string, root: Node): Fix => meantBy(root)(text);

/** A sketch is offered as OpenAPI at each key, whichever document it is pressed in. */
const meantBy = rememberedOf((root: Node) => remembered((text) => convertedFrom(text, root), ofOne));

function convertedFrom(text: string, root: Node): Fix {
  const { openapi: _openapi, ...said } = isMap(root) ? root.toJSON() : { paths: {} };
  const title = titleOf(text);
  const asides = asidesOf(uncommented(text));
  const places = isMap(root) ? placesIn(root) : [];
  for (const { path, method, at } of places) {
    const around = asides.get(at);
    // The heading of all stands above the first endpoint, and is no word about it.
    const found = around && { ...around, words: around.words.filter((line) => line !== title) };
    const operation: unknown = said.paths[path]?.[method];
    if (found !== undefined && isRecord(operation)) said.paths[path][method] = withAsides(operation, found);
  }
  const own = new Set(places.map(({ at }) => at));
  const rest = [...asides]
    .flatMap(([at, aside]) => (own.has(at) ? [] : restOf(aside)))
    .filter((line) => line !== title);
  const about = rest.length === 0 ? {} : { description: rest.join("\n") };
  const whole = { openapi: "3.1.0", info: { title, ...about, version: "1" }, ...said };
  const insert = stringify(whole, { lineWidth: 0, aliasDuplicateObjects: false });
  return { label: "Convert to OpenAPI", edits: [{ document: "api", from: 0, to: text.length, insert }] };
}

/** Of an endpoint that stands twice and is kept once, or where there is none yet. */
const restOf = ({ words, examples }: Asides): string[] => [
  ...words,
  ...examples.map(({ value }) => `Example: ${JSON.stringify(value)}`),
];

/** Where each endpoint of the document was said. */
function placesIn(root: YAMLMap): { path: string; method: string; at: number }[] {
  const paths = root.get("paths", true);
  return pairsOf(paths).flatMap(({ key: path, value }) =>
    pairsOf(value).map(({ key: method, at }) => ({ path, method, at })),
  );
}

const pairsOf = (node: unknown): { key: string; at: number; value: unknown }[] =>
  isMap(node)
    ? node.items.flatMap(({ key, value }) =>
        isScalar(key) ? [{ key: String(key.value), at: key.range?.[0] ?? -1, value }] : [],
      )
    : [];

/** The sketch's first heading. */
const titleOf = (text: string): string => /^#\s+(\S.{0,80})$/m.exec(text)?.[1]?.trim() ?? "API";
