import type { Node } from "yaml";
import { isMap, isSeq } from "yaml";
import { plainOf } from "../text/plain.ts";
import { type Entry, entriesOf, itemsOf, startOf, textOf, type YamlRead } from "../text/yaml.ts";
import { answersOf, isAroundBody, type Listing, ofStatus, shapeOf, spanOf, statusOf } from "./listed-answers.ts";
import { type Item, listedIn } from "./listed-items.ts";
import { methods, otherMethods } from "./methods.ts";
import { type Part, partNamed } from "./part-words.ts";
import { schemaLike } from "./schema-like.ts";
import type { Draft } from "./sketch/draft.ts";
import { bracedPath } from "./sketch/endpoint-line.ts";
import { fieldsIn } from "./sketch/listed-fields.ts";
import { headersBefore } from "./sketch/said-headers.ts";
import { scannerOf } from "./sketch/scanner.ts";
import { readShape } from "./sketch/shape.ts";
import { treeOf } from "./sketch/tree.ts";

/**
 * The looser list of endpoints, `{"endpoints": [{"method": "POST", "path": "/links", "request": {"url": "uri"}, "response":
 * {"code": "string"}}]}`, or only its entries, in whatever language its keys are, as the OpenAPI that it means; every other
 * document as it is.
 */
export function withoutList(read: YamlRead, listing: Listing): YamlRead {
  const items = listedIn(read.root);
  if (items === null) return read;
  const everywhere = entriesOf(read.root).flatMap(({ value }) => {
    const { from, to } = spanOf(value);
    return textOf(value) === undefined ? [] : headersBefore({ text: listing.text.slice(from, to), from });
  });
  const drafts = items.flatMap((item) => draftOf(item, listing));
  for (const { headers } of drafts)
    for (const one of everywhere)
      if (headers.every(({ name }) => name.toLowerCase() !== one.name.toLowerCase())) headers.push(one);
  return treeOf(
    drafts,
    entriesOf(read.root).filter(({ key }) => key === "x-workers"),
    listing.tell,
  );
}

const isRoute = /^\s*(?:get|post|put|patch|delete)\s{1,4}\/\S*\s*$/i;

function draftOf({ name, at, node, entries, answer }: Item, listing: Listing): Draft[] {
  // `"request": "POST /links"` is no body.
  const route = entries.find(({ value }) => isRoute.test(textOf(value) ?? ""));
  const parts = (part: Part): Entry[] => entries.filter((one) => one !== route && partNamed(one.key) === part);
  const [method] = parts("method");
  const path = parts("path")[0] ?? route;
  const [, inName = "", inPath = ""] = /^\s*([a-z]+)\s+(\S+)/i.exec(name || (textOf(path?.value) ?? "")) ?? [];
  const verb = (textOf(method?.value) ?? inName).trim().toUpperCase();
  const [address = "", query = ""] = (inPath !== "" ? inPath : (textOf(path?.value) ?? name)).split("?", 2);
  if (!(methods.has(verb) || otherMethods.has(verb)) || !/^(?:https?:\/\/[^/]+)?\//.test(address)) {
    const message = 'An endpoint has a method and a path: {"method": "POST", "path": "/links"}.';
    listing.tell({ severity: "error", rule: "api-list", message, ...spanOf(node) });
    return [];
  }
  const [body] = parts("input");
  // `{"body": {…}, "headers": […]}` says beside the body what else is sent; a body alone may have a field of that name.
  const within = entriesOf(body?.value);
  const isAround = isAroundBody(within.map(({ key }) => key));
  const beside = (part: Part) => (isAround ? within.find(({ key }) => partNamed(key) === part)?.value : undefined);
  const braced = bracedPath(address);
  const schema = body === undefined ? undefined : bodyOf(body.value, listing);
  const span = spanOf(path?.value ?? at);
  const asked = [
    ...query.split("&").map((one) => ({ name: one.replace(/=.*/, ""), said: one })),
    ...[...parts("query").map(({ value }) => value), beside("query")].flatMap(namesIn),
  ];
  const sent = [...parts("headers").map(({ value }) => value), beside("headers")].flatMap(namesIn);
  return [
    {
      method: verb,
      methodAt: spanOf(method?.value ?? path?.value ?? at),
      path: braced,
      pathAt: span,
      query: asked.flatMap(({ name: one, said }) =>
        /^[\p{L}_][\p{L}\p{N}_.-]*/u.test(one) && !braced.includes(`{${one}}`)
          ? [{ name: one, span, ...defaultIn(said) }]
          : [],
      ),
      headers: [
        ...(plainOf(parts("auth")[0]?.value ?? null) === true
          ? [{ name: "Authorization", isRequired: true, span: spanOf(at) }]
          : []),
        ...sent.map((header) => ({ name: header.name, isRequired: false, span: spanOf(at) })),
      ],
      summary: parts("notes").flatMap(({ value }) => textOf(value) ?? [])[0] ?? "",
      ...(body === undefined || schema === undefined ? {} : { body: { schema, span: spanOf(body.keyNode) } }),
      answers: answersIn(entries, answer, verb === "POST" ? 201 : 200, listing),
      keys: entries.filter(({ key }) => key.startsWith("x-")),
      span: spanOf(node),
      isFlow: isMap(node) && node.flow === true,
    },
  ];
}

/** What is said of each status, each of them once. */
function answersIn(entries: readonly Entry[], behind: Node | null, usual: number, listing: Listing): Draft["answers"] {
  const status = entries.find(({ key, value }) => partNamed(key) === "status" && /^\d{3}$/.test(textOf(value) ?? ""));
  const known = status === undefined ? usual : Number(textOf(status.value));
  const whole = entries.flatMap((entry) => {
    const part = partNamed(entry.key);
    if (statusOf(entry.key) !== null) return ofStatus(entry, listing);
    if (part === "errors") return answersOf(entry.value, 400, listing);
    return part === "answers" || part === "success" ? answersOf(entry.value, known, listing) : [];
  });
  const alone = whole.some((one) => one.status < 400) ? [] : answersOf(behind ?? status?.value ?? null, known, listing);
  const all = [...alone, ...whole];
  return all.filter((one, n) => all.findIndex((other) => other.status === one.status) === n);
}

/** The names in a map, a list or a line, `Idempotency-Key (required), X-User-Id`, each with what is said of it. */
function namesIn(node: Node | null | undefined): { name: string; said: string }[] {
  const line = textOf(node);
  if (line !== undefined)
    return line
      .slice(0, 1_000)
      .split(/[,;&]/)
      .flatMap((said) => {
        const name = /^\s*[?`]?([\p{L}_][\p{L}\p{N}_.-]{0,60})/u.exec(said)?.[1];
        return name === undefined ? [] : [{ name, said }];
      });
  return [
    ...entriesOf(node).map(({ key, value }) => ({ name: key.replace(/\?$/, ""), said: textOf(value) ?? "" })),
    ...itemsOf(node).flatMap((item) => {
      const name = textOf(entriesOf(item).find(({ key }) => /^(?:name|nome|nombre|nom)$/i.test(key))?.value);
      return name === undefined ? namesIn(item) : [{ name, said: "" }];
    }),
  ];
}

const usually =
  /(?:=|\b(?:default|padr[aã]o|d[eé]faut|vorgabe|standard|por defecto|predefinito|standaard)\W{0,3})(\d{1,6})\b/i;

function defaultIn(said: string): { default?: string } {
  const value = usually.exec(said.slice(0, 300))?.[1];
  return value === undefined ? {} : { default: value };
}

/** A shape, fields one an item (`- url: string`, `- alias?`), or a shape in words. */
function bodyOf(node: Node | null, listing: Listing): Record<string, unknown> | undefined {
  const items = itemsOf(node);
  const names = items.map(textOf);
  const isOfNames = items.length > 0 && names.every((name) => name !== undefined);
  if (isOfNames) return fieldsIn(names.join(", "), startOf(node))?.schema;
  const fields = items.map(entriesOf);
  const isOfFields =
    isSeq(node) && node.flow !== true && fields.every((one) => one.length === 1 && textOf(one[0]?.value) !== undefined);
  if (!isOfFields) return shapeOf(node) ?? shapeSaid(node, listing);
  return schemaLike(Object.fromEntries(fields.flat().map(({ key, value }) => [key, textOf(value)])));
}

/** `body: "{ url: string }"` and `body: url, alias?`: a shape in words. */
function shapeSaid(node: Node | null, { text, tell }: Listing): Record<string, unknown> | undefined {
  const said = textOf(node);
  if (said === undefined) return undefined;
  const { from, to } = spanOf(node);
  const opens = text.slice(from, Math.min(to, from + 200)).search(/[{[]/);
  return opens === -1 ? fieldsIn(said, from)?.schema : readShape(scannerOf(text, from + opens, to), tell);
}
