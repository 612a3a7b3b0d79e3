import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Idempotency } from "@proofroom/domain/design/step";
import { isUnique } from "./column-of.ts";
import { stems } from "./names.ts";

export const isKeyWord = (stem: string): boolean =>
  stem === "idem" || /^(?:request(?:id|key)?$|idempot|dedup)/.test(stem);

/** The header under which an endpoint recognises a repeated send, as it declares it. */
export function keyHeader(endpoint: Endpoint, usual: string | undefined): string | undefined {
  const wanted = (usual ?? "Idempotency-Key").toLowerCase();
  const headers = endpoint.parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
  return (
    headers.find((name) => name.toLowerCase() === wanted) ??
    headers.find((name) => /idempot|dedup|request-id/i.test(name))
  );
}

/** The column of a table that is made to keep such keys: by its name, and because the database keeps it unique. */
export function keyColumn(table: Table): string | undefined {
  const named = table.columns.filter(({ name }) => stems(name).some(isKeyWord));
  return named.find(({ name }) => isUnique(table, name))?.name;
}

/** In whatever language: the one text that is unique where it is there at all, and that nothing else of the endpoint fills. */
export function spareColumn(table: Table, isFilled: (column: string) => boolean): string | undefined {
  const spare = table.columns.filter(
    ({ name, type, nullable, generated, default: standard }) =>
      nullable &&
      !generated &&
      standard === undefined &&
      /^(?:text|varchar|char|uuid)/.test(type) &&
      isUnique(table, name) &&
      !isFilled(name),
  );
  return spare.length === 1 ? spare[0]?.name : undefined;
}

/** Bound only where the header is declared and a unique column can keep it: never safer than what is written. */
export function idempotencyOf(
  endpoint: Endpoint,
  table: Table,
  usual: string | undefined,
  isFilled: (column: string) => boolean,
): Idempotency | undefined {
  const header = keyHeader(endpoint, usual);
  const column = keyColumn(table) ?? spareColumn(table, isFilled);
  return header === undefined || column === undefined ? undefined : { header, column: `${table.name}.${column}` };
}
