import { bare } from "../dialect.ts";
import { namesIn, textIn, type Word } from "./calls.ts";
import { snake } from "./names.ts";
import { isOneOf, literalSql, type ModelColumn, together } from "./table.ts";

const types: Record<string, string> = {
  text: "text",
  mediumText: "text",
  longText: "text",
  tinyText: "text",
  integer: "integer",
  mediumInteger: "integer",
  bigInteger: "bigint",
  smallInteger: "smallint",
  tinyInteger: "smallint",
  unsignedInteger: "integer",
  unsignedBigInteger: "bigint",
  unsignedSmallInteger: "smallint",
  unsignedTinyInteger: "smallint",
  boolean: "boolean",
  float: "double precision",
  double: "double precision",
  date: "date",
  dateTime: "timestamptz",
  dateTimeTz: "timestamptz",
  timestamp: "timestamptz",
  timestampTz: "timestamptz",
  time: "time",
  json: "jsonb",
  jsonb: "jsonb",
  uuid: "uuid",
  foreignId: "bigint",
  foreignUuid: "uuid",
  foreignIdFor: "bigint",
  ipAddress: "inet",
  binary: "bytea",
  ulid: "char(26)",
  foreignUlid: "char(26)",
  enum: "varchar",
  id: "bigint",
  bigIncrements: "bigint",
  increments: "integer",
};

/** The columns that `$table->kind(…)` adds; none for what is none of Laravel's types. */
export function laravelColumns(kind: string, given: string[], rest: Word[], comment: string): ModelColumn[] {
  const stamp = (name: string, isNullable = true): ModelColumn => ({
    name,
    type: "timestamptz",
    isNullable,
    default: "now()",
  });
  if (/^(?:nullableT|t)imestamps(?:Tz)?$/.test(kind)) return [stamp("created_at"), stamp("updated_at")];
  if (/^softDeletes(?:Tz)?$/.test(kind)) return [{ name: "deleted_at", type: "timestamptz", isNullable: true }];
  if (kind === "rememberToken") return [{ name: "remember_token", type: "varchar(100)", isNullable: true }];
  const call = (...methods: string[]) => rest.find(({ name }) => methods.includes(name));
  const model = /(\w+)::class/.exec(given[0] ?? "")?.[1];
  const name =
    kind === "foreignIdFor" && model !== undefined
      ? `${snake(model)}_id`
      : (textIn(given[0]) ?? (kind === "id" ? "id" : ""));
  const type = typeOf(kind, given);
  if (type === null || name === "") return [];
  const isCounted = /^(?:id|bigIncrements|increments)$/.test(kind) || call("autoIncrement") !== undefined;
  const values = kind === "enum" ? namesIn(given[1], "//") : [];
  const isPositive =
    (/^unsigned(?!Big)/.test(kind) || (call("unsigned") !== undefined && type !== "bigint")) && !isCounted;
  return [
    {
      name,
      type,
      isNullable: call("nullable") !== undefined && call("nullable")?.inside !== "false",
      isKey: isCounted || call("primary") !== undefined,
      isUnique: call("unique") !== undefined,
      isCounted,
      default:
        defaultOf(call("default")?.inside ?? undefined) ?? (call("useCurrent") === undefined ? undefined : "now()"),
      check: values.length > 0 ? isOneOf(name, values) : isPositive ? `${bare(name)} >= 0` : undefined,
      comment: together(comment, textIn(call("comment")?.inside ?? "")),
    },
  ];
}

function typeOf(kind: string, given: string[]): string | null {
  if (kind === "string") return `varchar(${given[1] ?? 255})`;
  if (kind === "char") return `char(${given[1] ?? 255})`;
  if (/^(?:unsignedD|d)ecimal$/.test(kind)) return `numeric(${given[1] ?? 8}, ${given[2] ?? 2})`;
  return types[kind] ?? null;
}

function defaultOf(written: string | undefined): string | undefined {
  const raw = /^(?:\\?DB::raw|new\s+\\?Expression)\((.*)\)$/s.exec(written ?? "")?.[1];
  if (raw !== undefined)
    return textIn(raw)
      ?.replace(/^\((.*)\)$/, "$1")
      .replace(/^uuid\(\)$/i, "gen_random_uuid()");
  return literalSql(written, textIn(written));
}
