import type { Component } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps, writes } from "@proofroom/domain/design/steps-within";
import { plain } from "@proofroom/domain/design/through-queue";
import { fillsItself } from "../bind/column-of.ts";
import { isSameName } from "../bind/names.ts";
import { ofTable } from "../bind/steps/of-table.ts";
import { linkOf } from "../bind/ways/cast/links.ts";
import type { TableRead } from "../schema/catalog.ts";
import { offerOf, type Site, type Snippet } from "./site.ts";
import { outOfTransactions, parted, rowOf } from "./steps.ts";

/** Work that nobody has to wait for, handed to a queue that is drawn. */
export const publish: Snippet = (site) => {
  const { steps, idempotency } = site.operation;
  if (plainSteps(steps).some((step) => "publish" in step)) return [];
  const own = rowOf(steps, site.tables);
  const row = own ?? madeAnyhow(steps, site.tables);
  const { work, answer } = parted(steps);
  const isEvent = writes(steps) || (answer !== undefined && "redirect" in answer);
  if (row === undefined || !isEvent) return [];
  return site.queues.map((queue) => {
    const ofRow = messageOf(row, queue, site);
    const message = own === undefined ? ofTable(ofRow, row.name) : ofRow;
    const step: Step = { publish: queue.id, message };
    const says = `Hands ${Object.keys(message).join(", ")} of the row to ${queue.label}; the answer does not wait for what a worker makes of it.`;
    const all = [...work, step, ...(answer === undefined ? [] : [answer])];
    return offerOf(site, `Publish to ${queue.label}`, says, { steps: all, idempotency });
  });
};

/** The last row that steps which branch make in any case; it is spoken of by its table. */
function madeAnyhow(steps: readonly Step[], tables: TableRead[]): TableRead | undefined {
  const made = outOfTransactions(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  return tables.find(({ name }) => name === made.at(-1));
}

/** What a table that is called like the queue, or like what takes from it, keeps of the row; else the row's key, and what it was asked by. */
function messageOf(row: TableRead, queue: Component, { tables, operation, seen }: Site): Record<string, Value> {
  const takers = (seen.drawing?.drawn ?? []).filter(({ component }) =>
    seen.drawing?.edges.some(({ from, to }) => from === queue.id && to === component.id),
  );
  const labels = (seen.drawing?.edges ?? []).flatMap(({ to, label }) => (to === queue.id ? (label ?? []) : []));
  const around = [queue.id, queue.label, ...labels, ...takers.flatMap(({ component: { id, label } }) => [id, label])];
  const names = around.map(plain).filter(Boolean);
  const target = tables.find((table) => table !== row && names.includes(plain(table.name)));
  const link = target === undefined ? null : linkOf(target, row);
  const kept = (target?.columns ?? []).flatMap((column) => {
    const { name } = column;
    const linked = link?.pairs.find(([own]) => own === name)?.[1];
    const same = row.columns.find((one) => isSameName(one.name, name))?.name;
    const from = linked ?? (fillsItself(column) ? undefined : same);
    return from === undefined ? [] : [[name, `$row.${from}`] as const];
  });
  if (kept.length > 0) return Object.fromEntries(kept);
  const asked = plainSteps(operation.steps).flatMap((step) =>
    "get" in step && step.get === row.name ? Object.keys(step.by) : [],
  );
  const columns = asked.filter((name) => row.columns.some((column) => column.name === name));
  const keys = columns.length > 0 ? columns : row.primaryKey;
  const some = keys.length > 0 ? keys : row.columns.slice(0, 1).map(({ name }) => name);
  return Object.fromEntries(some.map((name) => [name, `$row.${name}`]));
}
