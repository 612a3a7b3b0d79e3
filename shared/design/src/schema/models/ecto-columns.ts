import { type Given, givenIn, textIn, wordsIn } from "./calls.ts";
import { literalSql, type ModelColumn, type Reference, together } from "./table.ts";

const types: Record<string, string> = {
  string: "varchar(255)",
  text: "text",
  integer: "integer",
  bigint: "bigint",
  smallint: "smallint",
  id: "bigint",
  serial: "integer",
  bigserial: "bigint",
  boolean: "boolean",
  float: "double precision",
  decimal: "numeric",
  numeric: "numeric",
  binary: "bytea",
  binary_id: "uuid",
  uuid: "uuid",
  map: "jsonb",
  jsonb: "jsonb",
  date: "date",
  time: "time",
  inet: "inet",
  citext: "citext",
  tstzrange: "tstzrange",
  daterange: "daterange",
};

/** `:code, :string, size: 8, null: false` as a column; null where the type is none. */
export function ectoColumn({ placed, named }: Given, comment: string): ModelColumn | null {
  const name = textIn(placed[0]);
  const written = placed[1] ?? "";
  const refers = referenceIn(written);
  const type = refers === undefined ? typeOf(written, named) : "";
  if (name === null || type === null) return null;
  const isCounted = /^:(?:big)?serial$/.test(written);
  return {
    name,
    type,
    isNullable: named.get("null") !== "false",
    isKey: named.get("primary_key") === "true",
    isCounted,
    default: defaultOf(named.get("default")),
    refers,
    comment: together(comment, textIn(named.get("comment"))),
  };
}

function typeOf(written: string, named: Given["named"]): string | null {
  const array = /^\{:array,\s*(:\w+)\}$/.exec(written)?.[1];
  if (array !== undefined) return `${typeOf(array, named) ?? "text"}[]`;
  const kind = textIn(written) ?? "";
  if (kind === "string" && named.has("size")) return `varchar(${named.get("size")})`;
  if (kind === "decimal" && named.has("precision"))
    return `numeric(${named.get("precision")}, ${named.get("scale") ?? 0})`;
  return /^(?:utc|naive)_datetime(?:_usec)?$|^timestamp(?:tz)?$/.test(kind) ? "timestamptz" : (types[kind] ?? null);
}

/** `references(:seats, on_delete: :delete_all, column: :code)`. */
function referenceIn(written: string): Reference | undefined {
  const [call] = wordsIn(written, "#");
  if (call?.name !== "references" || call.inside === null) return undefined;
  const { placed, named } = givenIn(call.inside, "#");
  const rule = { delete_all: "on delete cascade", nilify_all: "on delete set null" }[
    textIn(named.get("on_delete")) ?? ""
  ];
  return { table: textIn(placed[0]) ?? "", column: textIn(named.get("column")) ?? undefined, onDelete: rule };
}

function defaultOf(written: string | undefined): string | undefined {
  const raw = textIn(/^fragment\((.*)\)$/s.exec(written ?? "")?.[1]);
  if (raw !== null) return raw;
  if (/^%\{\s*\}$|^\[\s*\]$/.test(written ?? "")) return "'{}'";
  return literalSql(written, textIn(written));
}
