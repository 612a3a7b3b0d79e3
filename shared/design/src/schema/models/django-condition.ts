import { bare } from "../dialect.ts";
import { givenIn, itemsIn, textIn } from "./calls.ts";
import { insideOf } from "./parts.ts";
import { type Choices, valueSql } from "./python-values.ts";

const compares: Record<string, string> = { exact: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" };

/** `Q(status="held") & ~Q(ends_at__lte=F("starts_at"))` as SQL; null where it says what is not read. */
export function conditionSql(written: string, columnOf: (field: string) => string, choices: Choices): string | null {
  const all = joinedBy(written, "|");
  const parts = all.map((part) => joinedBy(part, "&").map((one) => single(one.trim(), columnOf, choices)));
  if (parts.some((part) => part.includes(null))) return null;
  const sides = parts.map((part) => part.join(" and "));
  return sides.length === 1 ? (sides[0] ?? null) : sides.map((side) => `(${side})`).join(" or ");
}

/** Cut at a sign that stands outside of brackets. */
function joinedBy(written: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < written.length; at++) {
    if (written[at] === "(" || written[at] === "[") at += insideOf(written, at, "#").length + 1;
    else if (written[at] === sign) {
      parts.push(written.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, written.slice(from)];
}

function single(written: string, columnOf: (field: string) => string, choices: Choices): string | null {
  if (written.startsWith("~")) {
    const inside = single(written.slice(1).trim(), columnOf, choices);
    return inside === null ? null : `not (${inside})`;
  }
  if (written.startsWith("(")) {
    const inside = conditionSql(insideOf(written, 0, "#"), columnOf, choices);
    return inside === null ? null : `(${inside})`;
  }
  if (!/^(?:models\.)?Q\(/.test(written)) return null;
  const { named, placed } = givenIn(insideOf(written, written.indexOf("("), "#"), "#");
  if (placed.length > 0) return placed.length === 1 ? conditionSql(placed[0] ?? "", columnOf, choices) : null;
  const sides = [...named].map(([key, value]) => comparison(key, value, columnOf, choices));
  return sides.includes(null) || sides.length === 0 ? null : sides.join(" and ");
}

function comparison(key: string, value: string, columnOf: (field: string) => string, choices: Choices): string | null {
  const [, field = "", how = "exact"] = /^(\w+?)(?:__(\w+))?$/.exec(key) ?? [];
  const column = bare(columnOf(field));
  if (how === "isnull") return `${column} is ${value === "True" ? "" : "not "}null`;
  if (how === "in") {
    const values = itemsIn(value, "#").map((one) => valueSql(one, choices));
    return values.length === 0 || values.includes(null) ? null : `${column} in (${values.join(", ")})`;
  }
  const other = /^(?:models\.)?F\((.*)\)$/.exec(value)?.[1];
  const right = other === undefined ? valueSql(value, choices) : bare(columnOf(textIn(other) ?? ""));
  const sign = compares[how];
  return right === null || sign === undefined ? null : `${column} ${sign} ${right}`;
}
