import type { PlainStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { placeOfStep } from "./places.ts";
import type { Review, Served } from "./seen.ts";

type Update = Extract<PlainStep, { update: string }>;

/** A hold that is deleted while its seat stays held: whoever holds asks for a free one, so nobody gets that seat again. */
export const reviewLeftBehind: Review = ({ schema, served }, tell) => {
  const all = served ?? [];
  for (const one of all)
    for (const step of plainSteps(one.operation.steps)) {
      if (!("delete" in step)) continue;
      const targets = schema?.tables.find(({ name }) => name === step.delete)?.foreignKeys.map(({ table }) => table);
      const taking = all.filter(({ operation }) => plainSteps(operation.steps).some((s) => isInsert(s, step.delete)));
      const marked = taking.includes(one) ? undefined : markIn(taking, new Set(targets), all);
      if (marked === undefined || updates(one).some(({ update }) => update === marked.table)) continue;
      tell("state-left-behind", {
        ...placeOfStep(one, step),
        message: `${one.operation.opId} deletes the row of ${step.delete} and leaves ${marked.table}.${marked.column} at ${marked.value}, which ${marked.by} does not take; set it back in the same transaction.`,
      });
    }
};

const isInsert = (step: PlainStep, table: string): boolean => "insert" in step && step.insert === table;

const updates = ({ operation }: Served): Update[] =>
  plainSteps(operation.steps).flatMap((step) => ("update" in step ? [step] : []));

/** What an endpoint writes into a table that the new row names, where it asks for another state before and none sets that again. */
function markIn(taking: readonly Served[], targets: ReadonlySet<string>, all: readonly Served[]) {
  for (const one of taking) {
    const last = updates(one).findLast(({ update }) => targets.has(update));
    for (const [column, value] of Object.entries(last?.set ?? {})) {
      if (last === undefined || typeof value !== "string" || value.startsWith("$")) continue;
      const before = statesOf(last.where[column]);
      const isSetBack = all
        .filter((other) => other !== one)
        .flatMap(updates)
        .some(({ update, set }) => update === last.update && before.includes(set[column]));
      if (before.length > 0 && !before.includes(value) && !isSetBack)
        return { table: last.update, column, value, by: one.operation.opId };
    }
  }
  return undefined;
}

function statesOf(asked: unknown): unknown[] {
  if (typeof asked === "string") return [asked];
  return typeof asked === "object" && asked !== null && "in" in asked && Array.isArray(asked.in) ? asked.in : [];
}
