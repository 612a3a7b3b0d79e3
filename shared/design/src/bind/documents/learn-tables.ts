import type { Table } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { isTextColumn } from "../../schema/column-kind.ts";
import { encodedId } from "../code/encoded-id.ts";
import { columnOf, isUnique, mustBeFilled } from "../column-of.ts";
import { isSomeHash } from "../key/beside-key.ts";
import { isKeyName } from "../key/idempotency.ts";
import { plain, spaced, stems } from "../names.ts";
import { sensesOf } from "../sense.ts";
import { isAddressName, isUrlName, unnamedAddress } from "../address/unnamed-address.ts";
import { castsOf } from "../ways/cast/roles.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * The capabilities with the names that a schema gives what they are about: where `paikat` can only be the seats, `/paikat/{id}` names a
 * seat, and so does a column that refers to it. Nobody's list of words holds all languages.
 */
export function learnTables(
  capabilities: Record<string, Capability>,
  tables: Table[],
  isPutIn: (table: Table) => boolean,
  texts: readonly string[] = [],
): Record<string, Capability> {
  const played = tablesPlayed(capabilities, tables, isPutIn);
  const kept = new Map([...keptOf(capabilities, tables, texts), ...addressesOf(capabilities, tables, texts)]);
  if (played.size + kept.size === 0) return capabilities;
  for (const [field, names] of tokensThatCome(capabilities, played, texts)) kept.set(field, names);
  const owned = ownedNames(capabilities, played, tables);
  const known = new Set(
    Object.values(capabilities).flatMap(({ find }) => Object.values(find.fields).flatMap((names) => names.map(plain))),
  );
  const names = new Map([
    ...kept,
    ...[...played].map(([role, table]): [string, string[]] => [
      role,
      namesOf(table, tables).filter((name) => !known.has(plain(name))),
    ]),
  ]);
  return Object.fromEntries(
    Object.entries(capabilities).map(([id, capability]) => [id, withNames(withoutOthers(capability, owned), names)]),
  );
}

/**
 * Name → the field that it is of here, though a list of words has it for others too: where the rows of `ticket` are there before anybody
 * comes, a `ticket_id` is a seat's, and neither a hold's nor a booking's.
 */
function ownedNames(
  capabilities: Record<string, Capability>,
  played: ReadonlyMap<string, Table>,
  tables: Table[],
): Map<string, string> {
  const roles = rolesOf(capabilities) ?? {};
  return new Map(
    [...played].flatMap(([role, table]) =>
      Object.keys(roles[role]?.idle ?? {}).length === 0
        ? []
        : [stems(table.name).join(" "), ...namesOf(table, tables)].map((name): [string, string] => [plain(name), role]),
    ),
  );
}

function withoutOthers(capability: Capability, owned: ReadonlyMap<string, string>): Capability {
  const fields = Object.entries(capability.find.fields).map(([field, names]) => [
    field,
    names.filter((name) => (owned.get(plain(name)) ?? field) === field),
  ]);
  return { ...capability, find: { ...capability.find, fields: Object.fromEntries(fields) } };
}

const rolesOf = (capabilities: Record<string, Capability>) =>
  Object.values(capabilities).find(({ ways }) => ways !== undefined)?.ways?.roles;

/**
 * Of what one capability gives and another asks for, and no table has rows of, as of a hold where the seat's row is all there is: the one column
 * of a row that is there before anybody comes which tells it from all others while somebody has it, is empty before, and stands in a path.
 */
function tokensThatCome(
  capabilities: Record<string, Capability>,
  played: ReadonlyMap<string, Table>,
  texts: readonly string[],
): [field: string, names: string[]][] {
  const all = Object.values(capabilities);
  const roles = rolesOf(capabilities) ?? {};
  const idle = [...played].flatMap(([role, table]) => (Object.keys(roles[role]?.idle ?? {}).length > 0 ? [table] : []));
  const inPaths = new Set(texts.flatMap((text) => [...text.matchAll(inPath)].map(([, name = ""]) => plain(name))));
  const [only, other] = idle.flatMap(({ columns, uniques, foreignKeys }) =>
    columns.filter(
      ({ name, type, nullable }) =>
        nullable &&
        type === "uuid" &&
        !isKeyName(name) &&
        inPaths.has(plain(name)) &&
        uniques.some((key) => key.length === 1 && key[0] === name) &&
        !foreignKeys.some((key) => key.columns.includes(name)),
    ),
  );
  if (only === undefined || other !== undefined) return [];
  const words = stems(only.name).filter((word) => word.length > 3);
  // What is called by a word that is known is found by it.
  const isKnown = (role: string): boolean =>
    all.some(({ find }) => find.fields[role]?.flatMap(stems).some((word) => words.includes(word)));
  return Object.keys(roles)
    .filter(
      (role) =>
        !played.has(role) && !isKnown(role) && all.some((one) => role in one.out) && all.some((one) => role in one.in),
    )
    .map((role) => [role, [spaced(only.name).trim()]]);
}

/** `/tutmalar/{tutmaId}`, `/tutmalar/:tutmaId`. */
const inPath = /\/[{:<]([\p{L}_]\w{0,40})/gu;

/** The roles that one table plays however a schema is cast. */
function tablesPlayed(
  capabilities: Record<string, Capability>,
  tables: Table[],
  isPutIn: (table: Table) => boolean,
): Map<string, Table> {
  const roles = rolesOf(capabilities);
  const [first, ...others] = roles === undefined ? [] : castsOf(roles, tables, isPutIn);
  return new Map(
    [...(first ?? [])].flatMap(([role, { table }]): [string, Table][] =>
      others.every((cast) => cast.get(role)?.table === table) ? [[role, table]] : [],
    ),
  );
}

/** How a row of a table is named: by the columns of others that refer to it, by the table's own name, and by a unique column of its own. */
function namesOf(table: Table, tables: Table[]): string[] {
  const { name } = table;
  const referring = tables.flatMap(({ foreignKeys }) =>
    foreignKeys.flatMap((key) => (key.table === name && key.columns.length === 1 ? key.columns : [])),
  );
  const called = stems(name).join(" ");
  const columns = [...referring, ...tokensOf(table)];
  return [...new Set([...columns.map((column) => spaced(column).trim()), `${called} id`, called])];
}

/** Unique columns of a row that is told apart by another's key: a `jeton`, where the key is the seat's. */
const tokensOf = ({ primaryKey, uniques, foreignKeys }: Table): string[] => {
  const referring = new Set(foreignKeys.flatMap(({ columns }) => columns));
  const isAnothers = primaryKey.length === 1 && primaryKey.every((column) => referring.has(column));
  const own = uniques.flatMap(([only = "", ...more]) => (more.length > 0 || referring.has(only) ? [] : [only]));
  return isAnothers ? own.filter((column) => !isKeyName(column)) : [];
};

/**
 * The column of what one capability gives and another asks for, as of a short code: where none is called so, the only text that has to be
 * there once and that nobody else fills. A hash beside an id whose digits are the code is none.
 */
function keptOf(
  capabilities: Record<string, Capability>,
  tables: Table[],
  texts: readonly string[],
): Map<string, string[]> {
  const all = Object.values(capabilities);
  const given = all.flatMap(({ in: inputs }) =>
    Object.keys(inputs).filter((field) => inputs[field] === "string" && all.some((one) => one.out[field] === "string")),
  );
  const columns = tables.flatMap((table) =>
    table.columns.filter(
      (column) =>
        isTextColumn(column) &&
        isUnique(table, column.name) &&
        mustBeFilled(column) &&
        !isKeyName(column.name) &&
        !table.foreignKeys.some((key) => key.columns.includes(column.name)),
    ),
  );
  const [only, more] = columns;
  const senses = sensesOf(capabilities);
  const isCalledSo = (field: string): boolean => tables.some((table) => columnOf(field, table, senses) !== undefined);
  const isEncoded = (field: string): boolean => {
    const sense = senses.find((one) => one.field === field);
    return (
      sense !== undefined && tables.some((table) => encodedId(sense, { table, senses, written: texts }) !== undefined)
    );
  };
  return new Map(
    only === undefined || more !== undefined
      ? []
      : given
          .filter((field) => !isCalledSo(field) && !(isSomeHash(only) && isEncoded(field)))
          .map((field) => [field, [only.name]]),
  );
}

/**
 * The column of a URL that one capability takes and another one sends to: where none is called so, the only text that has to be there, may
 * be there twice and has room for it, and that is named a URL or an address, or by the documents behind a Location.
 */
function addressesOf(
  capabilities: Record<string, Capability>,
  tables: Table[],
  texts: readonly string[],
): Map<string, string[]> {
  const isUrl = (type: string): boolean => fieldType(type).type === "url";
  const fields = Object.values(capabilities).flatMap((one) =>
    Object.entries({ ...one.in, ...one.out }).flatMap(([field, type]) => (isUrl(type) ? [field] : [])),
  );
  const senses = sensesOf(capabilities);
  const isCalledSo = tables.some((table) => fields.some((field) => columnOf(field, table, senses) !== undefined));
  const [only, other] = new Set(isCalledSo ? [] : tables.flatMap((table) => unnamedAddress(table, []) ?? []));
  if (only === undefined || other !== undefined) return new Map();
  const sentTo = new RegExp(
    `(?<![\\w-])location["\`]?[\\s:=→>-]{1,8}[<{\`"$]{0,3}${literally(only)}(?![\\p{L}\\p{N}_])`,
    "iu",
  );
  const isMeant = isUrlName(only) || isAddressName(only) || texts.some((text) => sentTo.test(text));
  return new Map(isMeant ? fields.map((field) => [field, [only]]) : []);
}

function withNames(capability: Capability, names: ReadonlyMap<string, string[]>): Capability {
  const fields = { ...capability.find.fields };
  for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)]) {
    const own = names.get(field) ?? [];
    if (own.length > 0) fields[field] = [...new Set([...own, ...(fields[field] ?? [])])];
  }
  return { ...capability, find: { ...capability.find, fields } };
}
