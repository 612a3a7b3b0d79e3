import type { Table } from "@proofroom/domain/design/model";
import type { Condition, Step } from "@proofroom/domain/design/step";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { timeDeniedIn } from "./denied-time.ts";
import { type Around, passesBy } from "./passed-by.ts";
import { isNamedIn, isTime } from "../statement/statement.ts";
import { namesEnd } from "./looked-at.ts";
import type { Added } from "../statement/stated-rows.ts";

/**
 * A log whose last entry says how a row is: where what is told of an endpoint says which entry it has to be and nothing of its end, whoever
 * comes late adds the next one all the same. Null where nothing is added behind a look at an entry's time, or where that is told.
 */
export function withoutEntryTime(
  steps: readonly Step[],
  around: Around,
  tables: readonly Table[],
  statesOf: (table: Table) => readonly string[],
): Added | null {
  const unseen = new Set<string>();
  let said: string | undefined;
  const passed = (column: string, table: Table): boolean => {
    const denied = timeDeniedIn(around.told, column, table);
    const states = statesOf(table);
    const isPassedBy = passesBy(around, column, table, states) && !isMeant(around, column, states);
    if (denied === undefined && !isPassedBy) return false;
    said ??= denied === undefined ? `the last row of ${table.name} is looked at for its state alone` : asSaid(denied);
    unseen.add(column);
    return true;
  };
  const inside = (list: readonly Step[], last?: Table): Step[] => {
    let listed = last;
    return list.map((step): Step => {
      if ("list" in step) listed = tables.find(({ name }) => name === step.list);
      if ("transaction" in step) return { transaction: inside(step.transaction, listed) };
      if (!("if" in step) || listed === undefined) return step;
      const table = listed;
      const isAdding = step.then.some((one) => "insert" in one && one.insert === table.name);
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      return isAdding
        ? { ...step, if: without(step.if, (column) => isTime(column, table) && passed(column, table)) }
        : step;
    });
  };
  const left = inside(steps);
  return said === undefined ? null : { steps: left, unseen: [...unseen], said };
}

/** Whether the word for a state means for all of them that it lasts, and what is told of one is told in words. */
const isMeant = ({ told, apart }: Around, column: string, states: readonly string[]): boolean =>
  !/\bselect\b[^;]{1,400}\bwhere\b/i.test(told) &&
  sentencesIn(apart).some(
    (one) => (isNamedIn(one, column) || namesEnd(one)) && states.some((state) => isNamedIn(one, state)),
  );

/** A condition on the last row without some of its columns. */
const without = (condition: Condition, isLeft: (column: string) => boolean): Condition =>
  Object.fromEntries(
    Object.entries(condition).filter(([name]) => !(name.startsWith(ofLast) && isLeft(name.slice(ofLast.length)))),
  );

const ofLast = "$rows.0.";
