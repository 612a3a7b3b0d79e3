import type { Table } from "@proofroom/domain/design/model";
import type { PlainStep, Step, Where } from "@proofroom/domain/design/step";
import { literally, type Update } from "../statement/statement.ts";

/**
 * An update as `… SET version = version + 1 WHERE id = $1 AND version = $2` has it: the row is read first, refused with `refusal` where
 * it is not to be had, and changed only while its version is the one that was read. Null where no version is compared and raised.
 */
export function withVersion(step: PlainStep, written: Update, table: Table, refusal: number): PlainStep[] | null {
  if (!("update" in step)) return null;
  const version = table.columns.find(
    ({ name, type }) =>
      /int|serial|numeric/.test(type) &&
      new RegExp(`(?<!\\w)"?${literally(name)}"?\\s{0,9}=\\s{0,9}[$:?@\\w]`, "i").test(written.where) &&
      new RegExp(`(?<!\\w)"?${literally(name)}"?\\s{0,9}=[^,=]{0,60}\\+\\s{0,9}1(?!\\d)`, "i").test(written.sets),
  )?.name;
  if (version === undefined) return null;
  const read = `$${table.name}.${version}`;
  return [
    { get: table.name, by: step.where, else: refusal },
    {
      ...step,
      set: { ...step.set, [version]: { add: [read, 1] } },
      where: { ...keyIn(step.where, table), [version]: read },
    },
  ];
}

/** What of a condition names the row; all of it where that is not its key. */
function keyIn(where: Where, { primaryKey }: Table): Where {
  const named = Object.entries(where).filter(([column]) => primaryKey.includes(column));
  return named.length > 0 && named.length === primaryKey.length ? Object.fromEntries(named) : where;
}

/** Steps with some of them replaced by several, also those in a transaction. */
export const replaced = (steps: readonly Step[], by: ReadonlyMap<Step, Step[]>): Step[] =>
  steps.flatMap(
    (step) => by.get(step) ?? ("transaction" in step ? [{ transaction: replaced(step.transaction, by) }] : [step]),
  );
