import { plainSteps } from "@proofroom/domain/design/steps-within";
import { keyColumn, keyHeader } from "../bind/key/idempotency.ts";
import { keyEdits, looksFirst } from "../review/idempotency.ts";
import type { Snippet } from "./site.ts";

/** An insert that knows a repeated send again: by a header, and a unique column that keeps what it says. */
export const keepKey: Snippet = ({ seen, read, operation, capability, tables }) => {
  const insert = plainSteps(operation.steps).find((step) => "insert" in step);
  const table = tables.find(({ name }) => name === insert?.insert);
  if (table === undefined || operation.idempotency !== undefined || looksFirst(operation.steps)) return [];
  const usual = capability?.idempotentBy ?? "Idempotency-Key";
  const header = keyHeader(read.endpoint, usual);
  const column = keyColumn(table);
  if (capability?.idempotentBy === undefined && header === undefined && column === undefined) return [];
  const isReplaced = read.operation !== null;
  const label = `Idempotent insert into ${table.name}${isReplaced ? ", in place of its x-operation" : ""}`;
  const adds = [
    ...(header === undefined ? [`takes the header ${usual}`] : []),
    ...(column === undefined ? [`adds idem_key text unique to ${table.name}`] : []),
  ];
  const kept = `${table.name}.${column ?? "idem_key"}`;
  const first = adds.length === 0 ? "" : `It ${adds.join(" and ")}. `;
  const says = `${first}Keeps ${header ?? usual} in ${kept}: the same key again answers the same row and adds nothing.`;
  const edits = keyEdits(seen, { read, operation }, table.name, usual);
  if (edits === null) {
    const needs =
      column === undefined
        ? `add a column idem_key, text and unique, to ${table.name} in the schema`
        : `declare the header ${usual} for ${operation.opId}`;
    return [{ label, says, edits: [], needs }];
  }
  return edits.length === 0 ? [] : [{ label, says, edits }];
};
