import type { Operation } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { successIn } from "../api/success.ts";
import { fieldsOf } from "../bind/fields.ts";
import { isSameName } from "../bind/names.ts";
import { linkOf } from "../bind/ways/cast/links.ts";
import type { TableRead } from "../schema/catalog.ts";
import { counterOf } from "./columns.ts";
import { offerOf, rowNamed, type Site, type Snippet } from "./site.ts";
import { isCached, outOfTransactions, parted, pinned, rowOf } from "./steps.ts";

/** A number that the database itself counts, so that of two at once none is lost. */
export const counter: Snippet = (site) =>
  site.tables.flatMap((table): Offer[] => {
    const found = counterOf(table);
    const { steps, idempotency } = site.operation;
    if (found === null || plainSteps(steps).some((step) => "increment" in step || "list" in step)) return [];
    const { column, isLeftOver } = found;
    const row = rowOf(steps, site.tables);
    const where = row === undefined ? named(site, table) : countedBy(site, table, row);
    if (where === null || !isOpened(site, table, column)) return [];
    const step: Step = {
      increment: `${table.name}.${column}`,
      ...(isLeftOver ? { by: -1 } : {}),
      where: isLeftOver ? { ...where, [column]: { gte: 1 } } : where,
    };
    const { work: before, answer } = parted(steps);
    // An endpoint that writes reads through a cache only where it says so.
    const work = mapPlain(before, (one) => ("get" in one && isCached(one, site) ? { ...one, cache: {} } : one));
    const answers = pinned(answer, row ?? table, site);
    const says = isLeftOver
      ? `Takes one from ${table.name}.${column} in one step, never below zero; where none is left it answers 409.`
      : `Adds 1 to ${table.name}.${column} in one step, so that of two at once none is lost.`;
    // What is taken away has to be there before anything else is written.
    const all = isLeftOver && work.length > 0 ? [{ transaction: [step, ...outOfTransactions(work)] }] : [...work, step];
    return [offerOf(site, `Counter ${table.name}.${column}`, says, { steps: [...all, answers], idempotency })];
  });

/** Whether what is read here is the row itself: where it is redirected to elsewhere, or answered without the count, reading it with the count is no use of it. */
function isOpened({ read, operation, seen }: Site, { name: table }: TableRead, column: string): boolean {
  if (read.endpoint.method !== "GET") return true;
  const readers = (seen.served ?? []).map(({ operation: one }) => one).filter((one) => readsRow(one, table));
  const ways = [redirects, (one: Operation) => !showsCount(one, column)];
  const isOpening = ways.find((way) => readers.some(way));
  return isOpening === undefined || isOpening(operation);
}

const readsRow = ({ method, steps }: Operation, table: string): boolean =>
  method === "GET" && plainSteps(steps).some((step) => "get" in step && step.get === table);

const redirects = ({ steps }: Operation): boolean => plainSteps(steps).some((step) => "redirect" in step);

const showsCount = ({ responses }: Operation, column: string): boolean =>
  fieldsOf(successIn(responses)?.schema).some(({ name }) => isSameName(name.split(".").at(-1) ?? name, column));

/** Of an endpoint that does nothing yet the row that it names. */
const named = (site: Site, table: TableRead): Where | null =>
  site.operation.steps.length === 0 && site.read.endpoint.method !== "GET" ? rowNamed(site, table) : null;

/** The row that was read by its key, or the one to which a new row refers. */
function countedBy({ operation }: Site, table: TableRead, row: TableRead): Where | null {
  const last = plainSteps(operation.steps).findLast((step) => "get" in step || "insert" in step || "update" in step);
  if (last === undefined) return null;
  if ("get" in last) {
    if (row !== table || Object.hasOwn(last.by, "any") || last.cache !== undefined) return null;
    return last.by;
  }
  if (!("insert" in last) || row === table) return null;
  const link = linkOf(row, table);
  const values = (link?.pairs ?? []).flatMap(([own, key]) => {
    const value = last.values[own];
    return value === undefined ? [] : [[key, value] as const];
  });
  return link === null || values.length < link.pairs.length ? null : Object.fromEntries(values);
}
