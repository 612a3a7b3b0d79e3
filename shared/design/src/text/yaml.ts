import { Lexer, type Node, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Tell } from "./report.ts";
import { cutOff } from "./cut-off.ts";
import { expandingIn } from "./expanding.ts";
import { isJson } from "./is-json.ts";
import { explain } from "./yaml-mistake.ts";

const mostTokens = 30_000;

/**
 * Reads YAML, and JSON as YAML. Null where nothing can be made of it, which has been told. Aliases stay aliases, so that
 * a text that expands to a billion words costs no more than it weighs; errors stay plain, since showing each in its
 * line costs the square of their number. `startsAt`: where the text lies in the document whose places are told.
 */
export function readYaml(text: string, tell: Tell, startsAt = 0): YamlRead | null {
  const inJson = isJson(text);
  // Tabs indent JSON, where YAML refuses them; a space each keeps every offset.
  const spaced = inJson ? text.replaceAll("\t", " ") : text;
  let tokens = 0;
  for (const _token of new Lexer().lex(spaced)) if (++tokens > mostTokens) break;
  if (tokens > mostTokens) {
    tell({
      severity: "error",
      rule: "too-much",
      message: "This text is too long to be read; keep what the room needs, some hundred endpoints at most.",
      from: startsAt,
    });
    return null;
  }
  const document = parseDocument(spaced, {
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: "silent",
    keepSourceTokens: false,
  });
  const end = spaced.trimEnd().length;
  const isAtEnd = inJson && document.errors.length > 0 && document.errors.every(({ pos }) => pos[0] >= end);
  const cut = isAtEnd ? cutOff(spaced, startsAt) : null;
  if (cut !== null) tell(cut);
  for (const error of cut === null ? document.errors.slice(0, 5) : []) {
    tell({
      severity: "error",
      rule: "syntax",
      from: startsAt + error.pos[0],
      ...explain(spaced, error, inJson, startsAt),
    });
  }
  const root: unknown = document.contents;
  if (document.errors.length > 0 || !isNode(root)) return null;
  if (startsAt > 0) visit(root, { Node: (_key, node) => moved(node, startsAt) });
  const resolve = aliasesOf(root);
  const expanding = expandingIn(root, resolve);
  if (expanding === null) return { root, resolve };
  tell({
    severity: "error",
    rule: "too-much",
    message: "Aliases make this expand without end; write out what they stand for, or remove it.",
    from: startOf(expanding),
  });
  return null;
}

function moved(node: Node, by: number): void {
  const [from, valueEnd, nodeEnd] = node.range ?? [0, 0, 0];
  node.range = [from + by, valueEnd + by, nodeEnd + by];
}

export interface YamlRead {
  root: Node;
  /** The node that an alias stands for; every other node is itself. */
  resolve: (node: Node | null) => Node | null;
}

/** One walk finds what every alias stands for; asking the library would walk the document for each. */
function aliasesOf(root: Node): YamlRead["resolve"] {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(root, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return (node) => (node !== null && isAlias(node) ? (targets.get(node) ?? null) : node);
}

/** Where a node begins in the text; 0 where it is unknown. */
export const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
export const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? startOf(node)) : 0);

export interface Entry {
  key: string;
  keyNode: Node;
  value: Node | null;
}

/** Entries of a map with the nodes of their keys, or none where the node is no map. */
export function entriesOf(node: unknown): Entry[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    return [{ key: textOf(key) ?? "null", keyNode: key, value: isNode(value) ? value : null }];
  });
}

export const itemsOf = (node: unknown): Node[] => (isSeq(node) ? node.items.filter(isNode) : []);

export const valueAt = (node: unknown, key: string): Node | null =>
  entriesOf(node).find((entry) => entry.key === key)?.value ?? null;

/** A scalar's value as a text, or undefined where the node is none. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const value = node.value;
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
