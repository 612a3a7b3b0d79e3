import type { Node } from "yaml";
import { type Entry, entriesOf, itemsOf, textOf } from "../text/yaml.ts";
import { methods, otherMethods } from "./methods.ts";
import { partNamed } from "./part-words.ts";

/** An endpoint of a list: what it is called, where, and what is said of it. */
export interface Item {
  /** `POST /links`, where it is called so instead of by a key for each of the two. */
  name: string;
  at: Node;
  node: Node;
  entries: Entry[];
  /** What stands behind its name alone, `GET /{code}: 302`. */
  answer: Node | null;
}

/** The list of endpoints of a document; null of one in another form. */
export function listIn(root: Node): Node | null {
  const entries = entriesOf(root);
  if (entries.some(({ key }) => key === "openapi" || key === "swagger" || key === "paths")) return null;
  const lists = listsBelow(root, 0);
  const said = entries.find(({ key }) => key === "endpoints")?.value ?? null;
  // Groups of endpoints are listed one by one; whatever else stands there is told where it stands.
  return said !== null && (isList(said) || lists.length === 0) ? said : (lists[0] ?? null);
}

/** Lists, or maps of endpoints, as deep as people put them: `{api: {routes: […]}}`. */
function listsBelow(node: Node | null, depth: number): Node[] {
  if (node === null) return [];
  if (isList(node)) return [node];
  if (depth === deepest) return [];
  return entriesOf(node).flatMap(({ key, value }) => (key.startsWith("x-") ? [] : listsBelow(value, depth + 1)));
}

const deepest = 3;

/** All endpoints of a document that is a list, whatever the keys are called under which they are listed; null of another. */
export function listedIn(root: Node): Item[] | null {
  const list = listIn(root);
  if (list === null) return null;
  return [list, ...listsBelow(root, 0).filter((one) => one !== list)].flatMap(itemsIn);
}

const called = new RegExp(`^\\s*(?:${[...methods, ...otherMethods].join("|")})\\s+\\S*/`, "i");

/** Whether its entries have a method and a path, or are called after them. */
const isList = (node: Node | null): boolean =>
  entriesOf(node).some(({ key, value }) => called.test(key) || methodsBelow(key, value).length > 0 || isWhole(value)) ||
  itemsOf(node).some((item) => called.test(textOf(item) ?? "") || entriesOf(item).some(saysMethod));

/** Whether a map has a method and a path, whatever it is called: `{"shorten": {"verb": "POST", "route": "/links"}}`. */
const isWhole = (node: Node | null): boolean =>
  ["method", "path"].every((part) => entriesOf(node).some(({ key }) => partNamed(key) === part));

const saysMethod = ({ key, value }: Entry): boolean =>
  partNamed(key) === "method" ||
  called.test(key) ||
  (partNamed(key) === "path" && called.test(textOf(value) ?? "")) ||
  isOfMethod({ key, value });

/** `"POST": "/links"`, the path under the method's own name. */
const isOfMethod = ({ key, value }: Pick<Entry, "key" | "value">): boolean =>
  [...methods, ...otherMethods].includes(key.trim().toUpperCase()) && /^\s*\//.test(textOf(value) ?? "");

const itemsIn = (list: Node | null): Item[] =>
  itemsOf(list).length > 0 ? itemsOf(list).map(itemOf) : entriesOf(list).flatMap(named);

/** `- POST /links: {…}`, its parts below that key or beside it, `- POST: /links`, and `- method: POST`. */
function itemOf(node: Node): Item {
  const entries = entriesOf(node);
  const under = entries.find(isOfMethod);
  if (under !== undefined) {
    const name = `${under.key.trim().toUpperCase()} ${(textOf(under.value) ?? "").trim()}`;
    return { name, at: under.keyNode, node, entries: entries.filter((entry) => entry !== under), answer: null };
  }
  const own = entries.find(({ key }) => called.test(key));
  if (own === undefined) return { name: textOf(node) ?? "", at: node, node, entries, answer: null };
  const beside = entries.filter((entry) => entry !== own);
  const below = entriesOf(own.value);
  const isBare = below.length === 0;
  const answer = isBare ? own.value : null;
  return {
    name: own.key,
    at: own.keyNode,
    node: isBare ? node : (own.value ?? node),
    entries: [...below, ...beside],
    answer,
  };
}

/** `{"POST /links": {…}}`, and `{"/links": {"post": {…}}}` with one for each of its methods. */
function named({ key, keyNode, value }: Entry): Item[] {
  if (value === null)
    return called.test(key) ? [{ name: key, at: keyNode, node: keyNode, entries: [], answer: null }] : [];
  const several = called.test(key) ? [] : methodsBelow(key, value);
  if (several.length > 0)
    return several.flatMap((entry) => named({ ...entry, key: `${entry.key.toUpperCase()} ${key.trim()}` }));
  const entries = entriesOf(value);
  const name = isWhole(value) ? "" : key;
  return [{ name, at: keyNode, node: value, entries, answer: entries.length === 0 ? value : null }];
}

const methodsBelow = (key: string, value: Node | null): Entry[] =>
  key.trim().startsWith("/") ? entriesOf(value).filter((entry) => methods.has(entry.key.toUpperCase())) : [];
