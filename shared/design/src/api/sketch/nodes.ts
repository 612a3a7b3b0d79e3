import { isMap, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** From where to where in the document something stands. */
export interface Span {
  from: number;
  to: number;
}

/** A sketch becomes the nodes that an OpenAPI document would have, each of which knows its place in the sketch. */
export function scalarAt(value: unknown, span: Span): Scalar {
  return placed(new Scalar(value), span);
}

export function mapAt(span: Span, entries: readonly (readonly [key: string | Scalar, value: Node])[]): YAMLMap {
  const map = new YAMLMap();
  map.items = entries.map(([key, value]) => new Pair(typeof key === "string" ? scalarAt(key, span) : key, value));
  return placed(map, span);
}

export function seqAt(span: Span, items: readonly Node[]): YAMLSeq {
  const seq = new YAMLSeq();
  seq.items = [...items];
  return placed(seq, span);
}

/** Plain data, all of it in one place. */
export function nodeAt(value: unknown, span: Span): Node {
  if (Array.isArray(value))
    return seqAt(
      span,
      value.map((one) => nodeAt(one, span)),
    );
  if (typeof value !== "object" || value === null) return scalarAt(value, span);
  return mapAt(
    span,
    Object.entries(value).map(([key, one]) => [key, nodeAt(one, span)] as const),
  );
}

/** The value below a key, made where there is none yet. */
export function childOf(map: YAMLMap, key: Scalar): YAMLMap {
  const known = map.items.find((pair) => pair.key instanceof Scalar && pair.key.value === key.value)?.value;
  if (isMap(known)) return known;
  const [from = 0, to = 0] = map.range ?? [];
  const made = mapAt({ from, to }, []);
  map.items.push(new Pair(key, made));
  return made;
}

function placed<T extends Node>(node: T, { from, to }: Span): T {
  node.range = [from, to, to];
  return node;
}
