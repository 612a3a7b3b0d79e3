import { quoted, type Statement } from "../statement.ts";

export interface Order {
  column: string;
  descends: boolean;
}

export const writeCursor = (marks: unknown[]): string => Buffer.from(JSON.stringify(marks)).toString("base64url");

/** The marks of the row that a page ended with; a cursor comes from outside and may be anything. */
export function readCursor(cursor: unknown, order: Order[]): (string | null)[] | "broken" {
  try {
    const marks: unknown = JSON.parse(Buffer.from(String(cursor), "base64url").toString("utf8"));
    const isMark = (mark: unknown): mark is string | null => mark === null || typeof mark === "string";
    return Array.isArray(marks) && marks.length === order.length && marks.every(isMark) ? marks : "broken";
  } catch {
    return "broken";
  }
}

/** True of the rows that come after the marked one; nulls are last where values rise and first where they fall. */
export function afterCursor(statement: Statement, order: Order[], marks: (string | null)[]): string {
  const either = order.map((_, n) => {
    const equal = order.slice(0, n).map((by, k) => same(statement, by, marks[k] ?? null));
    return `(${[...equal, beyond(statement, order[n], marks[n] ?? null)].join(" and ")})`;
  });
  return either.length === 0 ? "true" : `(${either.join(" or ")})`;
}

function same(statement: Statement, { column }: Order, mark: string | null): string {
  return mark === null ? `${quoted(column)} is null` : `${quoted(column)} = ${statement.bind(mark)}`;
}

function beyond(statement: Statement, order: Order | undefined, mark: string | null): string {
  if (order === undefined) return "false";
  const name = quoted(order.column);
  if (order.descends) return mark === null ? `${name} is not null` : `${name} < ${statement.bind(mark)}`;
  return mark === null ? "false" : `(${name} > ${statement.bind(mark)} or ${name} is null)`;
}
