import type { Node } from "yaml";
import { isMap } from "yaml";
import { plainOf } from "../text/plain.ts";
import type { Tell } from "../text/report.ts";
import { endOf, type Entry, entriesOf, itemsOf, startOf, textOf, type YamlRead } from "../text/yaml.ts";
import { methods, otherMethods } from "./methods.ts";
import { schemaLike } from "./schema-like.ts";
import type { Answer, Draft } from "./sketch/draft.ts";
import { bracedPath } from "./sketch/endpoint-line.ts";
import type { Span } from "./sketch/nodes.ts";
import { treeOf } from "./sketch/tree.ts";

/**
 * The looser list of endpoints, `{"endpoints": [{"method": "POST", "path": "/links", "request": {"url": "uri"}, "response":
 * {"code": "string"}}]}`, or only its entries, as the OpenAPI that it means; every other document as it is.
 */
export function withoutList(read: YamlRead, tell: Tell): YamlRead {
  const list = listIn(read.root);
  if (list === null) return read;
  const items = itemsOf(list).length > 0 ? itemsOf(list).map((node) => ({ name: "", node, at: node })) : named(list);
  return treeOf(
    items.flatMap((item) => draftOf(item, tell)),
    entriesOf(read.root).filter(({ key }) => key === "x-workers"),
    tell,
  );
}

/** The list of endpoints of a document; null of one in another form. */
export function listIn(root: Node): Node | null {
  const entries = entriesOf(root);
  if (entries.some(({ key }) => key === "openapi" || key === "swagger")) return null;
  return entries.find(({ key }) => key === "endpoints")?.value ?? (isList(root) ? root : null);
}

/** Whether a document is nothing but the list: its entries have a method and a path, or are called after them. */
const isList = (root: Node): boolean =>
  entriesOf(root).some(({ key }) => called.test(key)) ||
  itemsOf(root).some(
    (item) => called.test(textOf(item) ?? "") || entriesOf(item).some(({ key }) => /^(?:method|verb)$/i.test(key)),
  );

const called = /^\s*(?:get|post|put|patch|delete)\s+\//i;

/** `{"POST /links": {…}}` lists by name. */
const named = (node: Node | null): { name: string; node: Node; at: Node }[] =>
  entriesOf(node).flatMap(({ key, keyNode, value }) =>
    value === null ? [] : [{ name: key, node: value, at: keyNode }],
  );

function draftOf({ name, node, at }: ReturnType<typeof named>[number], tell: Tell): Draft[] {
  const said = name === "" ? textOf(node) : name;
  const entries = entriesOf(node);
  const part = (...names: string[]): Entry | undefined => entries.find(({ key }) => names.includes(key.toLowerCase()));
  const method = part("method", "verb");
  const path = part("path", "url", "route", "uri", "endpoint");
  const [, inName = "", inPath = ""] = /^\s*([a-z]+)\s+(\S+)/i.exec(said ?? textOf(path?.value) ?? "") ?? [];
  const verb = (textOf(method?.value) ?? inName).toUpperCase();
  const [address = "", query = ""] = (inPath !== "" ? inPath : (textOf(path?.value) ?? name)).split("?", 2);
  if (!(methods.has(verb) || otherMethods.has(verb)) || !/^(?:https?:\/\/[^/]+)?\//.test(address)) {
    const message = 'An endpoint has a method and a path: {"method": "POST", "path": "/links"}.';
    tell({ severity: "error", rule: "api-list", message, from: startOf(node), to: endOf(node) });
    return [];
  }
  const body = part("request", "body", "requestbody", "payload", "input");
  const summary = textOf(part("summary", "description", "purpose", "name")?.value) ?? "";
  const schema = body === undefined ? undefined : shapeOf(body.value);
  // `{"body": {…}, "headers": […]}` says beside the body what else is sent; a body alone may have a field of that name.
  const within = entriesOf(body?.value);
  const isAround = within.some(({ key }) => key === "body") && within.every(({ key }) => aroundBody.has(key));
  const beside = (name: string) => (isAround ? within.find(({ key }) => key === name)?.value : undefined);
  const answered = part("response", "responses", "returns", "output") ?? part("status", "statuscode");
  const answer = answered?.value ?? (name === "" || entries.length > 0 ? null : node);
  const status = Number(textOf(part("status", "statuscode")?.value) ?? Number.NaN);
  return [
    {
      method: verb,
      methodAt: spanOf(method?.value ?? path?.value ?? at),
      path: bracedPath(address),
      pathAt: spanOf(path?.value ?? at),
      query: [
        ...query.split("&"),
        ...namesIn(part("query", "params", "queryparams", "parameters")?.value),
        ...namesIn(beside("query")),
      ].flatMap((one) =>
        /^[\w.-]+/.test(one) ? [{ name: one.replace(/=.*/, ""), span: spanOf(path?.value ?? at) }] : [],
      ),
      headers: [
        ...(plainOf(part("auth", "authenticated")?.value ?? null) === true
          ? [{ name: "Authorization", isRequired: true, span: spanOf(at) }]
          : []),
        ...[...namesIn(part("headers")?.value), ...namesIn(beside("headers"))].map((header) => ({
          name: header,
          isRequired: false,
          span: spanOf(at),
        })),
      ],
      summary,
      ...(body === undefined || schema === undefined ? {} : { body: { schema, span: spanOf(body.keyNode) } }),
      answers: answersOf(answer, Number.isInteger(status) ? status : verb === "POST" ? 201 : 200),
      keys: entries.filter(({ key }) => key.startsWith("x-")),
      span: spanOf(node),
      isFlow: isMap(node) && node.flow === true,
    },
  ];
}

const spanOf = (node: Node | null): Span => ({ from: startOf(node), to: endOf(node) });

const namesIn = (node: Node | null | undefined): string[] => [
  ...entriesOf(node).map(({ key }) => key),
  ...itemsOf(node).flatMap(
    (item) => textOf(item) ?? textOf(entriesOf(item).find(({ key }) => key === "name")?.value) ?? [],
  ),
];

const aroundBody = new Set(["body", "headers", "status", "query", "params"]);

/** `{"body": {…}}` is what stands in it. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const body = entries.find(([key]) => key === "body");
  return body !== undefined && entries.every(([key]) => aroundBody.has(key)) ? body[1] : value;
}

const isStatus = (key: string): boolean => /^[1-5]\d\d$/.test(key);

/** A status with a shape, statuses with theirs, a list of either, or the shape of the answer by itself. */
function answersOf(said: Node | null, usual: number): Answer[] {
  if (said === null) return [];
  const items = itemsOf(said);
  const span = spanOf(said);
  if (items.length > 0 && items.every((item) => isStatus(textOf(item) ?? "") || entriesOf(item).some(isStatusKey)))
    return items.flatMap((item) => answersOf(item, usual));
  const text = textOf(said);
  if (text !== undefined) return [{ status: Number(/\b[1-5]\d\d\b/.exec(text)?.[0] ?? usual), span }];
  const entries = entriesOf(said);
  if (entries.length > 0 && entries.every(({ key }) => isStatus(key)))
    return entries.flatMap(({ key, keyNode, value }) => {
      const schema = shapeOf(value);
      return [{ status: Number(key), span: spanOf(keyNode), ...(schema === undefined ? {} : { schema }) }];
    });
  const status = entries.find(isStatusKey);
  const rest = entries.filter((entry) => entry !== status && entry.key.toLowerCase() !== "headers");
  const inside = status !== undefined && rest.length === 1 ? (rest[0]?.value ?? null) : said;
  const schema = status !== undefined && rest.length === 0 ? undefined : shapeOf(inside);
  return [{ status: Number(textOf(status?.value) ?? usual), span, ...(schema === undefined ? {} : { schema }) }];
}

const isStatusKey = ({ key, value }: Entry): boolean =>
  /^(?:status|statuscode|code)$/i.test(key) && isStatus(textOf(value) ?? "");

/** The shape that a value shows; a text or nothing shows none. */
function shapeOf(node: Node | null): Record<string, unknown> | undefined {
  const value = unwrapped(plainOf(node));
  return typeof value === "object" && value !== null ? schemaLike(value) : undefined;
}
