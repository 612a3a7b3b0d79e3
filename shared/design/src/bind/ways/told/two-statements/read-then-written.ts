import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { whenEnded, whenTaken } from "@proofroom/domain/design/refusal-status";
import type { Step, UpdateStep, Where } from "@proofroom/domain/design/step";
import type { Stage } from "../../stage.ts";
import { without } from "../asked/less-asked.ts";
import { peopleIn } from "../people/people-in.ts";

/** What of an update's condition says which row is meant, and what it asks of that row. */
export function partsOf(where: Where, table: Table, stage: Stage): { named: Where; asked: Where } {
  const people = peopleIn(table, stage).map(([column]) => column);
  const isNaming = ([column, value]: [string, Where[string]]): boolean =>
    typeof value === "string" && value.startsWith("$") && value !== "$now" && !people.includes(column);
  const parts = Object.entries(where);
  return {
    named: Object.fromEntries(parts.filter(isNaming)),
    asked: Object.fromEntries(parts.filter((part) => !isNaming(part))),
  };
}

/**
 * An update as two steps that nothing keeps together: its row is read, asked for what the update would ask of it, except for the columns
 * that nobody looks at, and then written by its key alone.
 */
export function readThenWritten(step: UpdateStep, table: Table, unseen: string[], stage: Stage): Step[] {
  const { named, asked } = partsOf(step.where, table, stage);
  const { else: otherwise, ...update } = step;
  return [
    { get: table.name, by: named },
    {
      if: without(asked, unseen),
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      then: [{ ...update, where: named }],
      else: [{ return: { status: otherwise ?? refusalFor(asked, stage.endpoint), body: { error: "refused" } } }],
    },
  ];
}

/** What lasts no more has ended; all else is taken. */
const refusalFor = (asked: Where, endpoint: Endpoint): number =>
  Object.values(asked).some((value) => typeof value === "object" && value !== null && "gte" in value)
    ? whenEnded(endpoint)
    : whenTaken(endpoint);
