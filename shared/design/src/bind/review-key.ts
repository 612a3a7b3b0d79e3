import type { Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import type { Tell } from "../text/report.ts";
import type { Doing } from "./steps-of.ts";
import { keyColumn, keyHeader } from "./idempotency.ts";

/** A key that is declared and kept nowhere, or kept and never sent, protects nothing. */
export function reviewKey(
  read: EndpointRead,
  capability: Capability | undefined,
  { steps, idempotency: keptKey }: Pick<Doing, "steps" | "idempotency">,
  tables: Table[],
  tell: Tell,
): void {
  const insert = steps.find((step) => "insert" in step);
  const table = insert === undefined ? undefined : tables.find(({ name }) => name === insert.insert);
  if (table === undefined) return;
  const header = keyHeader(read.endpoint, capability?.idempotentBy);
  if (keptKey !== undefined) return;
  const column = keyColumn(table);
  if ((header === undefined) === (column === undefined)) return;
  const usual = capability?.idempotentBy ?? "Idempotency-Key";
  const how = read.isSketched ? `write [${usual}] behind its path` : `declare the header ${usual} among its parameters`;
  const message =
    header === undefined
      ? `${table.name}.${column} can keep a key, but ${read.endpoint.opId} takes none; ${how}.`
      : `${read.endpoint.opId} takes ${header}, but ${table.name} has no unique column to keep it, so a repeated send writes again; add idem_key text unique.`;
  tell({ severity: "warning", rule: "key-not-kept", message, from: read.at, to: read.end });
}
