import * as z from "zod/mini";

/**
 * A condition that every row of a table meets, as far as it speaks of single columns: that one has no value, is a range without an
 * end, or is one of some values. What is `unread` may be true or not.
 */
export type Check =
  | { all: Check[] }
  | { any: Check[] }
  | { not: Check }
  | { same: [Check, Check] }
  | { column: string; is: "null" | "endless" | string[] }
  | { unread: true };

export const Check: z.ZodMiniType<Check> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Check) }),
    z.strictObject({ any: z.array(Check) }),
    z.strictObject({ not: Check }),
    z.strictObject({ same: z.tuple([Check, Check]) }),
    z.strictObject({ column: z.string(), is: z.union([z.literal("null"), z.literal("endless"), z.array(z.string())]) }),
    z.strictObject({ unread: z.literal(true) }),
  ]),
);

/**
 * What a column holds: nothing, a range without an end, this very value, something that no check names (`other`), or what may be any of
 * these but nothing (`some`).
 */
export type Held = { value: string } | "null" | "endless" | "other" | "some";

/** Whether a row meets a check; null where what it holds does not say. */
export function isMet(check: Check, held: (column: string) => Held): boolean | null {
  if ("unread" in check) return null;
  if ("not" in check) return negated(isMet(check.not, held));
  if ("same" in check) {
    const [one, other] = [isMet(check.same[0], held), isMet(check.same[1], held)];
    return one === null || other === null ? null : one === other;
  }
  if ("all" in check) return joined(check.all.map((part) => isMet(part, held)));
  if ("any" in check) return negated(joined(check.any.map((part) => negated(isMet(part, held)))));
  return isSo(held(check.column), check.is);
}

const negated = (met: boolean | null): boolean | null => (met === null ? null : !met);

const joined = (parts: (boolean | null)[]): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;

function isSo(held: Held, is: "null" | "endless" | string[]): boolean | null {
  if (is === "null") return held === "null";
  // Of nothing a database can say neither.
  if (held === "null") return null;
  if (held === "some") return null;
  if (is === "endless") return held === "endless";
  return typeof held === "object" && is.includes(held.value);
}

/** All that a check tells apart of what a column may hold beside nothing. */
export function heldIn(check: Check, column: string): Held[] {
  if ("unread" in check) return [];
  if ("not" in check) return heldIn(check.not, column);
  if ("column" in check) {
    if (check.column !== column || check.is === "null") return [];
    return check.is === "endless" ? ["endless"] : check.is.map((value) => ({ value }));
  }
  const parts = "same" in check ? check.same : "all" in check ? check.all : check.any;
  return parts.flatMap((part) => heldIn(part, column));
}

/** The columns that a check speaks of. */
export function columnsIn(check: Check): string[] {
  if ("unread" in check) return [];
  if ("not" in check) return columnsIn(check.not);
  if ("column" in check) return [check.column];
  const parts = "same" in check ? check.same : "all" in check ? check.all : check.any;
  return [...new Set(parts.flatMap(columnsIn))];
}
