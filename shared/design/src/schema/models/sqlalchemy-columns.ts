import { bare } from "../dialect.ts";
import { type Given, givenIn, textIn, wordsIn } from "./calls.ts";
import { type Choices, valueSql } from "./python-values.ts";
import { columnCall, type PythonType, typeOfAlchemy } from "./sqlalchemy-types.ts";
import { type ModelColumn, type Reference, together } from "./table.ts";

export interface AlchemyColumn {
  column: ModelColumn;
  isIndexed: boolean;
}

/** What `Column(…)`, `mapped_column(…)` or `Field(…)` says, beside what its hint does; null where no type is known. */
export function alchemyColumn(
  attribute: string,
  inside: string,
  hint: PythonType | null,
  choices: Choices,
): AlchemyColumn | null {
  const outer = givenIn(inside, "#");
  const nested = columnCall(outer.named.get("sa_column") ?? "");
  if (nested !== null) return alchemyColumn(attribute, nested.inside ?? "", null, choices);
  const { placed, named, comment } = outer;
  const name = textIn(placed[0]) ?? textIn(named.get("name")) ?? attribute;
  const refers = referenceIn(placed, named);
  const typed = [named.get("sa_type") ?? named.get("type_") ?? "", ...placed]
    .filter(
      (one) =>
        one !== "" &&
        textIn(one) === null &&
        !/^(?:\w+\.)?(?:ForeignKey|Identity|Sequence|Computed|CheckConstraint)\(/.test(one),
    )
    .flatMap((one) => typeOfAlchemy(one, choices) ?? [])[0];
  const type = typed ?? (refers !== undefined && hint === null ? { sql: "", values: [], isNullable: true } : hint);
  if (type === null) return null;
  const isKey = named.get("primary_key") === "True";
  const made = madeBy(named, choices, type.sql);
  const length = named.get("max_length");
  const checks = placed.flatMap((one) => textIn(callNamed(one, "CheckConstraint")?.placed[0]) ?? []);
  const values = type.values.flatMap((value) => valueSql(value, choices) ?? []);
  if (values.length > 0) checks.push(`${bare(name)} in (${values.join(", ")})`);
  const computed = textIn(placed.map((one) => callNamed(one, "Computed")?.placed[0]).find((one) => one !== undefined));
  const sql = type.sql === "varchar" && length !== undefined ? `varchar(${length})` : type.sql;
  const isWhole = /^(?:bigint|integer|smallint)$/.test(sql);
  const nullable = named.get("nullable");
  return {
    column: {
      name,
      type:
        refers !== undefined && typed === undefined
          ? ""
          : sql + (computed === null ? "" : ` generated always as (${computed}) stored`),
      isNullable: nullable === undefined ? (hint?.isNullable ?? true) : nullable !== "False",
      isKey,
      isUnique: named.get("unique") === "True",
      isCounted:
        placed.some((one) => /^(?:\w+\.)?Identity\(/.test(one)) ||
        (isKey && isWhole && refers === undefined && made.sql === undefined && named.get("autoincrement") !== "False"),
      default: made.sql,
      check: checks.length === 0 ? undefined : checks.join(" and "),
      refers,
      comment: together(comment, textIn(named.get("comment")) ?? textIn(named.get("description")), made.left),
    },
    isIndexed: named.get("index") === "True",
  };
}

/** What is given to a call of this name, whatever module it is of. */
export function callNamed(written: string, name: string): Given | null {
  const call = wordsIn(written, "#").find(({ inside }) => inside !== null);
  return call?.name === name ? givenIn(call.inside ?? "", "#") : null;
}

function referenceIn(placed: readonly string[], named: Given["named"]): Reference | undefined {
  const call = placed.map((one) => callNamed(one, "ForeignKey")).find((one) => one !== null);
  const target = textIn(call?.placed[0]) ?? textIn(named.get("foreign_key"));
  return target === null ? undefined : referenceTo(target, textIn((call?.named ?? named).get("ondelete")));
}

/** `"events.id"`, with a schema before it or not. */
export function referenceTo(target: string, rule: string | null): Reference {
  const [column, table = ""] = target.split(".").toReversed();
  return { table, column, onDelete: rule === null ? undefined : `on delete ${rule.toLowerCase()}` };
}

const isNow = /\b(?:utcnow|now|current_timestamp|CURRENT_TIMESTAMP)\b/;

function madeBy(named: Given["named"], choices: Choices, type: string): { sql?: string | undefined; left: string } {
  const written = named.get("server_default") ?? named.get("default_factory") ?? named.get("default");
  if (written === undefined || written === "None" || written === "...") return { left: "" };
  const text = textIn(callNamed(written, "text")?.placed[0]);
  if (text !== null) return { sql: text, left: "" };
  if (/\b(?:uuid[1457]|gen_random_uuid|uuid_generate_v4)\b/.test(written))
    return { sql: "gen_random_uuid()", left: "" };
  if (textIn(written) === null && isNow.test(written))
    return { sql: type === "date" ? "current_date" : "now()", left: "" };
  if (/^(?:dict|list|\{\}|\[\])$/.test(written))
    return { sql: type === "jsonb" && /^[l[]/.test(written) ? "'[]'" : "'{}'", left: "" };
  if (/^(?:\w+\.)?(?:true|false)\(\)$/.test(written))
    return { sql: /\btrue\b/.test(written) ? "true" : "false", left: "" };
  const sql = valueSql(written, choices);
  return sql === null ? { left: `default: ${written}` } : { sql, left: "" };
}
