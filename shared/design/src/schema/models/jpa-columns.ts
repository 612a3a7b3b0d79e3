import { type Annotated, mark } from "./annotated.ts";
import { textIn } from "./calls.ts";
import { snake } from "./names.ts";
import { isOneOf, literalSql, type ModelColumn, sqlText, together } from "./table.ts";

/** Enum → the names of its members. */
export type Enums = ReadonlyMap<string, readonly string[]>;

const types: Record<string, string> = {
  Long: "bigint",
  long: "bigint",
  BigInteger: "numeric(38)",
  Integer: "integer",
  int: "integer",
  Int: "integer",
  Short: "smallint",
  short: "smallint",
  Byte: "smallint",
  boolean: "boolean",
  Boolean: "boolean",
  double: "double precision",
  Double: "double precision",
  float: "real",
  Float: "real",
  Instant: "timestamptz",
  OffsetDateTime: "timestamptz",
  ZonedDateTime: "timestamptz",
  LocalDateTime: "timestamptz",
  Timestamp: "timestamptz",
  Date: "timestamptz",
  LocalDate: "date",
  LocalTime: "time",
  Duration: "interval",
  UUID: "uuid",
  "byte[]": "bytea",
  ByteArray: "bytea",
  URI: "varchar(255)",
  URL: "varchar(255)",
};

const whole = /^(?:bigint|integer|smallint)$/;

export interface FieldText {
  name: string;
  type: string;
  mayBeNull: boolean;
  value: string | undefined;
}

/** `private Long id = 0;` of Java and `var id: Long? = null` of Kotlin; null for a method, a constant, or what else it is. */
export function fieldText(code: string): FieldText | null {
  const words = String.raw`(?:(?:public|private|protected|internal|final|open|override|lateinit|volatile)\s+)*`;
  const kotlin = new RegExp(
    String.raw`^${words}(?:val|var)\s+(\w+)\s*:\s*([\w.<>, ]+?)(\?)?\s*(?:=\s*(.+))?$`,
    "s",
  ).exec(code);
  if (kotlin !== null) {
    const [, name = "", type = "", sign = "", value] = kotlin;
    return { name, type: type.trim(), mayBeNull: sign === "?", value: value?.trim() };
  }
  const [, type = "", name, value] =
    new RegExp(String.raw`^${words}([\w.]+(?:<[\w.<>, ?]*>)?(?:\[\])?)\s+(\w+)\s*(?:=\s*(.+))?$`, "s").exec(code) ?? [];
  if (name === undefined || /^(?:static|return|package|import|throw|class|enum|interface|record|void)$/.test(type))
    return null;
  const isPrimitive = /^(?:long|int|short|boolean|double|float)$/.test(type);
  return { name, type: type.split(".").at(-1) ?? type, mayBeNull: !isPrimitive, value: value?.trim() };
}

/** A field of an entity as a column; null where its type is none that a column holds. */
export function jpaColumn({ marks, comment }: Annotated, field: FieldText, enums: Enums): ModelColumn | null {
  const column = mark(marks, "Column")?.named ?? new Map<string, string>();
  const name = textIn(column.get("name")) ?? snake(field.name);
  const labels = enums.get(field.type);
  const isText =
    labels !== undefined &&
    /STRING/.test(mark(marks, "Enumerated")?.placed[0] ?? mark(marks, "Enumerated")?.named.get("value") ?? "");
  const said = textIn(column.get("columnDefinition"));
  const type = said ?? (mark(marks, "Lob") === null ? typeOf(field, column, marks, labels, isText) : "text");
  if (type === null) return null;
  const isKey = mark(marks, "Id", "EmbeddedId") !== null;
  const isMade = mark(marks, "GeneratedValue", "UuidGenerator") !== null;
  const isVersion = mark(marks, "Version") !== null;
  const made = isVersion && said === null ? { sql: "0", left: "" } : defaultOf(field, marks, enums, labels, isText);
  const isRequired =
    mark(marks, "NotNull", "NotBlank", "NotEmpty", "NonNull") !== null || !field.mayBeNull || isVersion;
  const isNullable = column.has("nullable") ? column.get("nullable") !== "false" : !isRequired;
  const numbers = labels?.map((label, n) => `${n} = ${label}`).join(", ");
  const checked = labels === undefined || said !== null ? labels : isText ? labels : labels.map((_, n) => String(n));
  return {
    name,
    type,
    isNullable: isNullable || /\bnot null\b/i.test(said ?? ""), // said there already
    isKey,
    isUnique: column.get("unique") === "true" || mark(marks, "NaturalId") !== null,
    isCounted: isMade && whole.test(type),
    default: isMade && type === "uuid" ? "gen_random_uuid()" : /\bdefault\b/i.test(said ?? "") ? undefined : made.sql,
    check: checked === undefined ? undefined : isOneOf(name, checked),
    comment: together(
      comment,
      textIn(mark(marks, "Comment")?.placed[0]),
      isText || said !== null ? "" : numbers,
      made.left,
    ),
  };
}

function typeOf(
  field: FieldText,
  column: ReadonlyMap<string, string>,
  marks: Annotated["marks"],
  labels: readonly string[] | undefined,
  isText: boolean,
): string | null {
  const length = column.get("length") ?? mark(marks, "Size", "Length")?.named.get("max") ?? "255";
  if (
    mark(marks, "JdbcTypeCode")?.placed[0]?.includes("JSON") === true ||
    mark(marks, "Type")?.placed[0]?.includes("Json") === true
  )
    return "jsonb";
  if (labels !== undefined) return isText ? `varchar(${column.get("length") ?? 255})` : "smallint";
  if (field.type === "String") return `varchar(${length})`;
  if (field.type === "BigDecimal") return `numeric(${column.get("precision") ?? 38}, ${column.get("scale") ?? 2})`;
  return types[field.type] ?? null;
}

function defaultOf(
  { value, type }: FieldText,
  marks: Annotated["marks"],
  enums: Enums,
  labels: readonly string[] | undefined,
  isText: boolean,
): { sql?: string | undefined; left: string } {
  const said = textIn(mark(marks, "ColumnDefault")?.placed[0]);
  if (said !== null) return { sql: said, left: "" };
  if (mark(marks, "CreationTimestamp", "CreatedDate", "UpdateTimestamp", "LastModifiedDate") !== null)
    return { sql: "now()", left: "" };
  // One that nobody sets is false, as the language has it.
  if (value === undefined && type === "boolean") return { sql: "false", left: "" };
  if (value === undefined || value === "null") return { left: "" };
  if (/^(?:\w+\.)*\w+\.now\(.*\)$/.test(value))
    return { sql: type === "LocalDate" ? "current_date" : "now()", left: "" };
  if (/^UUID\.randomUUID\(\)$/.test(value)) return { sql: "gen_random_uuid()", left: "" };
  if (/^BigDecimal\.ZERO$/.test(value)) return { sql: "0", left: "" };
  const [, owner = "", member = ""] = /^(\w+)\.(\w+)$/.exec(value) ?? [];
  const at = (enums.get(owner) ?? labels)?.indexOf(member) ?? -1;
  if (at >= 0) return { sql: isText ? sqlText(member) : String(at), left: "" };
  const sql = literalSql(value, textIn(value));
  return sql === undefined ? { left: `default: ${value}` } : { sql, left: "" };
}
