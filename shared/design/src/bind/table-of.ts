import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { parametersIn } from "../api/path.ts";
import { columnOf } from "./column-of.ts";
import { fieldsOf } from "./fields.ts";
import { stems } from "./names.ts";
import type { Sense } from "./sense.ts";

/** Which table an endpoint is about: by its path's words, then by the fields that it carries; the only one otherwise. */
export function tableOf(endpoint: Endpoint, tables: Table[], senses: Sense[]): Table | undefined {
  const ranked = tables
    .map((table) => ({ table, score: scoreOf(endpoint, table, senses) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second === undefined) return best.table;
  return best.score > 0 && best.score > second.score ? best.table : undefined;
}

function scoreOf(endpoint: Endpoint, table: Table, senses: Sense[]): number {
  const segments = endpoint.path.split("/").filter((part) => part !== "" && !part.startsWith("{"));
  const name = stems(table.name);
  const last = stems(segments.at(-1) ?? "");
  const others = new Set(segments.slice(0, -1).flatMap(stems));
  const isLast = last.join(" ") === name.join(" ");
  const inPath = isLast
    ? 10
    : name.some((stem) => last.includes(stem))
      ? 4
      : name.some((stem) => others.has(stem))
        ? 2
        : 0;
  const sent = [...fieldsOf(endpoint.body).map((field) => field.name), ...parametersIn(endpoint.path)];
  const answered = endpoint.responses.flatMap(({ schema }) => fieldsOf(schema).map((field) => field.name));
  const columns = [...new Set([...sent, ...answered])].filter((field) => columnOf(field, table, senses) !== undefined);
  return inPath + columns.length;
}
