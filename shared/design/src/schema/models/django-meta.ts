import { bare } from "../dialect.ts";
import { conditionSql } from "./django-condition.ts";
import { fieldCall } from "./django-fields.ts";
import { givenIn, type Given, itemsIn, namesIn, textIn } from "./calls.ts";
import type { Block } from "./indented.ts";
import type { Choices } from "./python-values.ts";
import { addUnique, type ModelTable } from "./table.ts";

/** What `class Meta` of a model says, as it is written. */
export function metaOf({ body }: Block): Map<string, string> {
  const meta = body.find(({ head }) => /^class Meta\b/.test(head.code));
  return new Map(
    (meta?.body ?? []).flatMap(({ head }) => {
      const [all, name = ""] = /^(\w+)\s*=\s*/.exec(head.code) ?? [];
      return all === undefined ? [] : [[name, head.code.slice(all.length)]];
    }),
  );
}

interface Names {
  choices: Choices;
  columnOf: (field: string) => string;
}

/** Adds constraints and indexes to a table; answers with what cannot be carried over. */
export function readMeta(block: Block, table: ModelTable, names: Names): string[] {
  const left: string[] = [];
  for (const [name, value] of metaOf(block)) {
    if (name === "constraints" || name === "indexes") {
      for (const item of itemsIn(value, "#")) if (!readItem(item, table, names)) left.push(item);
      left.push(...commentsIn(value));
    } else if (name === "unique_together" || name === "index_together") {
      const lists = itemsIn(value, "#");
      const groups = lists.some((item) => /^[[(]/.test(item))
        ? lists.map((item) => namesIn(item, "#"))
        : [namesIn(value, "#")];
      for (const group of groups) {
        const columns = group.map(names.columnOf);
        if (name === "unique_together") addUnique(table, columns);
        else table.indexes.push({ columns: columns.map(bare) });
      }
    } else if (!/^(?:db_table|app_label|verbose_name\w*|managed|abstract|default_related_name)$/.test(name))
      left.push(`${name} = ${value}`);
  }
  return left;
}

/** Lines of comments between the items of a list. */
const commentsIn = (list: string): string[] =>
  list.split("\n").flatMap((line) => /^\s*#\s*(.+)$/.exec(line)?.[1]?.trim() ?? []);

/** Whether a constraint or an index could be read. */
function readItem(item: string, table: ModelTable, names: Names): boolean {
  const call = fieldCall.exec(item);
  if (call === null || !item.endsWith(")")) return false;
  const [head, kind = ""] = call;
  const given = givenIn(item.slice(head.length, -1), "#");
  const written = given.named.get("condition");
  const where = written === undefined ? undefined : conditionSql(written, names.columnOf, names.choices);
  switch (kind) {
    case "UniqueConstraint":
      return where !== null && addUniqueness(table, given, names, where);
    case "Index":
      return where !== null && addIndex(table, given, names, where);
    case "GinIndex":
    case "GistIndex":
    case "BrinIndex":
    case "HashIndex":
      return where !== null && addIndex(table, given, names, where, kind.replace("Index", "").toLowerCase());
    case "CheckConstraint": {
      const check = conditionSql(given.named.get("check") ?? written ?? "", names.columnOf, names.choices);
      if (check !== null) table.constraints.push(`check (${check})`);
      return check !== null;
    }
    case "ExclusionConstraint":
      return where !== null && addExclusion(table, given, names, where);
    default:
      return false;
  }
}

/** `Lower("code")`, `F("code").desc()` and `"code"` as SQL. */
function expressionSql(written: string, { columnOf }: Names): string | null {
  const name = textIn(written);
  if (name !== null) return name.startsWith("-") ? `${bare(columnOf(name.slice(1)))} desc` : bare(columnOf(name));
  const [, called = "", field = "", way = ""] =
    /^(?:\w+\.)?(\w+)\(\s*["'](\w+)["']\s*\)(?:\.(asc|desc)\(\))?$/.exec(written) ?? [];
  const direction = way === "desc" ? " desc" : "";
  if (called === "F") return `${bare(columnOf(field))}${direction}`;
  return /^(?:Lower|Upper)$/.test(called) ? `${called.toLowerCase()}(${bare(columnOf(field))})${direction}` : null;
}

function addUniqueness(table: ModelTable, { placed, named }: Given, names: Names, where: string | undefined): boolean {
  const columns = namesIn(named.get("fields"), "#").map(names.columnOf);
  const name = textIn(named.get("name")) ?? undefined;
  if (columns.length > 0) {
    addUnique(table, columns, where, name);
    return true;
  }
  const expressions = placed.map((one) => expressionSql(one, names));
  if (expressions.length === 0 || expressions.includes(null)) return false;
  table.indexes.push({ name, columns: expressions.flatMap((one) => one ?? []), isUnique: true, where });
  return true;
}

function addIndex(table: ModelTable, given: Given, names: Names, where: string | undefined, using?: string): boolean {
  const { named, placed } = given;
  const written = placed.length > 0 ? placed : itemsIn(named.get("fields"), "#");
  const columns = written.map((one) => expressionSql(one, names));
  if (columns.length === 0 || columns.includes(null)) return false;
  const name = textIn(named.get("name")) ?? undefined;
  table.indexes.push({ name, columns: columns.flatMap((one) => one ?? []), where, using });
  return true;
}

const operators: Record<string, string> = {
  OVERLAPS: "&&",
  EQUAL: "=",
  NOT_EQUAL: "<>",
  CONTAINS: "@>",
};

/** `[(TsTzRange("from", "to", RangeBoundary()), RangeOperators.OVERLAPS), ("seat", RangeOperators.EQUAL)]`. */
function addExclusion(table: ModelTable, { named }: Given, names: Names, where: string | undefined): boolean {
  const parts = itemsIn(named.get("expressions"), "#").map((pair) => {
    const [left = "", operator = ""] = itemsIn(pair, "#");
    const sign = operators[operator.split(".").at(-1) ?? ""] ?? textIn(operator);
    const [, range = "", from = "", to = ""] = /^(\w+)\(\s*["'](\w+)["']\s*,\s*["'](\w+)["']/.exec(left) ?? [];
    const side =
      range === ""
        ? expressionSql(left, names)
        : `${range.toLowerCase()}(${bare(names.columnOf(from))}, ${bare(names.columnOf(to))})`;
    return side === null || sign === null ? null : `${side} with ${sign}`;
  });
  if (parts.length === 0 || parts.includes(null)) return false;
  const how = (textIn(named.get("index_type")) ?? "gist").toLowerCase();
  table.constraints.push(`exclude using ${how} (${parts.join(", ")})${where === undefined ? "" : ` where (${where})`}`);
  return true;
}
