import { bare } from "../dialect.ts";

/** A column as a model says it. */
export interface ModelColumn {
  name: string;
  /** As SQL; empty where it is the type of the key that it refers to. */
  type: string;
  isNullable: boolean;
  isKey?: boolean;
  isUnique?: boolean;
  /** Whether the database counts it up. */
  isCounted?: boolean;
  /** As SQL. */
  default?: string | undefined;
  /** A condition as SQL. */
  check?: string | undefined;
  refers?: Reference | undefined;
  comment?: string | undefined;
}

export interface Reference {
  table: string;
  column?: string | undefined;
  /** `on delete cascade`. */
  onDelete?: string | undefined;
}

export interface ModelIndex {
  name?: string | undefined;
  /** As SQL: `created_at desc`. */
  columns: string[];
  isUnique?: boolean;
  where?: string | undefined;
  /** `gin`. */
  using?: string | undefined;
}

/** A table as a model says it. */
export interface ModelTable {
  name: string;
  /** Columns, and between them what is left as a comment. */
  lines: (ModelColumn | string)[];
  /** A key of several columns. */
  key?: string[] | undefined;
  /** `unique (a, b)`, `check (…)`, `exclude using gist (…)`: as SQL. */
  constraints: string[];
  indexes: ModelIndex[];
  /** References that are said beside the columns. */
  foreign: { columns: string[]; refers: Reference; columnsThere: string[] }[];
}

/** What a schema consists of, in the order of its text: tables, statements of SQL, and what is left as a comment. */
export type Piece = ModelTable | { sql: string } | { remark: string };

export const newTable = (name: string): ModelTable => ({ name, lines: [], constraints: [], indexes: [], foreign: [] });

export const columnsOf = ({ lines }: ModelTable): ModelColumn[] => lines.filter((line) => typeof line !== "string");

export const columnOf = (table: ModelTable, name: string): ModelColumn | undefined =>
  columnsOf(table).find((column) => column.name === name);

/** `(a, b)` of names. */
export const listed = (names: readonly string[]): string => `(${names.map(bare).join(", ")})`;

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `x in ('a', 'b')`. */
export const isOneOf = (column: string, values: readonly string[]): string =>
  `${bare(column)} in (${values.map((value) => (/^-?\d+$/.test(value) ? value : sqlText(value))).join(", ")})`;

/** What a literal of any language says as SQL; undefined where it is none. */
export function literalSql(code: string | undefined, text: string | null): string | undefined {
  if (text !== null) return sqlText(text);
  const plain = code?.trim() ?? "";
  if (/^[-+]?\d[\d_]*(?:\.\d+)?[LlmMfFdD]?$/.test(plain)) return plain.replaceAll(/[_LlmMfFdD+]/g, "");
  if (/^(?:true|false)$/i.test(plain)) return plain.toLowerCase();
  return undefined;
}

/** A unique or plain index becomes part of its table where it is a plain uniqueness of named columns. */
export function addUnique(table: ModelTable, columns: string[], where?: string, name?: string): void {
  const [only, ...more] = columns;
  if (where !== undefined) {
    table.indexes.push({ name, columns: columns.map(bare), isUnique: true, where });
    return;
  }
  const column = only === undefined || more.length > 0 ? undefined : columnOf(table, only);
  if (column !== undefined) column.isUnique = true;
  else if (only !== undefined) table.constraints.push(`unique ${listed(columns)}`);
}

/** Whether a key, a uniqueness or an index of the table begins with a column. */
export const isIndexedAlready = (table: ModelTable, column: string): boolean =>
  columnsOf(table).some(({ name, isUnique, isKey }) => name === column && (isUnique === true || isKey === true)) ||
  table.key?.[0] === column ||
  table.constraints.some((one) => [",", ")"].some((end) => one.startsWith(`unique (${bare(column)}${end}`))) ||
  table.indexes.some(({ columns, where }) => where === undefined && columns[0]?.split(" ")[0] === bare(column));

/** What is said of a column in several places. */
export const together = (...said: (string | undefined | null)[]): string =>
  said.filter((one) => one !== undefined && one !== null && one !== "").join("; ");

/** Columns that are all said to be the key are one key. */
export function keyOfSeveral(table: ModelTable): void {
  const keys = columnsOf(table).filter(({ isKey }) => isKey === true);
  if (keys.length < 2) return;
  table.key = keys.map(({ name }) => name);
  for (const column of keys) column.isCounted = false;
}
