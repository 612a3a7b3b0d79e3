import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../bind/fields.ts";

/**
 * What the same request does a second time where it keeps no key: its row is answered again, a constraint or the state that the
 * first has left refuses it (`why` completes "since …"), the row takes `over` what is drawn anew, or there is a new row.
 */
export function repeatedInsert(
  steps: readonly Step[],
  table: Table,
): "answered" | "new" | { why: string } | { over: string } {
  const flat = plainSteps(steps);
  const insert = flat.find((step) => "insert" in step && step.insert === table.name);
  if (insert === undefined || !("insert" in insert)) return "new";
  const made = flat.slice(0, flat.indexOf(insert)).flatMap((step) => ("insert" in step ? [step.insert] : []));
  const kept = (name: string): boolean => isSame(insert.values[name], made);
  if (Object.entries(insert.onConflict ?? {}).some(([name, does]) => does === "return-existing" && kept(name)))
    return "answered";
  for (const [name, does] of Object.entries(insert.onConflict ?? {})) {
    const over = typeof does === "object" && "overwrite" in does && kept(name) ? does.overwrite : [];
    const drawn = over.find((one) => !kept(one));
    if (drawn !== undefined) return { over: drawn };
  }
  for (const step of flat) {
    if (!("update" in step)) continue;
    const [why] = Object.entries(step.set).flatMap(([name, to]) =>
      typeof to === "string" && isOther(to, step.where[name]) ? [`${step.update}.${name} is ${to} by then`] : [],
    );
    if (why !== undefined) return { why };
  }
  const indexes = table.indexes.filter(({ unique, partial }) => unique && !partial).map(({ columns }) => columns);
  const key = [table.primaryKey, ...table.uniques, ...indexes].find((list) => list.length > 0 && list.every(kept));
  return key === undefined ? "new" : { why: `${table.name} has one row for each ${key.join(" and ")}` };
}

/** Whether the same request fills it with the same value again: what was sent, or stands in a row that it did not make itself. */
function isSame(value: Value | undefined, made: readonly string[]): boolean {
  if (typeof value === "object" && value !== null) {
    if ("json" in value) return isRecord(value.json) && Object.values(value.json).every((one) => isSamePart(one, made));
    return "hash" in value && isSame(value.hash, made);
  }
  if (typeof value !== "string" || value === "$now") return false;
  const [, table = ""] = /^\$(\w+)\./.exec(value) ?? [];
  return !made.includes(table) && !(table === "row" && made.length > 0);
}

const isSamePart = (part: unknown, made: readonly string[]): boolean =>
  typeof part === "number" || (typeof part === "string" && isSame(part, made));

/** Whether a column goes from one literal to another. */
const isOther = (to: string, from: unknown): boolean =>
  typeof from === "string" && !to.startsWith("$") && !from.startsWith("$") && to !== from;
