import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableIn, writes } from "@proofroom/domain/design/steps-within";
import type { TableRead } from "../schema/catalog.ts";
import { idleOutboxes } from "./outbox.ts";
import { placeOf } from "./schema-text.ts";
import type { Review, Seen } from "./seen.ts";

/** Tables that no endpoint is about, and endpoints that leave no trace where one is asked for. */
export const reviewUse: Review = (seen, tell) => {
  const { schema, served, capabilities } = seen;
  for (const { read, operation } of served ?? []) {
    const name = operation.capability ?? "";
    const steps = plainSteps(operation.steps);
    if (capabilities[name]?.writes !== true || steps.length === 0 || leavesTrace(steps)) continue;
    tell("writes-nothing", {
      from: read.at,
      to: read.end,
      message: `${operation.opId} is to ${lower(capabilities[name]?.title ?? name)}, and none of its steps writes: what it is sent is gone with the answer. Add the step that keeps it, such as - insert: ${schema?.tables[0]?.name ?? "a table"}.`,
    });
  }
  for (const table of unused(seen))
    tell("table-unused", {
      ...placeOf(seen, table),
      message: `No endpoint reads or writes ${table.name}, and no table that they use is tied to it; add the endpoint that does, or leave the table out.`,
    });
};

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const leavesTrace = (steps: Step[]): boolean =>
  writes(steps) || steps.some((step) => Object.keys(step).some((key) => keeping.has(key)));

const keeping = new Set(["publish", "object.put", "call", "cache.put", "cache.increment"]);

/** Where every endpoint's steps are known, and nothing else is drawn that could use a table. */
function unused({ schema, served, drawing }: Seen): TableRead[] {
  if (schema === null || served === null || served.length === 0) return [];
  if (served.some(({ operation }) => operation.steps.length === 0)) return [];
  if (drawing?.drawn.some(({ component }) => component.kind === "worker") === true) return [];
  const used = new Set(
    served.flatMap(({ operation }) => plainSteps(operation.steps).flatMap((step) => tableIn(step) ?? [])),
  );
  const ties = schema.tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys.map((key): [string, string] => [name, key.table]),
  );
  for (let before = -1; before < used.size;) {
    before = used.size;
    for (const [one, other] of ties) if (used.has(one) || used.has(other)) used.add(one).add(other);
  }
  const told = new Set(idleOutboxes({ schema, served }));
  return schema.tables.filter((table) => !used.has(table.name) && !told.has(table));
}
