import type { Where } from "@proofroom/domain/design/step";
import { clears, unseenIn } from "./alternatives.ts";
import { literally } from "../statement/statement.ts";

/** The columns that a condition asks about, also those of its alternatives. */
export const columnsIn = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, part]) => (Array.isArray(part) ? part.flatMap(columnsIn) : [column]));

/**
 * A condition of whose alternatives only those are left that a written one without an `or` is about: `status = 'free'` takes no row that is
 * held, whatever its time.
 */
export function onlyNamed(where: Where, written: string): Where {
  if (/\bor\b|\bin\s*\(|\bcase\b/i.test(written)) return where;
  const isDenied = ([column, part]: [string, unknown]): boolean => {
    const [, value] = new RegExp(`\\b${literally(column)}"?\\s*=\\s*'([^']*)'`, "i").exec(written) ?? [];
    return value !== undefined && typeof part === "string" && !part.startsWith("$") && part !== value;
  };
  return Object.fromEntries(
    Object.entries(where).map(([key, part]): [string, Where[string]] => {
      const left = Array.isArray(part) ? part.filter((one) => !Object.entries(one).some(isDenied)) : [];
      return [key, left.length === 0 ? part : left];
    }),
  );
}

/** A condition whose alternatives look at no more than the written ones, save where a row that is taken for good has no time any more. */
export function withoutApart(
  where: Where,
  written: string,
  isTimeOf: (column: string) => boolean,
  all: string,
): { where: Where; passed: string[] } {
  const passed: string[] = [];
  const left = Object.entries(where).map(([key, part]): [string, Where[string]] => {
    if (!Array.isArray(part) || part.flatMap(columnsIn).some((column) => isTimeOf(column) && clears(all, column)))
      return [key, part];
    const unseen = unseenIn(part, written, isTimeOf);
    passed.push(...unseen.flat());
    return [key, part.map((one, n) => without(one, unseen[n] ?? []))];
  });
  return { where: Object.fromEntries(left), passed };
}

/** A condition without some columns; alternatives that say nothing any more are none. */
export function without(where: Where, columns: string[]): Where {
  return Object.fromEntries(
    Object.entries(where)
      .filter(([column]) => !columns.includes(column))
      .map(([column, part]): [string, Where[string]] => [
        column,
        Array.isArray(part) ? part.map((one) => without(one, columns)) : part,
      ])
      // Where one alternative asks for nothing, any row will do.
      .filter(([, part]) => !Array.isArray(part) || part.every((one) => Object.keys(one).length > 0)),
  );
}
