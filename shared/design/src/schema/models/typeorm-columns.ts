import type { Annotated } from "./annotated.ts";
import { mark, objectIn } from "./annotated.ts";
import { itemsIn, textIn } from "./calls.ts";
import { literalSql, type ModelColumn, isOneOf, sqlText, together } from "./table.ts";

/** Enum → its members and the values that they stand for. */
export type Enums = ReadonlyMap<string, readonly { name: string; value: string }[]>;

const types: Record<string, string> = {
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  tinyint: "smallint",
  datetime: "timestamptz",
  "timestamp with time zone": "timestamptz",
  "simple-json": "jsonb",
  json: "jsonb",
  "simple-array": "text",
  "character varying": "varchar",
  bool: "boolean",
  double: "double precision",
  float: "double precision",
  enum: "varchar",
  "simple-enum": "varchar",
  longtext: "text",
  mediumtext: "text",
  blob: "bytea",
};

const hinted: Record<string, string> = {
  string: "varchar",
  number: "integer",
  bigint: "bigint",
  boolean: "boolean",
  Date: "timestamptz",
  Buffer: "bytea",
};

export interface FieldText {
  name: string;
  type: string;
  isOptional: boolean;
  value: string | undefined;
}

/** `readonly code!: string = "x"`. */
export function fieldText(code: string): FieldText | null {
  const [, name, sign = "", type = "", value] =
    /^(?:(?:public|private|protected|readonly|declare|override)\s+)*(\w+)([?!]?)\s*(?::\s*([^=;]+))?(?:=\s*([^;]+))?;?$/s.exec(
      code,
    ) ?? [];
  return name === undefined ? null : { name, type: type.trim(), isOptional: sign === "?", value: value?.trim() };
}

const stamps: Record<string, string | undefined> = { CreateDateColumn: "now()", UpdateDateColumn: "now()" };

/** A field with `@Column(…)` or one of its kin as a column; null where it has none. */
export function typeormColumn(
  { marks, code, comment }: Annotated,
  enums: Enums,
  nameOf: (field: string) => string,
): ModelColumn | null {
  const field = fieldText(code);
  const kind = marks.find(({ name }) =>
    /^(?:Primary(?:Generated)?Column|Column|(?:Create|Update|Delete)DateColumn|VersionColumn)$/.test(name),
  )?.name;
  const given = kind === undefined ? null : mark(marks, kind);
  if (field === null || kind === undefined || given === null) return null;
  const options = objectIn(given.placed.find((one) => one.startsWith("{")));
  const first = textIn(given.placed[0]) ?? textIn(options.get("type")) ?? "";
  const isUuid = kind === "PrimaryGeneratedColumn" && (first === "uuid" || /uuid/.test(given.placed[0] ?? ""));
  const isStamped = kind.endsWith("DateColumn");
  const values = valuesOf(options.get("enum") ?? "", enums);
  const name = textIn(options.get("name")) ?? nameOf(field.name);
  const isCounted =
    (kind === "PrimaryGeneratedColumn" && !isUuid) ||
    /^["']?(?:increment|identity)/.test(options.get("generated") ?? "");
  const hint = hinted[field.type.split("|")[0]?.trim() ?? ""] ?? "varchar";
  const usual = kind === "VersionColumn" || isCounted ? "integer" : isStamped ? "timestamptz" : hint;
  const type = isUuid
    ? "uuid"
    : first === "increment" || first === "identity" || first === ""
      ? usual
      : (types[first] ?? first);
  const made = defaultOf(options.get("default") ?? field.value, enums);
  return {
    name,
    type: sized(type, options) + (options.get("array") === "true" ? "[]" : ""),
    isNullable: options.get("nullable") === "true" || kind === "DeleteDateColumn",
    isKey: kind.startsWith("Primary") || options.get("primary") === "true",
    isUnique: options.get("unique") === "true",
    isCounted,
    default: isUuid ? "gen_random_uuid()" : kind === "VersionColumn" ? "1" : (stamps[kind] ?? made.sql),
    check: values.length === 0 ? undefined : isOneOf(name, values),
    comment: together(comment, textIn(options.get("comment")), made.left),
  };
}

function sized(type: string, options: ReadonlyMap<string, string>): string {
  const length = options.get("length")?.replaceAll(/["']/g, "");
  const precision = options.get("precision");
  if (length !== undefined && /^(?:varchar|char|character|bit)$/.test(type)) return `${type}(${length})`;
  if (precision !== undefined && /^(?:numeric|decimal)$/.test(type))
    return `${type}(${precision}, ${options.get("scale") ?? 0})`;
  return type;
}

/** The values of an enum by its name, or of a list. */
function valuesOf(written: string, enums: Enums): string[] {
  const named = enums.get(written);
  if (named !== undefined) return named.map(({ value }) => textIn(value) ?? value);
  return written.startsWith("[") ? itemsIn(written, "//").flatMap((one) => textIn(one) ?? []) : [];
}

function defaultOf(written: string | undefined, enums: Enums): { sql?: string | undefined; left: string } {
  if (written === undefined || written === "null") return { left: "" };
  const raw = textIn(/^\(\)\s*=>\s*(.*)$/s.exec(written)?.[1]);
  if (raw !== null) return { sql: raw, left: "" };
  const [, owner = "", member = ""] = /^(\w+)\.(\w+)$/.exec(written) ?? [];
  const value = enums.get(owner)?.find(({ name }) => name === member)?.value;
  if (value !== undefined) return { sql: sqlText(textIn(value) ?? value), left: "" };
  if (/^new Date\(\)$/.test(written)) return { sql: "now()", left: "" };
  if (/^(?:crypto\.)?randomUUID\(\)$|^uuid(?:v4)?\(\)$/.test(written)) return { sql: "gen_random_uuid()", left: "" };
  if (/^\{\s*\}$|^\[\s*\]$/.test(written)) return { sql: `'${written.replaceAll(/\s/g, "")}'`, left: "" };
  const sql = literalSql(written, textIn(written));
  return sql === undefined ? { left: `default: ${written}` } : { sql, left: "" };
}
