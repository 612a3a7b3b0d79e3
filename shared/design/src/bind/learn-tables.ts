import type { Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { plain, spaced, stems } from "./names.ts";
import { castsOf } from "./ways/roles.ts";

/**
 * The capabilities with the names that a schema gives what they are about: where `paikat` can only be the seats, `/paikat/{id}` names a
 * seat, and so does a column that refers to it. Nobody's list of words holds all languages.
 */
export function learnTables(
  capabilities: Record<string, Capability>,
  tables: Table[],
  isPutIn: (table: Table) => boolean,
): Record<string, Capability> {
  const played = tablesPlayed(capabilities, tables, isPutIn);
  if (played.size === 0) return capabilities;
  const known = new Set(
    Object.values(capabilities).flatMap(({ find }) => Object.values(find.fields).flatMap((names) => names.map(plain))),
  );
  const names = new Map(
    [...played].map(([role, table]) => [role, namesOf(table, tables).filter((name) => !known.has(plain(name)))]),
  );
  return Object.fromEntries(Object.entries(capabilities).map(([id, capability]) => [id, withNames(capability, names)]));
}

/** The roles that one table plays however a schema is cast. */
function tablesPlayed(
  capabilities: Record<string, Capability>,
  tables: Table[],
  isPutIn: (table: Table) => boolean,
): Map<string, Table> {
  const roles = Object.values(capabilities).find(({ ways }) => ways !== undefined)?.ways?.roles;
  const [first, ...others] = roles === undefined ? [] : castsOf(roles, tables, isPutIn);
  return new Map(
    [...(first ?? [])].flatMap(([role, { table }]): [string, Table][] =>
      others.every((cast) => cast.get(role)?.table === table) ? [[role, table]] : [],
    ),
  );
}

/** How a row of a table is named: by the columns of others that refer to it, and by the table's own name. */
function namesOf({ name }: Table, tables: Table[]): string[] {
  const referring = tables.flatMap(({ foreignKeys }) =>
    foreignKeys.flatMap(({ table, columns }) => (table === name && columns.length === 1 ? columns : [])),
  );
  return [...new Set([...referring.map((column) => spaced(column).trim()), `${stems(name).join(" ")} id`])];
}

function withNames(capability: Capability, names: ReadonlyMap<string, string[]>): Capability {
  const fields = { ...capability.find.fields };
  for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)]) {
    const own = names.get(field) ?? [];
    if (own.length > 0) fields[field] = [...(fields[field] ?? []), ...own];
  }
  return { ...capability, find: { ...capability.find, fields } };
}
