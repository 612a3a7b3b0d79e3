import { type Node, isMap, isScalar, isSeq } from "yaml";
import { entriesOf } from "./yaml.ts";

/** A node as plain data; aliases are left out, and so is what lies deeper than forty levels. */
export function plainOf(node: Node | null, depth = 0): unknown {
  if (node === null || depth > 40) return null;
  if (isScalar(node)) return typeof node.value === "bigint" ? Number(node.value) : node.value;
  if (isSeq<Node>(node)) return node.items.map((item) => plainOf(item, depth + 1));
  if (!isMap(node)) return null;
  const fields = entriesOf(node).filter(({ key }) => key !== "__proto__");
  return Object.fromEntries(fields.map(({ key, value }) => [key, plainOf(value, depth + 1)]));
}
