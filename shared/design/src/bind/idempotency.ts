import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import { keyName, type KeySource } from "@proofroom/domain/design/key-words";
import type { Idempotency } from "@proofroom/domain/design/step";
import { isUnique } from "./column-of.ts";
import { fieldsOf, isText } from "./fields.ts";
import { stems } from "./names.ts";

export const isKeyWord = (stem: string): boolean =>
  stem === "idem" || /^(?:request(?:id|key)?$|idempot|dedup)/.test(stem);

/** `idempotency_key`, `client_token`: whether a column or a field is called as what keeps a request's key. */
export const isKeyName = (name: string): boolean =>
  stems(name).some(isKeyWord) ||
  /(?:^| )(?:client (?:token|request|key|ref|reference|mutation)|retry (?:token|key)|operation (?:id|key))(?: |$)/.test(
    stems(name).join(" "),
  );

/** The header under which an endpoint recognises a repeated send, as it declares it. */
export function keyHeader(endpoint: Endpoint, usual: string | undefined): string | undefined {
  const wanted = (usual ?? "Idempotency-Key").toLowerCase();
  const headers = endpoint.parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
  return (
    headers.find((name) => name.toLowerCase() === wanted) ??
    headers.find((name) => /idempot|dedup|request-?(?:id|key|token)|client-?(?:token|request|key)/i.test(name))
  );
}

/** How a request carries its key: in a header that is declared, else in a field that is called so. */
export function keySource(endpoint: Endpoint, usual: string | undefined): KeySource | undefined {
  const header = keyHeader(endpoint, usual);
  if (header !== undefined) return { header };
  const field = fieldsOf(endpoint.body).find((one) => isText(one) && isKeyName(one.name));
  return field === undefined ? undefined : { sent: `$body.${field.name}` };
}

/** The column of a table that is made to keep such keys: by its name, and because the database keeps it unique. */
export function keyColumn(table: Table): string | undefined {
  const named = table.columns.filter(({ name }) => isKeyName(name));
  return named.find(({ name }) => isUnique(table, name))?.name;
}

/**
 * In whatever language: the one text that is unique where it is there at all, refers to nothing and is filled by nothing else;
 * where there is none, the one that has to be there.
 */
export function spareColumn(table: Table, isFilled: (column: Column) => boolean): string | undefined {
  const refers = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const spare = table.columns.filter(
    (column) =>
      !column.generated &&
      column.default === undefined &&
      /^(?:text|varchar|char|uuid)/.test(column.type) &&
      isUnique(table, column.name) &&
      !refers.has(column.name) &&
      !stems(column.name).some((stem) => otherThings.has(stem)) &&
      !isFilled(column),
  );
  const free = spare.filter(({ nullable }) => nullable);
  const [only, other] = free.length > 0 ? free : spare;
  return other === undefined ? only?.name : undefined;
}

/** Names of what is unique for its own sake. */
const otherThings = new Set(
  "code codigo slug token number numero nummer no nr serial invoice sku barcode qr name nombre nome nom login username email mail correo phone tel url uri link".split(
    " ",
  ),
);

/** A key's place, with what shows it where its name does not. */
export interface KeyPlace {
  idempotency: Idempotency;
  because: string[];
}

/** Bound only where the header is declared and a unique column can keep it: never safer than what is written. */
export function keyPlace(source: KeySource, table: Table, isFilled: (column: Column) => boolean): KeyPlace | undefined {
  const named = keyColumn(table);
  const column = named ?? spareColumn(table, isFilled);
  if (column === undefined) return undefined;
  const place = `${table.name}.${column}`;
  const because = `${place} keeps ${keyName(source)}: it is unique, and nothing else fills it`;
  return { idempotency: { ...source, column: place }, because: named === undefined ? [because] : [] };
}
