import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, stepsIn, tableIn } from "@proofroom/domain/design/steps-within";
import type { Stage } from "../ways/stage.ts";
import { columnsIn } from "../ways/told/asked/less-asked.ts";

/** The tables that steps look at or write, those that they add rows to, and those whose rows they change. */
export function tablesOf(steps: readonly Step[]): { all: string[]; added: string[]; changed: string[] } {
  const plain = plainSteps(steps);
  return {
    all: plain.flatMap((step) => tableIn(step) ?? []),
    added: plain.flatMap((step) => ("insert" in step ? [step.insert] : [])),
    changed: plain.flatMap((step) => ("update" in step ? [step.update] : [])),
  };
}

export const isTime = (name: string, { columns }: Table): boolean =>
  columns.some((column) => column.name === name && isMoment(column));

/** Whether a column says how a row is rather than which one it is. */
export const isHow = (name: string, { columns, primaryKey, uniques, foreignKeys }: Table): boolean =>
  columns.some((column) => column.name === name) &&
  ![...primaryKey, ...uniques.flat(), ...foreignKeys.flatMap((key) => key.columns)].includes(name);

/** What is deleted makes room for a row that the schema would refuse. */
export const isNoRoom = (step: Step): boolean => !("delete" in step);

/** The columns of a table of which anything is asked, in a statement or in a branch behind it. */
export const askedOf = (steps: readonly Step[], table: Table): string[] =>
  steps.flatMap((step): string[] => {
    const asked =
      "if" in step && !("found" in step.if)
        ? columnsIn(step.if).filter((column) => table.columns.some((one) => one.name === column))
        : [];
    const inside = stepsIn(step);
    if (inside !== null) return [...asked, ...askedOf(inside.filter(isNoRoom), table)];
    if (tableIn(step) !== table.name) return [];
    return columnsIn("get" in step ? step.by : "where" in step ? (step.where ?? {}) : {});
  });

/** Whether it is filled together with what has to be empty before, so that one says of the other: `booked_at` beside `booking_id is null`. */
export const isSetBesideEmpty = (column: string, steps: readonly Step[], { name }: Table): boolean =>
  plainSteps(steps).some(
    (step) =>
      "update" in step &&
      step.update === name &&
      Object.hasOwn(step.set, column) &&
      Object.keys(step.set).some((other) => step.where[other] === null),
  );

/** Whether a table has more that is unique than a key of its own. */
export function holdsOnce(name: string, { tables }: Stage): boolean {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) return true;
  const { primaryKey, foreignKeys, uniques, indexes, exclusions = [] } = table;
  const isReferring = foreignKeys.some(({ columns }) => columns.some((column) => primaryKey.includes(column)));
  return isReferring || uniques.length + exclusions.length > 0 || indexes.some(({ unique }) => unique);
}
