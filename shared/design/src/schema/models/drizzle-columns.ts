import { objectIn } from "./annotated.ts";
import { itemsIn, textIn, wordsIn } from "./calls.ts";
import { isOneOf, literalSql, type ModelColumn, together } from "./table.ts";

const types: Record<string, string> = {
  serial: "integer",
  bigserial: "bigint",
  smallserial: "smallint",
  int: "integer",
  mediumint: "integer",
  tinyint: "smallint",
  timestamp: "timestamptz",
  datetime: "timestamptz",
  numeric: "numeric",
  decimal: "numeric",
  doublePrecision: "double precision",
  double: "double precision",
  float: "double precision",
  json: "jsonb",
  blob: "bytea",
};

const same =
  /^(?:integer|bigint|smallint|text|varchar|char|boolean|date|time|interval|real|jsonb|uuid|inet|bytea|citext|tsvector|cidr|macaddr)$/;

/** A column with what it refers to, as `seats.id`. */
export interface DrizzleColumn {
  column: ModelColumn;
  refers?: { variable: string; field: string; onDelete: string | undefined } | undefined;
}

/** `varchar("code", { length: 8 }).notNull()` as a column; null where the type is none of Drizzle's, nor an enum of the text. */
export function drizzleColumn(
  field: string,
  code: string,
  comment: string,
  enums: ReadonlyMap<string, string[]>,
): DrizzleColumn | null {
  const [first, ...rest] = wordsIn(code, "//");
  if (first === undefined || first.inside === null) return null;
  const given = itemsIn(`(${first.inside})`, "//");
  const options = objectIn(given.find((one) => one.startsWith("{")));
  const name = textIn(given[0]) ?? field;
  const values = enums.get(first.name) ?? itemsIn(options.get("enum"), "//").flatMap((one) => textIn(one) ?? []);
  const type = typeOf(first.name, options, enums);
  if (type === null) return null;
  const call = (method: string) => rest.find((one) => one.name === method && one.before === ".");
  const has = (method: string): boolean => call(method) !== undefined;
  const isKey = has("primaryKey");
  const made = defaultOf(has, (method) => call(method)?.inside ?? undefined, type);
  const computed = has("generatedAlwaysAs")
    ? ` generated always as (${rawSql(call("generatedAlwaysAs")?.inside ?? "") ?? ""}) stored`
    : "";
  return {
    column: {
      name,
      type: `${type}${has("array") ? "[]" : ""}${computed}`,
      isNullable: !has("notNull") && !first.name.endsWith("serial"),
      isKey,
      isUnique: has("unique"),
      isCounted:
        first.name.endsWith("serial") ||
        has("autoincrement") ||
        /^generated(?:Always|ByDefault)AsIdentity$/.test(
          rest.find((one) => one.name.endsWith("AsIdentity"))?.name ?? "",
        ) ||
        /autoIncrement:\s*true/.test(call("primaryKey")?.inside ?? ""),
      default: made.sql,
      check: values.length === 0 ? undefined : isOneOf(name, values),
      comment: together(comment, made.left),
    },
    refers: referenceIn(call("references")?.inside ?? undefined),
  };
}

function typeOf(
  kind: string,
  options: ReadonlyMap<string, string>,
  enums: ReadonlyMap<string, string[]>,
): string | null {
  if (enums.has(kind) || kind === "mysqlEnum") return "varchar";
  if (kind === "integer" && /boolean/.test(options.get("mode") ?? "")) return "boolean";
  if (kind === "integer" && /timestamp/.test(options.get("mode") ?? "")) return "timestamptz";
  const type = types[kind] ?? (same.test(kind) ? kind : null);
  const length = options.get("length");
  const precision = options.get("precision");
  if (length !== undefined && (type === "varchar" || type === "char")) return `${type}(${length})`;
  if (precision !== undefined && type === "numeric") return `numeric(${precision}, ${options.get("scale") ?? 0})`;
  return type;
}

/** `sql`now()`` as SQL, columns by their names. */
export function rawSql(written: string, nameOf: (path: string) => string = (path) => path): string | null {
  const text = /^(?:\(\)(?:\s*:\s*\w+)?\s*=>\s*)?sql(?:<[^>]*>)?\s*(`[\s\S]*`)$/.exec(written.trim())?.[1];
  return textIn(text)?.replaceAll(/\$\{\s*([\w.]+)\s*\}/g, (_all, path: string) => nameOf(path)) ?? null;
}

function defaultOf(
  has: (method: string) => boolean,
  inside: (method: string) => string | undefined,
  type: string,
): { sql?: string | undefined; left: string } {
  if (has("defaultNow") || has("onUpdateNow")) return { sql: type === "date" ? "current_date" : "now()", left: "" };
  if (has("defaultRandom")) return { sql: "gen_random_uuid()", left: "" };
  const made = inside("$defaultFn") ?? inside("$default") ?? inside("$onUpdate");
  if (made !== undefined && /\bnew Date\b/.test(made)) return { sql: "now()", left: "" };
  if (made !== undefined && /\brandomUUID\b|\buuid(?:v[47])?\b/.test(made))
    return { sql: "gen_random_uuid()", left: "" };
  if (made !== undefined) return { left: `default: ${made}` };
  const written = inside("default");
  if (written === undefined) return { left: "" };
  if (/^\{\s*\}$|^\[\s*\]$/.test(written)) return { sql: `'${written.replaceAll(/\s/g, "")}'`, left: "" };
  const sql = rawSql(written) ?? literalSql(written, textIn(written));
  return sql === undefined ? { left: `default: ${written}` } : { sql, left: "" };
}

/** `() => events.id, { onDelete: "cascade" }`. */
function referenceIn(inside: string | undefined): DrizzleColumn["refers"] {
  const [, variable, field = ""] = /=>\s*(\w+)\.(\w+)/.exec(inside ?? "") ?? [];
  const rule = /onDelete:\s*["']([\w ]+)["']/.exec(inside ?? "")?.[1];
  const onDelete = rule === undefined || /^(?:no action|restrict)$/.test(rule) ? undefined : `on delete ${rule}`;
  return variable === undefined ? undefined : { variable, field, onDelete };
}
