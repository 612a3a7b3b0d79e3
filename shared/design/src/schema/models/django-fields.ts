import { givenIn, type Given, textIn } from "./calls.ts";
import { type Choices, chosenFrom, pairsIn, valueSql } from "./python-values.ts";
import { literalSql, type ModelColumn, type Reference, sqlText, together } from "./table.ts";

const types: Record<string, string> = {
  AutoField: "integer",
  BigAutoField: "bigint",
  SmallAutoField: "smallint",
  TextField: "text",
  UUIDField: "uuid",
  IntegerField: "integer",
  BigIntegerField: "bigint",
  SmallIntegerField: "smallint",
  PositiveIntegerField: "integer",
  PositiveBigIntegerField: "bigint",
  PositiveSmallIntegerField: "smallint",
  BooleanField: "boolean",
  NullBooleanField: "boolean",
  DateTimeField: "timestamptz",
  DateField: "date",
  TimeField: "time",
  DurationField: "interval",
  FloatField: "double precision",
  JSONField: "jsonb",
  BinaryField: "bytea",
  GenericIPAddressField: "inet",
  IPAddressField: "inet",
  CICharField: "citext",
  CITextField: "citext",
  DateTimeRangeField: "tstzrange",
  DateRangeField: "daterange",
  IntegerRangeField: "int4range",
  BigIntegerRangeField: "int8range",
  DecimalRangeField: "numrange",
};

const lengths: Record<string, string> = {
  CharField: "",
  EmailField: "254",
  URLField: "200",
  SlugField: "50",
  FileField: "100",
  ImageField: "100",
  FilePathField: "100",
};

/** `CharField(max_length=8)` as a type of SQL; null for what is no field of Django's own. */
function typeOfField(kind: string, { named, placed }: Given): string | null {
  if (kind === "DecimalField") return `numeric(${named.get("max_digits") ?? 10}, ${named.get("decimal_places") ?? 0})`;
  const usual = lengths[kind];
  if (usual !== undefined) {
    const length = named.get("max_length") ?? usual;
    return /^\d+$/.test(length) ? `varchar(${length})` : length === "" ? "varchar" : "text";
  }
  if (kind === "ArrayField") {
    const base = named.get("base_field") ?? placed[0] ?? "";
    const inner = fieldCall.exec(base);
    const type = inner === null ? "text" : typeOfField(inner[1] ?? "", givenIn(base.slice(inner[0].length, -1), "#"));
    return `${type ?? "text"}[]`;
  }
  return types[kind] ?? null;
}

/** `models.CharField(`, whatever the module is called. */
export const fieldCall = /^(?:\w+\.){0,3}(\w+)\(/;

const isReference = (kind: string): boolean => kind === "ForeignKey" || kind === "OneToOneField";

export interface Field {
  column: ModelColumn;
  isIndexed: boolean;
}

/** `name = models.Kind(…)` as a column; null where it is none, such as a list of many. */
export function fieldColumn(
  name: string,
  kind: string,
  inside: string,
  choices: Choices,
  tableOf: (model: string) => string,
): Field | null {
  const given = givenIn(inside, "#");
  const { named } = given;
  const isOn = (key: string): boolean => named.get(key) === "True";
  const refers = isReference(kind) ? referenceOf(given, tableOf) : undefined;
  const type = refers === undefined ? typeOfField(kind, given) : "";
  if (type === null) return null;
  const column = textIn(named.get("db_column")) ?? (refers === undefined ? name : `${name}_id`);
  const values = valuesOf(named.get("choices"), choices);
  const made = defaultOf(kind, named, choices);
  const checks = [
    ...(kind.startsWith("Positive") ? [`${column} >= 0`] : []),
    ...(values.length > 0
      ? [`${column} in (${values.map((value) => literalSql(value, textIn(value)) ?? sqlText(value)).join(", ")})`]
      : []),
  ];
  const help = textIn(named.get("help_text")) ?? textIn(named.get("db_comment")) ?? "";
  return {
    column: {
      name: column,
      type,
      isNullable: isOn("null"),
      isKey: isOn("primary_key"),
      isUnique: isOn("unique") || kind === "OneToOneField",
      isCounted: kind.endsWith("AutoField"),
      default: made.sql,
      check: checks.length === 0 ? undefined : checks.join(" and "),
      refers,
      comment: together(given.comment, help, made.left),
    },
    isIndexed: isOn("db_index") || (kind === "ForeignKey" && named.get("db_index") !== "False") || kind === "SlugField",
  };
}

function referenceOf({ placed, named }: Given, tableOf: (model: string) => string): Reference {
  const rule = /(CASCADE|SET_NULL|SET_DEFAULT|RESTRICT)\b/.exec(named.get("on_delete") ?? placed[1] ?? "")?.[1];
  const said = rule === undefined ? undefined : `on delete ${rule.toLowerCase().replace("_", " ")}`;
  return {
    table: tableOf(textIn(named.get("to") ?? placed[0]) ?? named.get("to") ?? placed[0] ?? ""),
    column: textIn(named.get("to_field")) ?? undefined,
    onDelete: said === "on delete restrict" ? undefined : said,
  };
}

/** The values of `Status.choices`, of a list with a name, or of one written there, as literals of Python. */
function valuesOf(written: string | undefined, choices: Choices): string[] {
  if (written === undefined) return [];
  const named = chosenFrom(choices, written.replace(/\.choices$/, ""));
  return named === undefined ? pairsIn(written) : named.map(({ value }) => value);
}

const isNow = /^(?:\w+\.){0,2}(?:now|utcnow|Now\(\)|TransactionNow\(\))(?:\(\))?$/;

function defaultOf(kind: string, named: Given["named"], choices: Choices): { sql?: string; left: string } {
  const isStamped = named.get("auto_now_add") === "True" || named.get("auto_now") === "True";
  if (isStamped) return { sql: kind === "DateField" ? "current_date" : "now()", left: "" };
  const written = named.get("db_default") ?? named.get("default");
  if (written === undefined || written === "None") return { left: "" };
  if (/\buuid(?:1|4|7)$/.test(written) || /^(?:RandomUUID|GenRandomUUID)\(\)$/.test(written))
    return { sql: "gen_random_uuid()", left: "" };
  if (isNow.test(written)) return { sql: kind === "DateField" ? "current_date" : "now()", left: "" };
  if (/^(?:dict|\{\})$/.test(written)) return { sql: "'{}'", left: "" };
  if (/^(?:list|\[\])$/.test(written)) return { sql: kind === "ArrayField" ? "'{}'" : "'[]'", left: "" };
  const sql = valueSql(written, choices);
  return sql === null ? { left: `default: ${written}` } : { sql, left: "" };
}
