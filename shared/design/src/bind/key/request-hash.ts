import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Idempotency, Value } from "@proofroom/domain/design/step";
import { hashOf, isRequestHash } from "./beside-key.ts";
import { whenReused } from "@proofroom/domain/design/refusal-status";

export interface WithHash {
  idempotency: Idempotency;
  /** What is written beside the key. */
  values: Record<string, Value>;
}

/** A key that is kept in the row itself, with the hash of the request where the row has a column for that. */
export function withHash(
  idempotency: Idempotency,
  table: Table,
  endpoint: Endpoint,
  isFilled: (column: Column) => boolean,
): WithHash {
  const hash = table.columns.find((column) => isRequestHash(column) && !column.generated && !isFilled(column))?.name;
  if (hash === undefined) return { idempotency, values: {} };
  return { idempotency: { ...idempotency, hash, else: whenReused(endpoint) }, values: { [hash]: hashOf(endpoint) } };
}
