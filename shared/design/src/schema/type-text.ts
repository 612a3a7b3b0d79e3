import type { Node, TypeName } from "libpg-query";

/** The parser's internal names, and how people write them. */
const spelled: Record<string, string> = {
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  bpchar: "char",
};

const known: ReadonlySet<string> = new Set(
  `bool bytea char name int8 int2 int4 int text oid json xml point lseg path box polygon line float4 float8 money circle
  cidr inet macaddr macaddr8 bpchar varchar date time timestamp timestamptz interval timetz bit varbit numeric uuid
  tsvector tsquery jsonb jsonpath int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange
  nummultirange tsmultirange tstzmultirange datemultirange serial bigserial smallserial serial2 serial4 serial8 pg_lsn
  regclass citext boolean integer bigint smallint real decimal character`.split(/\s+/),
);

const serials = new Set(["serial", "bigserial", "smallserial", "serial2", "serial4", "serial8"]);

export interface TypeRead {
  text: string;
  /** The bare name, for rules. */
  name: string;
  isBuiltIn: boolean;
  isSerial: boolean;
}

/** A type as people write it: `varchar(8)`, `numeric(10,2)[]`. */
export function typeText(type: TypeName | undefined): TypeRead {
  const names = (type?.names ?? []).map(stringOf);
  const name = names.at(-1) ?? "";
  const bare = spelled[name] ?? name;
  const isOwn = names.length > 1 && names[0] !== "pg_catalog";
  const mods = (type?.typmods ?? []).map(constant);
  const shown =
    mods.every((mod) => mod !== undefined) && mods.length > 0 && name !== "interval" ? `(${mods.join(",")})` : "";
  const array = "[]".repeat(type?.arrayBounds?.length ?? 0);
  const length = bare === "char" && shown === "(1)" ? "" : shown;
  return {
    text: `${serials.has(name) ? serialOf(name) : bare}${length}${array}`,
    name,
    isBuiltIn: !isOwn && known.has(name),
    isSerial: serials.has(name),
  };
}

const serialOf = (name: string): string =>
  name === "bigserial" || name === "serial8"
    ? "bigint"
    : name === "serial" || name === "serial4"
      ? "integer"
      : "smallint";

export const stringOf = (node: Node | undefined): string =>
  node !== undefined && "String" in node ? (node.String.sval ?? "") : "";

function constant(node: Node): string | undefined {
  if (!("A_Const" in node)) return undefined;
  const value = node.A_Const;
  if (value.ival !== undefined) return String(value.ival.ival ?? 0);
  return value.sval === undefined ? undefined : `'${value.sval.sval ?? ""}'`;
}
