import { type Given, textIn } from "./calls.ts";
import { literalSql, type ModelColumn, together } from "./table.ts";

const types: Record<string, string> = {
  text: "text",
  integer: "integer",
  bigint: "bigint",
  smallint: "smallint",
  float: "double precision",
  datetime: "timestamptz",
  timestamp: "timestamptz",
  timestamptz: "timestamptz",
  date: "date",
  time: "time",
  boolean: "boolean",
  binary: "bytea",
  json: "jsonb",
  jsonb: "jsonb",
  uuid: "uuid",
  inet: "inet",
  citext: "citext",
  hstore: "hstore",
  interval: "interval",
  tstzrange: "tstzrange",
  tsrange: "tsrange",
  daterange: "daterange",
  int4range: "int4range",
  int8range: "int8range",
  numrange: "numrange",
  tsvector: "tsvector",
  xml: "xml",
  primary_key: "bigint",
  serial: "integer",
  bigserial: "bigint",
};

/** `string` with `limit: 8` as a type of SQL; null for a word that is none of Rails' types. */
export function typeOfRails(kind: string, named: Given["named"]): string | null {
  const limit = named.get("limit");
  const array = named.get("array") === "true" ? "[]" : "";
  if (kind === "string" || kind === "char") return `varchar${limit === undefined ? "" : `(${limit})`}${array}`;
  if (kind === "integer" && limit === "8") return "bigint";
  if (kind === "integer" && limit === "2") return "smallint";
  if (kind === "decimal" || kind === "numeric") {
    const precision = named.get("precision");
    return precision === undefined ? "numeric" : `numeric(${precision}, ${named.get("scale") ?? 0})`;
  }
  if (kind === "enum") return textIn(named.get("enum_type")) ?? "varchar";
  const type = types[kind];
  return type === undefined ? null : `${type}${array}`;
}

/** `t.kind "name", …` as a column; null where the kind is none. */
export function railsColumn(name: string, kind: string, { named }: Given, comment: string): ModelColumn | null {
  const type = kind === "virtual" ? typeOfRails(textIn(named.get("type")) ?? "", named) : typeOfRails(kind, named);
  if (type === null) return null;
  const computed = textIn(named.get("as"));
  return {
    name,
    type: computed === null ? type : `${type} generated always as (${computed}) stored`,
    isNullable: named.get("null") !== "false",
    isKey: named.get("primary_key") === "true" || kind === "primary_key",
    isCounted: /^(?:primary_key|serial|bigserial)$/.test(kind),
    default: railsDefault(named.get("default"), type) ?? (isStamp(name, type) ? "now()" : undefined),
    comment: together(comment, textIn(named.get("comment"))),
  };
}

/** Rails fills these itself. */
const isStamp = (name: string, type: string): boolean =>
  /^(?:created|updated)_(?:at|on)$/.test(name) && type.startsWith("timestamp");

export function railsDefault(written: string | undefined, type: string): string | undefined {
  if (written === undefined || written === "nil") return undefined;
  const raw = /^(?:->|lambda|proc)\s*(?:\{\s*)?(.*?)\s*\}?$/s.exec(written)?.[1];
  if (raw !== undefined) return textIn(raw.replace(/^do\s+|\s+end$/g, "")) ?? undefined;
  if (/^\{\s*\}$/.test(written)) return "'{}'";
  if (/^\[\s*\]$/.test(written)) return type.endsWith("[]") ? "'{}'" : "'[]'";
  return literalSql(written, textIn(written));
}
