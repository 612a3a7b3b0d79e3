import { type Node, isScalar } from "yaml";
import type { Tell } from "../text/report.ts";
import { plainOf } from "../text/plain.ts";
import { type Entry, startOf, textOf, valueAt } from "../text/yaml.ts";
import { tellLongName } from "./name-length.ts";
import { slownessOf } from "./pattern/slowness.ts";
import type { References } from "./references.ts";
import { saysUrl } from "./shown-url.ts";
import { numberKeywords, sizeKeywords, typeOf, wellKnownFormats } from "./schema-words.ts";

export type JsonSchema = Record<string, unknown>;

/** An example that shows what a text is, or a description that says so; every other annotation goes. */
const isUrl = (text: string | undefined): boolean => /^https?:\/\/\S{1,400}$/i.test(text ?? "");

const flags = new Set(["nullable", "uniqueItems", "readOnly", "writeOnly"]);

/**
 * Turns schemas of any OpenAPI into plain JSON Schema without references: `nullable` becomes a type, annotations go,
 * whatever a validator would refuse is told and left out. A schema that contains itself is cut to "anything" there, and
 * all schemas of a document together have a budget, so that none can expand without end.
 */
export function schemaReader(references: References, tell: Tell): (node: Node | null) => JsonSchema | undefined {
  let budget = 5_000;
  const open = new Set<Node>();
  const toldLong = new Set<Node>();
  const toldCycle = new Set<Node>();
  const toldSlow = new Set<Node>();
  const problem = (node: Node | null, message: string): void =>
    tell({ severity: "warning", rule: "json-schema", message, from: startOf(node) });

  /** `same`: the schemas that hold one value with this one, by allOf and its like. */
  const read = (written: Node | null, same: ReadonlySet<Node> = new Set()): JsonSchema => {
    const node = references.resolve(written);
    if (--budget < 0) {
      if (budget === -1) {
        tell({
          severity: "error",
          rule: "too-much",
          message: "The schemas expand without end from here; write them more plainly.",
          from: startOf(written),
        });
      }
      return {};
    }
    if (node !== null && same.has(node)) tellCycle(written, same);
    if (node === null || open.has(node) || open.size > 40) return {};
    open.add(node);
    const all = new Set(same).add(node);
    const schema: JsonSchema = {};
    for (const { key, value, keyNode } of references.entries(node)) take(schema, key, value, keyNode, all);
    open.delete(node);
    return finish(schema);
  };

  const tellLong = ({ key, keyNode }: Entry): void => {
    // A schema that is referred to is read again and again.
    if (!toldLong.has(keyNode) && tellLongName(key, startOf(keyNode), tell)) toldLong.add(keyNode);
  };

  const tellCycle = (reference: Node | null, cycle: ReadonlySet<Node>): void => {
    if ([...cycle].some((node) => toldCycle.has(node))) return;
    for (const node of cycle) toldCycle.add(node);
    const to = textOf(valueAt(reference, "$ref")) ?? "This schema";
    const message = `${to} is a part of itself here, so that nothing can be held to it; write out what it asks for, or let it refer to itself below properties or items only.`;
    tell({ severity: "error", rule: "ref-cycle", message, from: startOf(reference) });
  };

  const take = (schema: JsonSchema, key: string, value: Node | null, keyNode: Node, same: ReadonlySet<Node>): void => {
    if (key === "properties") {
      for (const entry of references.entries(value)) tellLong(entry);
      const fields = references.entries(value).map((entry) => [entry.key, read(entry.value)] as const);
      schema[key] = Object.fromEntries(fields.filter(([name]) => name !== "__proto__"));
    } else if (key === "items") schema[key] = read(value);
    else if (key === "not") schema[key] = read(value, same);
    else if (key === "allOf" || key === "anyOf" || key === "oneOf") {
      const parts = references.items(value).map((part) => read(part, same));
      if (parts.length > 0) schema[key] = parts;
    } else if (key === "additionalProperties") schema[key] = isScalar(value) ? value.value === true : read(value);
    else if (key === "required") takeRequired(schema, value, keyNode);
    else if (key === "type") takeType(schema, value);
    else if (key === "format" && wellKnownFormats.has(textOf(value) ?? "")) schema[key] ??= textOf(value);
    else if (key === "pattern") takePattern(schema, value);
    else if (numberKeywords.has(key)) takeNumber(schema, key, value);
    else if (key === "enum") {
      const values = references.items(value).map((item) => plainOf(item));
      if (values.length > 0) schema[key] = [...new Set(values)];
    } else if (key === "const" || key === "default") schema[key] = plainOf(value);
    else if (key === "example" && isUrl(textOf(value))) schema["examples"] = [textOf(value)];
    else if (key === "examples") {
      const shown = references.items(value).flatMap((item) => textOf(item) ?? []);
      if (shown.length > 0 && shown.every(isUrl)) schema[key] = shown;
    } else if (key === "description" && saysUrl(textOf(value))) schema[key] = textOf(value);
    else if (flags.has(key)) schema[key] = isScalar(value) && value.value === true;
  };

  const takeRequired = (schema: JsonSchema, value: Node | null, keyNode: Node): void => {
    if (isScalar(value)) return problem(keyNode, "required lists names and stands beside properties: required: [url].");
    const names = references.items(value).flatMap((item) => textOf(item) ?? []);
    schema["required"] = [...new Set(names)];
  };

  const takeType = (schema: JsonSchema, value: Node | null): void => {
    const names = isScalar(value) ? [value] : references.items(value);
    const types = names.flatMap((name) => {
      const known = typeOf(textOf(name) ?? "null");
      if (known === undefined)
        problem(name, `JSON has no type ${textOf(name)}; write string, number, integer, boolean, array or object.`);
      else if (known.instead)
        problem(name, `JSON has no type ${textOf(name)}; it is read as ${known.text}. Write that.`);
      if (known?.format !== undefined) schema["format"] = known.format;
      return known === undefined ? [] : [known.type];
    });
    if (types.length > 0) schema["type"] = types.length === 1 ? types[0] : types;
  };

  const takePattern = (schema: JsonSchema, value: Node | null): void => {
    const pattern = textOf(value);
    try {
      if (pattern === undefined) return;
      schema["pattern"] = new RegExp(pattern, "u").source;
      tellSlow(value, pattern);
    } catch {
      problem(value, "This pattern is no regular expression; mend it.");
    }
  };

  const tellSlow = (at: Node | null, pattern: string): void => {
    const slowness = slownessOf(pattern);
    if (slowness === null || at === null || toldSlow.has(at)) return;
    toldSlow.add(at);
    const message =
      slowness === "exponential"
        ? "This pattern can take exponential time: what repeats in it reads the same text in two ways, and forty letters that do not fit hold up the service for minutes. Write it so that there is one way, ^a+$ for ^(a+)+$, or ^a+(-a+)*$ for ^(a+-?)+$."
        : "This pattern is too long to tell how long it takes, and it could hold up the service; write it shorter, or several of them below allOf.";
    tell({ severity: "error", rule: "slow-pattern", message, from: startOf(at) });
  };

  const takeNumber = (schema: JsonSchema, key: string, value: Node | null): void => {
    const number = isScalar(value) ? value.value : undefined;
    if (
      typeof number === "number" &&
      Number.isFinite(number) &&
      (!sizeKeywords.has(key) || (number >= 0 && Number.isInteger(number)))
    ) {
      schema[key] = number;
    } else if (number === true && key.startsWith("exclusive")) schema[key] = true;
    else if (typeof number !== "boolean") problem(value, `${key} is a number; mend it.`);
  };

  return (node) => (node === null ? undefined : read(node));
}

/** OpenAPI 3.0 spells two things differently from JSON Schema: a value that may be null, and an open bound. */
function finish({ nullable, ...schema }: JsonSchema): JsonSchema {
  for (const [open, closed] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (schema[open] !== true) continue;
    schema[open] = schema[closed];
    delete schema[closed];
    if (schema[open] === undefined) delete schema[open];
  }
  if (nullable !== true || schema["type"] === undefined) return schema;
  const values = schema["enum"];
  if (Array.isArray(values) && !values.includes(null)) schema["enum"] = [...values, null];
  return { ...schema, type: [schema["type"], "null"].flat() };
}
