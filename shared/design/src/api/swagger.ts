import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { isMap, isSeq, type Node } from "yaml";
import type { Tell } from "../text/report.ts";
import { plainOf } from "../text/plain.ts";
import { endOf, entriesOf, itemsOf, startOf, textOf, valueAt, type YamlRead } from "../text/yaml.ts";
import { isRecord } from "../bind/fields.ts";
import { mapAt, scalarAt, seqAt, type Span } from "./sketch/nodes.ts";

/**
 * A Swagger 2.0 document as the OpenAPI 3 that it means; every other document as it is. What stands in both keeps its
 * place, what had to move stands where it came from.
 */
export function withoutSwagger(read: YamlRead, tell: Tell): YamlRead {
  const version = valueAt(read.root, "swagger");
  if (version === null || valueAt(read.root, "paths") === null) return read;
  try {
    const upgraded: unknown = upgradeFromTwoToThree(structuredClone(plainOf(read.root)));
    if (isRecord(upgraded)) return { root: likeOld(upgraded, read.root, spanOf(read.root)), resolve: (node) => node };
  } catch {
    // Told below: the library reads only what is well formed.
  }
  const message = `Swagger ${textOf(version) ?? ""} cannot be read as it stands; see that paths, parameters and definitions are as Swagger 2.0 has them, or write openapi: 3.1.0.`;
  tell({ severity: "error", rule: "api-form", message, from: startOf(version), to: endOf(version) });
  return read;
}

const spanOf = (node: Node): Span => ({ from: startOf(node), to: endOf(node) });

/** New data as nodes, each at the place of the old node under the same keys, else at that of what it lies in. */
function likeOld(value: unknown, old: Node | null, around: Span): Node {
  const span = old === null ? around : spanOf(old);
  if (Array.isArray(value)) {
    const items = itemsOf(old);
    return seqAt(
      span,
      value.map((one: unknown, n) => likeOld(one, isSeq(old) ? (items[n] ?? null) : null, span)),
    );
  }
  if (!isRecord(value)) return scalarAt(value, span);
  const entries = new Map(entriesOf(old).map((entry) => [entry.key, entry]));
  const map = mapAt(
    span,
    Object.entries(value).map(([key, one]) => {
      const known = entries.get(key);
      return [
        scalarAt(key, known === undefined ? span : spanOf(known.keyNode)),
        likeOld(one, known?.value ?? null, span),
      ] as const;
    }),
  );
  map.flow = isMap(old) && old.flow === true;
  return map;
}
