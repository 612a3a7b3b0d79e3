import type { Table } from "@proofroom/domain/design/model";
import { postgresError } from "../postgres-error.ts";

/** The columns that are taken; those that are hashed, where a hash of them is, and those that are so in whatever case. */
export function conflictOf(error: unknown, table: Table | undefined): string[] | null {
  const refused = postgresError(error);
  if (refused?.code === "23P01") return excludedBy(refused.columns, table);
  if (refused?.code !== "23505") return null;
  const columnOf = (name: string) => table?.columns.find((one) => one.name === name);
  if (refused.columns.every((name) => columnOf(name) !== undefined))
    return refused.columns.flatMap((name) => columnOf(name)?.hashOf ?? [name]);
  const written = refused.columns.join(" ").split(/[^\p{L}\p{N}_$]+/u);
  const made = (table?.indexes ?? []).map(({ hashOf = [], anyCase = hashOf }) => anyCase);
  return made.find((list) => list.length > 0 && list.every((name) => written.includes(name))) ?? refused.columns;
}

/** The columns that the database keeps unique in whatever case: what conflicts in them may be written otherwise. */
export function foldedIn({ columns, indexes, uniques, primaryKey }: Table): ReadonlySet<string> {
  const unique = indexes.filter((one) => one.unique);
  const lists = [primaryKey, ...uniques, ...unique.map((one) => one.columns)].flat();
  const made = columns.filter(({ name }) => lists.includes(name));
  return new Set([...made, ...unique].flatMap(({ anyCase = [] }) => anyCase));
}

/** What excludes rows that are equal keeps them unique; what excludes those that overlap does not. */
function excludedBy(columns: string[], { exclusions = [] }: Partial<Table> = {}): string[] | null {
  const isOf = (list: readonly string[]): boolean =>
    list.length === columns.length && columns.every((name) => list.includes(name));
  return exclusions.some((one) => one.over.length === 0 && isOf(one.columns)) ? columns : null;
}
