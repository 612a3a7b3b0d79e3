import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { KeySource } from "@proofroom/domain/design/key-words";
import { holdsKey } from "../../schema/column-kind.ts";
import { fillsItself, keptIn as fieldKeptIn } from "../column-of.ts";
import { fieldsOf, isRequired, isText } from "../fields.ts";
import { ownsRowsOf } from "../owner/caller.ts";
import { isNamed, type Sense } from "../sense.ts";
import { ownersBeside } from "./idempotency.ts";
import { type KeptKey, keptIn, pointerByKey } from "./kept-key.ts";

interface Given {
  tables: readonly Table[];
  senses: Sense[];
  endpoint: Endpoint;
}

/**
 * The table of requests in whatever language, `anfrage (anfrage_id uuid primary key, kuerzel references kurzlink)`: it is known by its
 * form. What it is keyed by is sent and kept nowhere else, it refers to the row that the request makes, and nothing else has to be said of it.
 */
export function requestKept(
  target: Table,
  { endpoint, tables, senses }: Given,
): { source: KeySource; kept: KeptKey } | undefined {
  // What the row itself keeps, or the problem speaks of, an alias, is no request's.
  const isOther = (name: string): boolean =>
    fieldKeptIn(name, target, []) !== undefined || senses.some((sense) => isNamed(sense, name));
  for (const requests of tables.filter((one) => one !== target && !ownsRowsOf(one, target))) {
    const key = requests.columns.find((column) => isKey(column, requests));
    const source = key === undefined ? undefined : sourceOf(key, requests, endpoint, isOther);
    const pointer = key === undefined ? null : pointerByKey(requests, key.name, target);
    if (key === undefined || source === undefined || pointer === null || pointer === "none") continue;
    const kept = keptIn(requests, key.name, target, endpoint, pointer);
    if (kept !== null) return { source, kept: { ...kept, because: [sentOnce(requests, key, target)] } };
  }
  return undefined;
}

const sentOnce = ({ name }: Table, key: Column, target: Table): string =>
  `${name} has one row for each ${key.name} that is sent, and it refers to the row of ${target.name} that was made for it`;

const isKey = (column: Column, table: Table): boolean =>
  holdsKey(column) &&
  !fillsItself(column) &&
  /^\w+$/.test(table.name) &&
  ownersBeside(table, column.name) !== undefined &&
  !table.foreignKeys.some(({ columns }) => columns.includes(column.name));

/** The field that has to be sent or can be nothing else, or else the header, that is called as the column is. */
function sourceOf(
  key: Column,
  requests: Table,
  { body, parameters }: Endpoint,
  isOther: (name: string) => boolean,
): KeySource | undefined {
  const isFor = (name: string): boolean => fieldKeptIn(name, requests, [])?.column === key && !isOther(name);
  const field = fieldsOf(body).find(
    (one) => isText(one) && (key.type === "uuid" || isRequired(one.name, body)) && isFor(one.name),
  );
  if (field !== undefined) return { sent: `$body.${field.name}` };
  const header = parameters.find(({ in: where, name }) => where === "header" && isFor(name.replace(/^x-/i, "")));
  return header === undefined ? undefined : { header: header.name };
}
