import type { Node } from "yaml";
import type { Tell } from "../text/report.ts";
import { type Entry, type YamlRead, entriesOf, itemsOf, startOf, textOf, valueAt } from "../text/yaml.ts";

/** Follows aliases and `$ref`s; a chain that bites its own tail, or leads nowhere, is told once and is nothing. */
export interface References {
  root: Node;
  resolve: (node: Node | null) => Node | null;
  at: (node: Node | null, key: string) => Node | null;
  entries: (node: Node | null) => Entry[];
  items: (node: Node | null) => Node[];
}

const longestChain = 32;

export function referencesOf({ root, resolve: alias }: YamlRead, tell: Tell): References {
  const told = new Set<Node>();
  const tellOnce = (node: Node, rule: string, message: string): null => {
    if (!told.has(node)) tell({ severity: "error", rule, message, from: startOf(node) });
    told.add(node);
    return null;
  };

  const lead = (node: Node | null): Node | null => {
    let current = alias(node);
    for (let n = 0; n < longestChain; n++) {
      const reference = current === null ? null : valueAt(current, "$ref");
      const pointer = textOf(reference);
      if (reference === null || pointer === undefined) return current;
      if (!pointer.startsWith("#/")) {
        return tellOnce(
          reference,
          "foreign-ref",
          `${pointer} leads out of this document; write it here, as #/components/schemas/….`,
        );
      }
      const target = follow(root, pointer, alias);
      if (target === null)
        return tellOnce(reference, "unknown-ref", `There is nothing at ${pointer}; define it, or mend the reference.`);
      current = target;
    }
    return node === null
      ? null
      : tellOnce(node, "ref-cycle", "This reference leads back to itself; let one of them be written out.");
  };

  // A document that fans out asks for the same node again and again, also for one whose reference leads nowhere.
  const led = new Map<Node, Node | null>();
  const resolve = (node: Node | null): Node | null => {
    if (node === null) return null;
    const known = led.get(node);
    if (known !== undefined) return known;
    const found = lead(node);
    led.set(node, found);
    return found;
  };

  const listed = new Map<Node, Entry[]>();
  const entries = (node: Node | null): Entry[] => {
    const map = resolve(node);
    if (map === null) return [];
    const found = listed.get(map) ?? merged(map);
    listed.set(map, found);
    return found;
  };
  const merged = (map: Node): Entry[] =>
    entriesOf(map).flatMap((entry) =>
      entry.key === "<<" ? entriesOf(alias(entry.value)).filter(({ key }) => key !== "<<") : [entry],
    );

  return {
    root,
    resolve,
    entries,
    at: (node, key) => resolve(entries(node).find((entry) => entry.key === key)?.value ?? null),
    items: (node) => itemsOf(resolve(node)),
  };
}

function follow(root: Node, pointer: string, alias: YamlRead["resolve"]): Node | null {
  let current: Node | null = root;
  for (const part of pointer.slice(2).split("/").slice(0, 32)) {
    const key = decode(part).replaceAll("~1", "/").replaceAll("~0", "~");
    const items: Node[] = itemsOf(current);
    current = alias(items.length > 0 ? (items[Number(key)] ?? null) : valueAt(current, key));
    if (current === null) return null;
  }
  return current;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
