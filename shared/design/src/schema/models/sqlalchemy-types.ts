import { type Given, givenIn, textIn, type Word, wordsIn } from "./calls.ts";
import { type Choices, chosenFrom } from "./python-values.ts";

export interface PythonType {
  sql: string;
  /** As literals of Python. */
  values: string[];
  isNullable: boolean;
}

const types: Record<string, string> = {
  Integer: "integer",
  INTEGER: "integer",
  BigInteger: "bigint",
  BIGINT: "bigint",
  SmallInteger: "smallint",
  Text: "text",
  UnicodeText: "text",
  TEXT: "text",
  Boolean: "boolean",
  BOOLEAN: "boolean",
  DateTime: "timestamptz",
  DATETIME: "timestamptz",
  TIMESTAMP: "timestamptz",
  Date: "date",
  DATE: "date",
  Time: "time",
  Interval: "interval",
  INTERVAL: "interval",
  Float: "double precision",
  Double: "double precision",
  REAL: "real",
  JSON: "jsonb",
  JSONB: "jsonb",
  UUID: "uuid",
  Uuid: "uuid",
  GUID: "uuid",
  LargeBinary: "bytea",
  BYTEA: "bytea",
  INET: "inet",
  CITEXT: "citext",
  TSTZRANGE: "tstzrange",
  TSRANGE: "tsrange",
  DATERANGE: "daterange",
  INT4RANGE: "int4range",
  INT8RANGE: "int8range",
  TSVECTOR: "tsvector",
  HSTORE: "hstore",
};

/** `sa.String(8)` and `Enum(Status)` as a type of SQL; null for what is none. */
export function typeOfAlchemy(written: string, choices: Choices): PythonType | null {
  const last = wordsIn(written, "#").at(-1);
  if (last === undefined) return null;
  const given = givenIn(last.inside ?? "", "#");
  const plain = (sql: string, values: string[] = []): PythonType => ({ sql, values, isNullable: false });
  if (/^(?:String|Unicode|VARCHAR|AutoString)$/.test(last.name))
    return plain(varchar(given.placed[0] ?? given.named.get("length")));
  if (/^(?:CHAR|NCHAR)$/.test(last.name)) return plain(`char(${given.placed[0] ?? 1})`);
  if (/^(?:Numeric|NUMERIC|DECIMAL)$/.test(last.name)) return plain(numeric(given));
  if (/^(?:Enum|ENUM)$/.test(last.name)) return plain("varchar", enumValues(given, choices));
  if (last.name === "ARRAY") {
    const inner = typeOfAlchemy(given.placed[0] ?? "", choices);
    return inner === null ? null : plain(`${inner.sql}[]`);
  }
  const known = types[last.name];
  return known === undefined ? null : plain(known);
}

const varchar = (length: string | undefined): string => (/^\d+$/.test(length ?? "") ? `varchar(${length})` : "varchar");

const numeric = ({ placed, named }: Given): string => {
  const precision = placed[0] ?? named.get("precision");
  return precision === undefined ? "numeric" : `numeric(${precision}, ${placed[1] ?? named.get("scale") ?? 0})`;
};

const enumValues = ({ placed }: Given, choices: Choices): string[] =>
  chosenFrom(choices, placed[0] ?? "")?.map(({ value }) => value) ?? placed.filter((one) => textIn(one) !== null);

const hinted: Record<string, string> = {
  int: "integer",
  str: "varchar",
  bool: "boolean",
  float: "double precision",
  bytes: "bytea",
  datetime: "timestamptz",
  date: "date",
  time: "time",
  timedelta: "interval",
  UUID: "uuid",
  UUID4: "uuid",
  Decimal: "numeric",
  dict: "jsonb",
  Dict: "jsonb",
  HttpUrl: "varchar",
  AnyUrl: "varchar",
  EmailStr: "varchar",
};

/** `Mapped[str | None]`, `Optional[uuid.UUID]`, `Literal["a", "b"]` as a type of SQL; null for what no column holds. */
export function typeOfHint(hint: string, choices: Choices): PythonType | null {
  const inside = /^(?:\w+\.)?Mapped\[(.*)\]$/s.exec(hint.trim())?.[1] ?? hint.trim();
  const [, wrapped] = /^(?:\w+\.)?Optional\[(.*)\]$/s.exec(inside) ?? [];
  const sides = (wrapped ?? inside).split("|").map((side) => side.trim());
  const isNullable = wrapped !== undefined || sides.includes("None");
  const own = (sides.find((side) => side !== "None") ?? "").replaceAll(/^["']|["']$/g, "");
  const literal = /^(?:\w+\.)?Literal\[(.*)\]$/s.exec(own)?.[1];
  if (literal !== undefined) return { sql: "varchar", values: literal.split(",").map((one) => one.trim()), isNullable };
  const list = /^(?:\w+\.)?[Ll]ist\[(\w+)\]$/.exec(own)?.[1];
  const item = list === undefined ? undefined : hinted[list];
  if (item !== undefined) return { sql: `${item}[]`, values: [], isNullable };
  const [name = ""] = own.split("[");
  const labels = chosenFrom(choices, name)?.map(({ value }) => value);
  if (labels !== undefined) return { sql: "varchar", values: labels, isNullable };
  const sql = hinted[name.split(".").at(-1) ?? ""];
  return sql === undefined ? null : { sql, values: [], isNullable };
}

/** The call that makes a column, such as `sa.Column(…)`. */
export const columnCall = (code: string): Word | null => {
  const call = wordsIn(code, "#").find(({ inside }) => inside !== null);
  return call !== undefined && /^(?:mapped_column|Column|Field)$/.test(call.name) ? call : null;
};
