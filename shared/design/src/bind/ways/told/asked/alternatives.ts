import type { Where } from "@proofroom/domain/design/step";
import { isNamedIn, literally } from "../statement/statement.ts";

/** What a condition says apart by `or`, the group that does so; none where it has no such group. */
export function alternativesIn(condition: string): { parts: string[]; rest: string } {
  const groups = [...groupsIn(condition), condition];
  const group = groups.find((one) => splitAtOr(one).length > 1);
  return group === undefined
    ? { parts: [], rest: condition }
    : { parts: splitAtOr(group), rest: condition.replace(group, "") };
}

/** What stands in brackets, the innermost first. */
function groupsIn(condition: string): string[] {
  const open: number[] = [];
  const groups: string[] = [];
  for (const [at, sign] of condition.split("").entries()) {
    if (sign === "(") open.push(at + 1);
    const from = sign === ")" ? open.pop() : undefined;
    if (from !== undefined) groups.push(condition.slice(from, at));
  }
  return groups;
}

function splitAtOr(text: string): string[] {
  let depth = 0;
  let from = 0;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    const or = depth === 0 ? /^\s+or\s+/i.exec(text.slice(at, at + 8))?.[0] : undefined;
    if (or === undefined) continue;
    parts.push(text.slice(from, at));
    at += or.length - 1;
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

/**
 * The columns that each alternative of a way looks at and the written one about the same time does not:
 * `status = 'free' OR held_until < now()` takes a row whatever its state is, once its time is over.
 */
export function unseenIn(alternatives: Where[], condition: string, isTime: (column: string) => boolean): string[][] {
  const { parts, rest } = alternativesIn(condition);
  return alternatives.map((alternative) => {
    const columns = Object.keys(alternative);
    const times = columns.filter(isTime);
    const written = parts.find((part) => times.some((column) => isNamedIn(part, column)));
    if (times.length === 0 || written === undefined) return [];
    return columns.filter((column) => !isNamedIn(written, column) && !isNamedIn(rest, column));
  });
}

/** Whether a text empties a column, or sets it to no end at all. */
export const clears = (text: string, column: string): boolean =>
  new RegExp(
    `\\b${literally(column)}\\b["'\`]?\\s*(?:=|:|=>|:=|to|is set to|becomes|→|->)\\s*(?:to\\s+)?["'\`]?(?:null|nil|none|infinity|undefined)\\b|\\b(?:clear|empt|reset|unset|remov|delet)\\w*[^.;\\n]{0,40}\\b${literally(column)}\\b`,
    "i",
  ).test(text);
