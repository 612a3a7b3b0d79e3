import { snake } from "./names.ts";
import { partsOf } from "./parts.ts";
import { isOneOf, literalSql, type ModelColumn, sqlText, together } from "./table.ts";

/** Type → the values that its constants have. */
export type Labels = ReadonlyMap<string, readonly string[]>;

export interface GormField {
  /** Empty of what is embedded. */
  name: string;
  type: string;
  /** What `gorm:"…"` says. */
  tag: string;
  indexes: { name: string; isUnique: boolean; where: string | undefined }[];
  comment: string;
  written: string;
}

const types: Record<string, string> = {
  uint: "bigint",
  uint64: "bigint",
  int: "bigint",
  int64: "bigint",
  uint32: "bigint",
  int32: "integer",
  uint16: "integer",
  int16: "smallint",
  uint8: "smallint",
  int8: "smallint",
  string: "text",
  bool: "boolean",
  float64: "double precision",
  float32: "real",
  "time.Time": "timestamptz",
  "time.Duration": "bigint",
  "uuid.UUID": "uuid",
  "[]byte": "bytea",
  "decimal.Decimal": "numeric",
  "datatypes.JSON": "jsonb",
  "json.RawMessage": "jsonb",
  "gorm.DeletedAt": "timestamptz",
  "sql.NullString": "text",
  "sql.NullTime": "timestamptz",
  "sql.NullInt64": "bigint",
  "sql.NullBool": "boolean",
  "pq.StringArray": "text[]",
};

/** The fields of a struct, a line each. */
export function gormFields(body: string): GormField[] {
  return partsOf(body, "//", "\n").flatMap(({ code, comment }) => {
    if (code === "") return [{ name: "", type: "", tag: "-", indexes: [], comment, written: comment }];
    const [, name = "", type = "", tags = ""] = /^(?:(\w+)\s+)?([*[\]\w.]+)\s*(?:`(.*)`)?$/s.exec(code) ?? [];
    const tag = /\bgorm:"((?:[^"\\]|\\.)*)"/.exec(tags)?.[1] ?? "";
    return [{ name, type, tag, indexes: indexesIn(tag), comment, written: code }];
  });
}

/** `uniqueIndex:one_live,where:state = 'held'` and `index`. */
const indexesIn = (tag: string): GormField["indexes"] =>
  tag.split(";").flatMap((one) => {
    const [, kind = "", name = "", more = ""] = /^\s*(uniqueIndex|unique_index|index)\b:?(\w*)(.*)$/i.exec(one) ?? [];
    if (kind === "") return [];
    const isUnique = kind.toLowerCase() !== "index" || /,\s*unique\b/.test(more);
    return [{ name, isUnique, where: /\bwhere:(.*?)(?:,\s*\w+:.*)?$/.exec(more)?.[1] }];
  });

/** A field as a column; null where no column holds its type. */
export function gormColumn({ name: field, type, tag, comment }: GormField, labels: Labels): ModelColumn | null {
  if (tag.startsWith("-")) return null;
  const said = new Map(
    tag.split(";").map((one) => {
      const [key = "", ...value] = one.split(":");
      return [key.trim().toLowerCase(), value.join(":")] as const;
    }),
  );
  const own = type.replace(/^\*/, "");
  const values = labels.get(own);
  const size = said.get("size");
  const plain = said.get("type") ?? (values === undefined ? types[own] : "text");
  if (plain === undefined) return null;
  const isKey = said.has("primarykey") || said.has("primary_key") || (field === "ID" && own !== "");
  const name = said.get("column") ?? snake(field);
  const isWhole = /^u?int/.test(own);
  const standard = said.get("default");
  const isStamp = /^(?:CreatedAt|UpdatedAt)$/.test(field) && own === "time.Time";
  const text = plain === "text" && standard !== undefined ? standard.replace(/^'(.*)'$/, "$1") : null;
  const written = text === null || text.endsWith("()") ? (literalSql(standard, null) ?? standard) : sqlText(text);
  const made = isStamp
    ? "now()"
    : isKey && plain === "uuid"
      ? "gen_random_uuid()"
      : own === "bool" && type === own
        ? "false"
        : undefined;
  return {
    name,
    type: size !== undefined && plain === "text" ? `varchar(${size})` : plain,
    isNullable: !said.has("not null") && !isKey,
    isKey,
    isUnique: said.has("unique"),
    isCounted:
      isKey && isWhole && !said.has("autoincrement") && standard === undefined
        ? true
        : said.get("autoincrement") === "true" || (said.has("autoincrement") && said.get("autoincrement") === ""),
    default: written ?? made,
    check: values === undefined ? checkIn(said.get("check")) : isOneOf(name, values),
    comment: together(comment, said.get("comment")),
  };
}

/** `name,condition` or the condition alone. */
const checkIn = (written: string | undefined): string | undefined => written?.replace(/^\w+\s*,\s*/, "");
