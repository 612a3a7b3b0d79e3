import type { Quotable } from "./quotes.ts";
import { isRecord } from "./refuse-schema.ts";

/**
 * The plainest value that follows a JSON Schema: an entry for each item that there is to tell about, true quotes where a
 * place is asked for, 3 where a number is, and no word about anybody who would steer.
 */
export function fitting(schema: unknown, quotables: readonly Quotable[]): unknown {
  let taken = 0;

  function fit(part: unknown, name: string): unknown {
    if (!isRecord(part)) return null;
    if (typeof part["$ref"] === "string") return fit(refer(schema, part["$ref"]), name);
    if ("const" in part) return part["const"];
    if (Array.isArray(part["enum"])) return part["enum"].includes(3) ? 3 : part["enum"][0];
    for (const list of [part["anyOf"], part["allOf"]]) if (Array.isArray(list)) return anyOf(list, name);
    const type = Array.isArray(part["type"]) ? part["type"][0] : part["type"];
    if (type === "object") return object(part);
    if (type === "array") return name === "steering" ? [] : list(part["items"], name);
    if (type === "integer" || type === "number") return 3;
    if (type === "boolean") return false;
    if (type === "null") return null;
    return name === "quote" ? (quotables.at(-1)?.quote ?? "") : "Said by the fake.";
  }

  /** One of several numbers, 3 if it may be. */
  const anyOf = (list: unknown[], name: string): unknown =>
    fit(list.find((one) => isRecord(one) && one["const"] === 3) ?? list[0], name);

  function object(part: Record<string, unknown>): Record<string, unknown> {
    const properties = isRecord(part["properties"]) ? part["properties"] : {};
    const value = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, fit(inner, key)]));
    if (!("quote" in value)) return value;
    const { doc, at, quote } = quotables[taken++ % Math.max(1, quotables.length)] ?? {
      doc: "design",
      at: 1,
      quote: "",
    };
    return { ...value, quote, ...("from" in value ? { from: doc } : {}), ...("at" in value ? { at } : {}) };
  }

  function list(items: unknown, name: string): unknown[] {
    const one = isRecord(items) && typeof items["$ref"] === "string" ? refer(schema, items["$ref"]) : items;
    const properties = isRecord(one) && isRecord(one["properties"]) ? one["properties"] : {};
    const item = properties["item"];
    const ids: unknown[] = isRecord(item) && Array.isArray(item["enum"]) ? item["enum"] : [];
    // Who has nothing to quote has found nothing.
    if ("quote" in properties && quotables.length === 0) return [];
    if (ids.length === 0) return [fit(one, name)];
    return ids.map((id) => ({ ...object(isRecord(one) ? one : {}), item: id }));
  }

  return fit(schema, "");
}

function refer(root: unknown, ref: string): unknown {
  let at = root;
  for (const part of ref.replace(/^#\/?/, "").split("/")) if (part !== "" && isRecord(at)) at = at[part];
  return at;
}
