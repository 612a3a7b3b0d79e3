import type { Fix } from "@proofroom/domain/design/finding";
import type { TypeName } from "libpg-query";
import { nearest } from "../text/nearest.ts";
import type { Catalog } from "./catalog.ts";
import { dialectOf, rewriteFrom } from "./dialects.ts";
import { inlineHint } from "./mysql/mysql.ts";
import { placesOfType } from "./type-places.ts";
import { typeText } from "./type-text.ts";

/** Types that parse as names and exist elsewhere; what runs here instead. */
const elsewhere: Record<string, string> = {
  datetime: "timestamptz",
  datetime2: "timestamptz",
  smalldatetime: "timestamptz",
  tinyint: "smallint",
  mediumint: "integer",
  double: "double precision",
  tinytext: "text",
  mediumtext: "text",
  longtext: "text",
  clob: "text",
  string: "text",
  nvarchar: "varchar",
  varchar2: "varchar",
  nvarchar2: "varchar",
  blob: "bytea",
  tinyblob: "bytea",
  mediumblob: "bytea",
  longblob: "bytea",
  binary: "bytea",
  varbinary: "bytea",
  number: "numeric",
  long: "bigint",
  float32: "real",
  float64: "double precision",
  int32: "integer",
  int64: "bigint",
  uint: "bigint",
  uint32: "bigint",
  uint64: "numeric(20)",
  bigint64: "bigint",
  uniqueidentifier: "uuid",
  guid: "uuid",
  object: "jsonb",
  array: "jsonb",
  map: "jsonb",
};

/** A text is looked through for so many names at the most. */
const mostNames = 20;

interface Instead {
  sql: string;
  name: string;
  from: number;
  instead: string;
  /** Whether this is the first place that names the type. */
  isFirst: boolean;
}

/** At its first place one click writes it wherever the type is named. */
function insteadOf({ sql, name, from, instead, isFirst }: Instead): Fix {
  const others = isFirst ? placesOfType(sql, name) : [];
  const places = [...new Set([from, ...others])].toSorted((a, b) => a - b);
  const often = places.length === 1 ? "" : `, in all ${places.length} places`;
  const edits = places.map((at) => ({ document: "schema" as const, from: at, to: at + name.length, insert: instead }));
  return { label: `Write ${instead}${often}`, edits };
}

/** Tells of a type that neither PostgreSQL nor the schema so far knows, with the one that was likely meant. */
export function checkType(catalog: Catalog, type: TypeName | undefined): void {
  const { name, isBuiltIn } = typeText(type);
  if (isBuiltIn || catalog.types.has(name) || catalog.tables.has(name) || type?.pct_type === true) return;
  const { sql, offsets, isOwnText } = catalog.source;
  const from = offsets.ofByte(type?.location ?? 0);
  const to = from + name.length;
  const foreign = catalog.unknownTypes.size > 0 ? null : dialectOf(sql);
  const isFirst = !catalog.unknownTypes.has(name) && catalog.unknownTypes.size < mostNames;
  catalog.unknownTypes.add(name);
  // Offered once: it rewrites the whole text.
  const whole = foreign === null || !isOwnText ? [] : rewriteFrom(foreign.dialect, sql);
  if (isInlineIndex(sql, from, to))
    return catalog.tell({ severity: "error", rule: "mysql", message: inlineHint, from, to, fixes: whole });
  const origin = foreign === null ? "" : ` It is ${foreign.dialect.title}'s.`;
  const tell = (message: string, instead?: string) => {
    const canFix = instead !== undefined && isOwnText && sql.slice(from, to).toLowerCase() === name;
    const fixes = canFix ? [insteadOf({ sql, name, from, instead, isFirst }), ...whole] : whole;
    catalog.tell({ severity: "error", rule: "unknown-type", message, from, to, fixes });
  };
  if (name === "enum") {
    return tell(
      "A column's values are listed by a type of their own: create type status as enum ('a', 'b'), or by check (status in ('a', 'b')).",
    );
  }
  const instead =
    elsewhere[name] ??
    nearest(name, [
      ...catalog.types.keys(),
      "timestamptz",
      "timestamp",
      "varchar",
      "boolean",
      "integer",
      "bigint",
      "numeric",
      "text",
      "uuid",
      "jsonb",
    ]);
  tell(
    instead === undefined
      ? `There is no type ${name}; use text, or create it above.`
      : `There is no type ${name} in PostgreSQL; write ${instead}.${origin}`,
    instead,
  );
}

/** Whether MySQL's `KEY name (column)` has been taken for a column called key. */
const isInlineIndex = (sql: string, from: number, to: number): boolean =>
  /\b(?:key|index|fulltext|spatial)\s{1,40}$/i.test(sql.slice(Math.max(0, from - 60), from)) &&
  /^"?\s{0,40}\((?!\s{0,40}\d)/.test(sql.slice(to, to + 90));
