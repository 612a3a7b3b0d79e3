import type { Step } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { type Outcome, refuse, type Row, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import type { StepContext } from "./context.ts";
import { afterCursor, type Order, readCursor, writeCursor } from "./cursor.ts";

type ListStep = Extract<Step, { list: string }>;

const limits = { usual: 20, most: 1_000 };

/** Rows in a settled order, the primary key breaking ties, so that a page begins exactly where the last one ended. */
export async function list(step: ListStep, scope: Scope, { session, tables }: StepContext): Promise<Outcome> {
  const order = orderOf(step.order ?? [], tables.get(step.list)?.primaryKey ?? []);
  const limit = limitOf(step.limit === undefined ? undefined : evaluate(step.limit, scope));
  const given = step.cursor === undefined ? undefined : evaluate(step.cursor, scope);
  const after = given === undefined || given === null ? null : readCursor(given, order);
  if (after === "broken") return refuse(400, "invalid", "the cursor is none that a page of this list ended with");

  const statement = new Statement();
  const wanted = whereSql(statement, step.where ?? {}, {
    scope,
    columns: tables.get(step.list)?.columns,
    absent: "ignored",
  });
  const where = after === null ? wanted : `${wanted} and ${afterCursor(statement, order, after)}`;
  const marks = order.map(({ column }, n) => `${quoted(column)}::text as ${mark(n)}`);
  const by = order.map(({ column, descends }) => `${quoted(column)}${descends ? " desc" : ""}`);
  const found = await session.query(
    `select ${["*", ...marks].join(", ")} from ${quoted(step.list)} where ${where}` +
      `${by.length === 0 ? "" : ` order by ${by.join(", ")}`} limit ${limit + 1}`,
    statement.values,
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const hasMore = found.length > limit && last !== undefined && order.length > 0;
  const cursor = hasMore ? writeCursor(order.map((_, n) => last[mark(n)])) : null;
  return {
    next: "go-on",
    scope: { ...scope, rows: page.map((row) => unmarked(row, order)), cursor, found: page.length > 0 },
  };
}

/** Values of the order's columns as text: a JavaScript date would cut microseconds off and skip rows. */
const mark = (n: number): string => `__order_${n}`;

function unmarked(row: Row, order: Order[]): Row {
  const marks = new Set(order.map((_, n) => mark(n)));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !marks.has(name)));
}

function orderOf(texts: string[], primaryKey: string[]): Order[] {
  const asked = texts.map((text) => {
    const [column = "", direction] = text.trim().split(/\s+/);
    return { column, descends: direction?.toLowerCase() === "desc" };
  });
  const ties = primaryKey.filter((column) => !asked.some((order) => order.column === column));
  return [...asked, ...ties.map((column) => ({ column, descends: asked[0]?.descends ?? false }))];
}

function limitOf(value: unknown): number {
  const number = Math.trunc(Number(value ?? limits.usual));
  return Number.isNaN(number) ? limits.usual : Math.max(0, Math.min(number, limits.most));
}
