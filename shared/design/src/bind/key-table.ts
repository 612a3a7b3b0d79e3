import type { Column, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "./asked.ts";
import { isUnique } from "./column-of.ts";
import { isKeyWord, keyColumn, keyHeader } from "./idempotency.ts";
import { stems } from "./names.ts";
import { ofTable } from "./of-table.ts";
import { bodyOf } from "./template.ts";

/**
 * An insert whose key is kept in a table of keys, `idempotency_keys (key, code)`: the row and its key are written together,
 * the key only where one is sent. Answered is what the row itself says, also when the key comes again.
 */
export function withKeyTable(found: Conventional, asked: Asked, tables: Table[]): Conventional {
  if (found.steps === null || found.idempotency !== undefined) return found;
  const { endpoint, table, capability, senses } = asked;
  const [insert, answer] = found.steps;
  const header = keyHeader(endpoint, capability?.idempotentBy);
  const kept = keyKeptFor(table, tables);
  if (header === undefined || kept === undefined || !/^\w+$/.test(table.name)) return found;
  if (insert === undefined || !("insert" in insert) || answer === undefined || !("return" in answer)) return found;
  const success = endpoint.responses.find(({ status }) => status >= 200 && status < 300);
  const columns = Object.fromEntries(table.columns.map(({ name }) => [name, `$row.${name}`]));
  const body = ofTable(bodyOf(success?.schema, table, senses, 0) ?? columns, table.name);
  return {
    ...found,
    steps: [{ transaction: [insert, keepWhereSent(header, kept)] }, { return: { ...answer.return, body } }],
    idempotency: { header, column: `${kept.table.name}.${kept.column}` },
  };
}

interface KeptKey {
  table: Table;
  column: string;
  values: Record<string, Value>;
}

/** Where keys are kept that point at the rows of a table. */
export const keyKeptFor = (table: Table, tables: Table[]): KeptKey | undefined =>
  tables.flatMap((one) => keptIn(one, table) ?? [])[0];

/** Keeps a key where one is sent. */
export const keepWhereSent = (header: string, { table, values }: KeptKey): Step => ({
  if: { [`$header.${header.toLowerCase()}`]: null },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  then: [],
  else: [{ insert: table.name, values }],
});

/** Of a table that is made for keys, and points at the row that each of them made, all that an insert has to fill. */
function keptIn(keys: Table, target: Table): KeptKey | null {
  if (keys === target) return null;
  const key = keys.foreignKeys.find(({ table, columns }) => table === target.name && columns.length === 1);
  const pointer = key?.columns[0];
  const referred = key?.references[0] ?? (target.primaryKey.length === 1 ? target.primaryKey[0] : undefined);
  const isForKeys = stems(keys.name).some(isKeyWord);
  const texts = keys.columns.filter(
    ({ name, type }) => name !== pointer && /^(?:text|varchar|char|uuid)/.test(type) && isUnique(keys, name),
  );
  const column = keyColumn(keys) ?? (isForKeys && texts.length === 1 ? texts[0]?.name : undefined);
  if (pointer === undefined || referred === undefined || column === undefined || column === pointer) return null;
  const values: Record<string, Value> = { [pointer]: `$${target.name}.${referred}` };
  for (const own of keys.columns) {
    const { name, nullable, generated, default: standard } = own;
    if (name === column || name === pointer || nullable || generated || standard !== undefined) continue;
    const value = besideKey(own);
    if (value === undefined) return null;
    values[name] = value;
  }
  return { table: keys, column, values };
}

/** What a table of keys remembers of a send beside its key: when it came, and a hash of what was sent. */
function besideKey({ name, type }: Column): Value | undefined {
  if (type.startsWith("timestamp")) return "$now";
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? hashLength);
  const isText = /^(?:text|varchar|char)/.test(type);
  const isHash = stems(name).some((stem) =>
    /^(?:hash|digest|fingerprint|checksum|sha256|prufsumme|huella)$/.test(stem),
  );
  return isText && isHash && length >= hashLength ? { hash: "$body" } : undefined;
}

/** SHA-256 in hexadecimal digits. */
const hashLength = 64;
