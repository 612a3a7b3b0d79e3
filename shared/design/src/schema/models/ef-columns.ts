import { givenIn, textIn, type Word } from "./calls.ts";
import type { Property } from "./csharp.ts";
import { isOneOf, literalSql, type ModelColumn, sqlText } from "./table.ts";

/** Enum → its members with their numbers. */
export type Enums = ReadonlyMap<string, readonly { name: string; value: string }[]>;

const types: Record<string, string> = {
  long: "bigint",
  ulong: "bigint",
  int: "integer",
  uint: "bigint",
  short: "smallint",
  byte: "smallint",
  bool: "boolean",
  string: "text",
  char: "char(1)",
  double: "double precision",
  float: "real",
  decimal: "numeric",
  DateTime: "timestamptz",
  DateTimeOffset: "timestamptz",
  Instant: "timestamptz",
  DateOnly: "date",
  LocalDate: "date",
  TimeOnly: "time",
  TimeSpan: "interval",
  Duration: "interval",
  Guid: "uuid",
  "byte[]": "bytea",
  "string[]": "text[]",
  "List<string>": "text[]",
  "int[]": "integer[]",
  JsonDocument: "jsonb",
  IPAddress: "inet",
  "NpgsqlRange<DateTime>": "tstzrange",
  "NpgsqlRange<DateTimeOffset>": "tstzrange",
};

export const attribute = (marks: readonly Word[], name: string) => {
  const found = marks.find((one) => one.name === name);
  return found === undefined ? null : givenIn(found.inside ?? "", "//");
};

/** A property as a column by its type and its attributes; null where no column holds its type. */
export function efColumn(property: Property, enums: Enums, columnName: (name: string) => string): ModelColumn | null {
  const { marks, type, isOptional, value, comment } = property;
  const said = attribute(marks, "Column");
  const name = textIn(said?.placed[0]) ?? columnName(property.name);
  const labels = enums.get(type);
  const sql = textIn(said?.named.get("TypeName")) ?? (labels === undefined ? types[type] : "integer");
  if (sql === undefined) return null;
  const length = attribute(marks, "MaxLength")?.placed[0] ?? attribute(marks, "StringLength")?.placed[0];
  const precision = attribute(marks, "Precision")?.placed;
  const isLong = length !== undefined && sql === "text";
  return {
    name,
    type: isLong
      ? `varchar(${length})`
      : precision !== undefined && sql === "numeric"
        ? `numeric(${precision.join(", ")})`
        : sql,
    isNullable: isOptional && attribute(marks, "Required") === null,
    isKey: attribute(marks, "Key") !== null,
    // One that nobody sets is false, as the language has it.
    default: efDefault(value, labels) ?? (sql === "boolean" && !isOptional ? "false" : undefined),
    comment,
    ...(labels === undefined ? {} : numbered(name, labels)),
  };
}

const numbered = (
  name: string,
  labels: readonly { name: string; value: string }[],
): Pick<ModelColumn, "check" | "comment"> => ({
  check: isOneOf(
    name,
    labels.map((label, n) => numberOf(label, n)),
  ),
  comment: labels.map((label, n) => `${numberOf(label, n)} = ${label.name}`).join(", "),
});

const numberOf = ({ name, value }: { name: string; value: string }, n: number): string =>
  value === name ? String(n) : value;

/** A column of an enum that keeps the names instead of the numbers. */
export function keepNames(column: ModelColumn, labels: readonly { name: string; value: string }[] | undefined): void {
  if (labels === undefined) return;
  column.type = "text";
  column.check = isOneOf(
    column.name,
    labels.map(({ name }) => name),
  );
  const at = labels.findIndex((label, n) => numberOf(label, n) === column.default);
  if (at >= 0) column.default = sqlText(labels[at]?.name ?? "");
  column.comment = undefined;
}

export function efDefault(
  written: string | undefined,
  labels?: readonly { name: string; value: string }[],
): string | undefined {
  if (written === undefined) return undefined;
  if (/^DateTime(?:Offset)?\.(?:UtcNow|Now)$/.test(written)) return "now()";
  if (/^Guid\.NewGuid\(\)$/.test(written)) return "gen_random_uuid()";
  const at = labels?.findIndex(({ name }) => written.endsWith(`.${name}`)) ?? -1;
  const label = labels?.[at];
  if (label !== undefined) return numberOf(label, at);
  return written === "string.Empty" ? "''" : literalSql(written, textIn(written));
}
