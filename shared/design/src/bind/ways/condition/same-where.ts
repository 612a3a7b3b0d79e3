import type { Comparison, Where } from "@proofroom/domain/design/step";

/** Of more alternatives than these nobody tells whether they are the same. */
const mostAlternatives = 64;

/** Whether two conditions let the same rows through, whichever way they are written; `<` and `<=` are not told apart. */
export function isSameWhere(one: Where, other: Where): boolean {
  const [a, b] = [alternativesOf(one), alternativesOf(other)].map((all) =>
    [...new Set(all?.map((parts) => [...parts].toSorted().join(" and ")))].toSorted().join("\n"),
  );
  return a !== "" && a === b;
}

/** A condition as alternatives that each say all that they ask. */
function alternativesOf(where: Where): Set<string>[] | null {
  let all = [new Set<string>()];
  for (const [column, part] of Object.entries(where)) {
    const next = Array.isArray(part) ? part.flatMap((one) => alternativesOf(one) ?? []) : atomsOf(column, part);
    if (all.length * next.length > mostAlternatives) return null;
    all = all.flatMap((left) => next.map((right) => new Set([...left, ...right])));
  }
  return all;
}

function atomsOf(column: string, part: Comparison): Set<string>[] {
  if (typeof part !== "object" || part === null) return [new Set([`${column} = ${part}`])];
  if ("in" in part) return part.in.map((value) => new Set([`${column} = ${said(value)}`]));
  const strict = said(part)
    .replace(/^\{"lte":/, '{"lt":')
    .replace(/^\{"gte":/, '{"gt":');
  return [new Set([`${column} ${strict}`])];
}

const said = (value: Comparison): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
