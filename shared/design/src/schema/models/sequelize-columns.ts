import { objectIn } from "./annotated.ts";
import { itemsIn, textIn, wordsIn } from "./calls.ts";
import { isOneOf, literalSql, type ModelColumn, together } from "./table.ts";

const types: Record<string, string> = {
  TEXT: "text",
  INTEGER: "integer",
  BIGINT: "bigint",
  SMALLINT: "smallint",
  TINYINT: "smallint",
  BOOLEAN: "boolean",
  FLOAT: "double precision",
  DOUBLE: "double precision",
  REAL: "real",
  DATE: "timestamptz",
  DATEONLY: "date",
  TIME: "time",
  UUID: "uuid",
  JSON: "jsonb",
  JSONB: "jsonb",
  BLOB: "bytea",
  INET: "inet",
  CITEXT: "citext",
  ENUM: "varchar",
};

const ranges: Record<string, string> = {
  DATE: "tstzrange",
  DATEONLY: "daterange",
  INTEGER: "int4range",
  BIGINT: "int8range",
};

/** `{ type: DataTypes.STRING(8), allowNull: false }` or the type alone as a column, with the name of a uniqueness that it shares; null where the type is none. */
export function sequelizeColumn(
  name: string,
  written: string,
  comment: string,
): { column: ModelColumn; group: string | null } | null {
  const options = written.startsWith("{") ? objectIn(written) : new Map([["type", written]]);
  const type = typeOf(options.get("type") ?? "");
  if (type === null) return null;
  const is = (key: string): boolean => options.get(key) === "true";
  const references = objectIn(options.get("references"));
  const model = references.get("model");
  const rule = textIn(options.get("onDelete"))?.toLowerCase();
  const column = textIn(options.get("field")) ?? name;
  const unique = options.get("unique");
  const made = defaultOf(options.get("defaultValue"));
  return {
    column: {
      name: column,
      type: type.sql,
      isNullable: options.get("allowNull") !== "false",
      isKey: is("primaryKey"),
      isUnique: unique === "true",
      isCounted: is("autoIncrement"),
      default: made.sql,
      check: type.values.length === 0 ? undefined : isOneOf(column, type.values),
      refers:
        model === undefined
          ? undefined
          : {
              table: textIn(model) ?? textIn(objectIn(model).get("tableName")) ?? model,
              column: textIn(references.get("key")) ?? undefined,
              onDelete: rule === undefined || /restrict|no action/.test(rule) ? undefined : `on delete ${rule}`,
            },
      comment: together(comment, textIn(options.get("comment")), made.left),
    },
    group: textIn(unique),
  };
}

function typeOf(written: string): { sql: string; values: string[] } | null {
  const words = wordsIn(written, "//").filter(({ name }) => /^[A-Z]+\d?$/.test(name));
  const [first] = words;
  const given = itemsIn(`(${first?.inside ?? ""})`, "//");
  const plain = (sql: string, values: string[] = []) => ({ sql, values });
  if (first?.name === "STRING" || first?.name === "CHAR")
    return plain(`${first.name === "CHAR" ? "char" : "varchar"}(${given[0] ?? 255})`);
  if (first?.name === "DECIMAL") return plain(given.length === 0 ? "numeric" : `numeric(${given.join(", ")})`);
  if (first?.name === "ARRAY") return plain(`${typeOf(given[0] ?? "")?.sql ?? "text"}[]`);
  if (first?.name === "RANGE") return plain(ranges[wordsIn(given[0] ?? "", "//").at(-1)?.name ?? ""] ?? "tstzrange");
  if (first?.name === "ENUM")
    return plain(
      "varchar",
      (given[0]?.startsWith("[") === true ? itemsIn(given[0], "//") : given).flatMap((one) => textIn(one) ?? []),
    );
  const sql = types[first?.name ?? ""];
  return sql === undefined ? null : plain(sql);
}

function defaultOf(written: string | undefined): { sql?: string | undefined; left: string } {
  if (written === undefined || written === "null") return { left: "" };
  if (/\bUUIDV[14]\b|randomUUID/.test(written)) return { sql: "gen_random_uuid()", left: "" };
  if (/\.NOW\b|\bNOW\(\)|fn\(["']now["']\)/i.test(written)) return { sql: "now()", left: "" };
  const raw = textIn(/literal\((.*)\)$/s.exec(written)?.[1]);
  if (raw !== null) return { sql: raw, left: "" };
  if (/^\{\s*\}$|^\[\s*\]$/.test(written)) return { sql: "'{}'", left: "" };
  const sql = literalSql(written, textIn(written));
  return sql === undefined ? { left: `default: ${written}` } : { sql, left: "" };
}
