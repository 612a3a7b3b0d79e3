import type { Column, Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../schema/column-kind.ts";
import { remembered, rememberedOfBoth } from "../text/remembered.ts";
import { plain, plains, stems } from "./names.ts";
import { nameWithin, ownerOf } from "./convention/nested-name.ts";
import { type Sense, isNamed } from "./sense.ts";

/** A column that keeps a field: of that very name, apart from the table's name (`linkId`), or by another name of the field. */
export interface Kept {
  column: Column;
  by: "name" | "owner" | "alias";
}

/**
 * The column in which a field is kept: spelled alike, or with the table's name before it (`linkId` → `id` of `links`), or
 * another name of the same field of the problem.
 */
export const keptIn = (field: string, table: Columns, senses: Sense[]): Kept | undefined =>
  keepingBy(senses, table)(field);

type Columns = Pick<Table, "name" | "columns">;

/** Each endpoint is compared with each table, by each of its fields. */
const keepingBy = rememberedOfBoth((senses: Sense[], table: Columns) =>
  remembered((field) => findKept(field, table, senses)),
);

function findKept(field: string, table: Columns, senses: Sense[]): Kept | undefined {
  const owner = ownerOf(field);
  const found = keptAs(nameWithin(field), table, senses);
  if (owner === null || found !== undefined) return found;
  const isOwn = stems(table.name).at(-1) === stems(owner).at(-1);
  return isOwn ? keptAs(field.split(".").at(-1) ?? field, table, senses) : keptAs(owner, table, senses);
}

function keptAs(name: string, table: Columns, senses: Sense[]): Kept | undefined {
  const wanted = plain(name);
  const called = table.columns.map((column) => plain(column.name));
  const same = table.columns[called.indexOf(wanted)];
  if (same !== undefined) return { column: same, by: "name" };
  const owned = namedAfter(name, table);
  if (owned !== undefined) return { column: owned, by: "owner" };
  for (const sense of senses.filter((s) => isNamed(s, name))) {
    for (const other of plains(sense.names)) {
      const alias = table.columns[called.indexOf(other)];
      // A number that the database counts up is not what people mean by another name.
      if (alias !== undefined && !isCounted(alias)) return { column: alias, by: "alias" };
    }
  }
  const bare = name.replace(wished, "");
  return bare === name || bare === "" ? undefined : keptAs(bare, table, senses);
}

/** A value of one's own choice goes where one that is made would: `customAlias`, `preferred_code`. */
const wished = /^(?:custom|desired|preferred|requested|chosen|wanted|vanity)(?:[_-]+|(?=[A-Z]))/;

export const columnOf = (field: string, table: Columns, senses: Sense[]): Column | undefined =>
  keptIn(field, table, senses)?.column;

function namedAfter(name: string, table: Columns): Column | undefined {
  const owner = stems(table.name).join("");
  const short = plain(name).startsWith(owner) ? plain(name).slice(owner.length) : undefined;
  const shortened = short === "" ? undefined : table.columns.find((column) => plain(column.name) === short);
  return shortened ?? table.columns.find((column) => plain(column.name) === owner + plain(name));
}

const isCounted = ({ generated, default: standard }: Column): boolean =>
  generated || standard?.startsWith("nextval") === true;

/** Whether the database makes this column's value itself: counted up, or a UUID of its own. */
export const isSelfMade = (column: Column): boolean =>
  isCounted(column) || (column.default !== undefined && !isTextColumn(column));

/** Whether the database fills a column of which an insert says nothing. */
export const fillsItself = ({ generated, default: standard }: Column): boolean => generated || standard !== undefined;

/** Whether no row can be without this column's value, and the database does not make it. */
export const mustBeFilled = (column: Column): boolean => !column.nullable && !fillsItself(column);

type Indexed = Pick<Table, "primaryKey" | "uniques" | "indexes" | "exclusions">;

/** The lists of columns that no two rows share; of a partial index, no two of the rows that it holds. What excludes rows that are equal is one, too. */
export const uniqueLists = ({ primaryKey, uniques, indexes, exclusions = [] }: Indexed): string[][] => [
  primaryKey,
  ...uniques,
  ...indexes.filter(({ unique }) => unique).map(({ columns, anyCase }) => anyCase ?? columns),
  ...exclusions.filter(({ columns, over }) => over.length === 0 && columns.length > 0).map(({ columns }) => columns),
];

/** The same lists in the columns that are hashed where a unique column, or index, is a hash of them. */
export function hashedLists(table: Indexed & Pick<Table, "columns">): string[][] {
  const hashed = new Map(table.columns.flatMap(({ name, hashOf }) => (hashOf === undefined ? [] : [[name, hashOf]])));
  const lists = uniqueLists(table).filter((list) => list.some((name) => hashed.has(name)));
  const indexes = table.indexes.filter(({ unique, partial }) => unique && !partial);
  return [
    ...lists.map((list) => list.flatMap((name) => hashed.get(name) ?? [name])),
    ...indexes.flatMap(({ hashOf }) => (hashOf === undefined ? [] : [hashOf])),
  ];
}

/** Whether two rows can never share this column's value. */
export const isUnique = (table: Indexed, column: string): boolean =>
  uniqueLists(table).some((list) => list.length === 1 && list[0] === column);
