import { textIn, type Word } from "./calls.ts";
import { literalSql, sqlText } from "./table.ts";

const types: Record<string, string> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Float: "double precision",
  Decimal: "numeric(65, 30)",
  Boolean: "boolean",
  DateTime: "timestamptz(3)",
  Json: "jsonb",
  Bytes: "bytea",
};

/** `@db.…` of PostgreSQL, where its name in small letters is not the type's own. */
const native: Record<string, string> = {
  DoublePrecision: "double precision",
  Int: "integer",
  UnsignedInt: "bigint",
  UnsignedBigInt: "bigint",
  TinyInt: "smallint",
  MediumInt: "integer",
  DateTime: "timestamptz",
  Double: "double precision",
  LongText: "text",
  MediumText: "text",
  JsonB: "jsonb",
  ByteA: "bytea",
  ObjectId: "text",
};

/** `String @db.VarChar(8)` as a type of SQL; null for what is neither Prisma's nor said to be SQL. */
export function typeOfPrisma(type: string, attributes: readonly Word[]): string | null {
  const at = attributes.findIndex(({ name, before }) => name === "db" && before === "@");
  const said = at === -1 ? undefined : attributes[at + 1];
  if (said !== undefined)
    return `${native[said.name] ?? said.name.toLowerCase()}${said.inside === null ? "" : `(${said.inside})`}`;
  return types[type] ?? /^Unsupported\("([^"]*)"\)$/.exec(type)?.[1] ?? null;
}

export interface Made {
  sql?: string | undefined;
  isCounted: boolean;
  /** What no default of a table says. */
  left: string;
}

/** What `@default(…)` says; a key that the client makes is made by the database. */
export function prismaDefault(
  written: string | undefined,
  isStamped: boolean,
  isKey: boolean,
  labels: ReadonlyMap<string, string> | undefined,
): Made {
  const made = (sql: string | undefined, left = ""): Made => ({ sql, isCounted: false, left });
  if (written === undefined) return made(isStamped ? "now()" : undefined);
  const [, called = "", inside = ""] = /^(\w+)\((.*)\)$/s.exec(written) ?? [];
  if (called === "autoincrement") return { isCounted: true, left: "" };
  if (called === "now") return made("now()");
  if (called === "uuid") return made("gen_random_uuid()");
  if (called === "dbgenerated") return made(textIn(inside) ?? undefined);
  if (called !== "")
    return /^(?:cuid|ulid)$/.test(called) && isKey
      ? made("gen_random_uuid()", written)
      : made(undefined, `default: ${written}`);
  const label = labels?.get(written);
  if (label !== undefined) return made(sqlText(label));
  if (/^\[\s*\]$/.test(written)) return made("'{}'");
  const sql = literalSql(written, textIn(written));
  return sql === undefined ? made(undefined, `default: ${written}`) : made(sql);
}
