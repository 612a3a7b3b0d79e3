import { bare } from "../dialect.ts";
import { itemsIn, textIn } from "./calls.ts";
import { type Choices, valueSql } from "./python-values.ts";
import { callNamed } from "./sqlalchemy-columns.ts";

const compares: Record<string, string> = { "==": "=", "!=": "<>", ">=": ">=", "<=": "<=", ">": ">", "<": "<" };

/** `text("…")`, `Hold.status == "held"`, `released_at.is_(None)`, joined by `and_`, `or_` or `&`, as SQL; null for what else is said. */
export function alchemyCondition(
  written: string,
  nameOf: (attribute: string) => string,
  choices: Choices,
  depth = 0,
): string | null {
  const code = written.trim();
  const text = textIn(code) ?? textIn(callNamed(code, "text")?.placed[0]);
  if (text !== null) return text;
  if (depth > 8) return null;
  const [, joined = "", inside = ""] = /^(?:\w+\.)?(and_|or_)\((.*)\)$/s.exec(code) ?? [];
  const parts = joined === "" ? bracketed(code) : itemsIn(`(${inside})`, "#");
  if (parts !== null) {
    const sides = parts.map((part) => alchemyCondition(part, nameOf, choices, depth + 1));
    return sides.includes(null) ? null : sides.map((side) => `(${side})`).join(joined === "or_" ? " or " : " and ");
  }
  return single(code, nameOf, choices);
}

/** `(a) & (b)`; null for anything else. */
function bracketed(code: string): string[] | null {
  const parts = code.split(/(?<=\))\s*&\s*(?=\()/);
  return parts.length > 1 || /^\([^()]*\)$/.test(code) ? parts.map((part) => part.replace(/^\((.*)\)$/s, "$1")) : null;
}

function single(code: string, nameOf: (attribute: string) => string, choices: Choices): string | null {
  const [, nothing = "", how = ""] = /^([\w.]+)\.(is_|isnot|is_not)\(\s*None\s*\)$/.exec(code) ?? [];
  if (nothing !== "") return `${column(nothing, nameOf)} is ${how === "is_" ? "" : "not "}null`;
  const [, listed = "", not = "", list = ""] = /^([\w.]+)\.(not_)?in_\((.*)\)$/s.exec(code) ?? [];
  if (listed !== "") {
    const values = itemsIn(list, "#").map((one) => valueSql(one, choices));
    return values.includes(null)
      ? null
      : `${column(listed, nameOf)} ${not === "" ? "" : "not "}in (${values.join(", ")})`;
  }
  const [, left = "", sign = "", right = ""] = /^([\w.]+)\s*(==|!=|>=|<=|>|<)\s*(.+)$/s.exec(code) ?? [];
  if (left === "") return null;
  if (right === "None") return `${column(left, nameOf)} is ${sign === "==" ? "" : "not "}null`;
  const value = valueSql(right, choices) ?? (/^[a-z_][\w.]*$/i.test(right) ? column(right, nameOf) : null);
  return value === null ? null : `${column(left, nameOf)} ${compares[sign] ?? "="} ${value}`;
}

const column = (path: string, nameOf: (attribute: string) => string): string => {
  const parts = path.split(".").filter((part) => part !== "c");
  return bare(nameOf(parts.at(-1) ?? path));
};

/** An item of an index: a name, `Link.created_at.desc()`, `func.lower(Link.code)`, `text("lower(code)")`; null for what else is said. */
export function indexItem(written: string, nameOf: (attribute: string) => string): string | null {
  const name = textIn(written);
  if (name !== null) return bare(nameOf(name));
  const text = textIn(callNamed(written, "text")?.placed[0]);
  if (text !== null) return text;
  const [, path = "", way = ""] = /^([\w.]+?)(?:\.(desc|asc)\(\))?$/.exec(written) ?? [];
  if (path !== "") return `${column(path, nameOf)}${way === "desc" ? " desc" : ""}`;
  const [, called = "", inside = ""] = /^(?:\w+\.)?func\.(\w+)\(\s*(.*?)\s*\)$/s.exec(written) ?? [];
  const items = inside.split(",").map((one) => indexItem(one.trim(), nameOf));
  return called === "" || items.includes(null) ? null : `${called}(${items.join(", ")})`;
}
