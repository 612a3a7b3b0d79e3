import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { isPerson, referenceTo, type Stage } from "./stage.ts";

/** What a way does as the candidate's own statement has it. */
export interface Stated {
  steps: Step[];
  /** Columns that the way looks at and the statement does not. */
  unseen: string[];
  /** The condition, as it is written. */
  where: string;
}

/**
 * `UPDATE seats SET … WHERE …`, written beside an endpoint, is stronger than what the schema shows: what it does not look at is
 * not looked at, and who it asks for has to be that one. Null where nothing is stated, or the same.
 */
export function asStated(steps: Step[], beside: string, stage: Stage): Stated | null {
  const unseen = new Set<string>();
  const conditions: string[] = [];
  const changed = mapPlain(steps, (step) => {
    if (!("update" in step)) return step;
    const table = stage.tables.find(({ name }) => name === step.update);
    const written = table === undefined ? null : conditionOf(beside, table);
    if (table === undefined || written === null) return step;
    const isSeen = (column: string): boolean => new RegExp(`\\b${literally(column)}\\b`, "i").test(written);
    const passed = columnsIn(step.where).filter((column) => !isSeen(column) && isState(column, table));
    const asked = peopleIn(table, stage).filter(([column]) => isSeen(column));
    if (passed.length + asked.length === 0) return step;
    // Whom it does not ask for, it lets in.
    const people = peopleIn(table, stage).map(([column]) => column);
    for (const column of passed.filter((one) => !people.includes(one))) unseen.add(column);
    conditions.push(written);
    return { ...step, where: { ...without(step.where, passed), ...Object.fromEntries(asked) } };
  });
  const [where] = conditions;
  return where === undefined ? null : { steps: changed, unseen: [...unseen], where };
}

const literally = (name: string): string => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&");

const longest = 300;

/** What stands behind `where` of an update of a table; null where there is none, or where it leaves something out. */
function conditionOf(beside: string, { name }: Table): string | null {
  const update = new RegExp(
    `\\bupdate\\s+"?${literally(name)}"?\\s+set\\s[^;]{1,${longest}}?\\swhere\\s([^;\`]{1,${longest}})`,
    "i",
  );
  const written = update.exec(beside)?.[1]?.split(/,?\s+(?:then|returning|insert|and then)\b/i)[0];
  return written === undefined || /\.\.|…/.test(written) ? null : written.trim();
}

const columnsIn = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, part]) => (Array.isArray(part) ? part.flatMap(columnsIn) : [column]));

/** Whether a column says how a row is rather than which one it is. */
function isState(column: string, table: Table): boolean {
  const keys = [table.primaryKey, ...table.uniques, ...table.foreignKeys.map(({ columns }) => columns)].flat();
  return table.columns.some(({ name }) => name === column) && !keys.includes(column);
}

/** Columns of whoever holds a row, with who asks. */
function peopleIn(table: Table, stage: Stage): [string, string][] {
  return [...stage.cast.values()].flatMap((player) =>
    player.table !== table
      ? []
      : [...player.columns].flatMap(([role, { column }]): [string, string][] => {
          const who = isPerson(role) ? referenceTo(role, stage) : undefined;
          return who === undefined ? [] : [[column.name, who]];
        }),
  );
}

/** A condition without some columns; alternatives that say nothing any more are none. */
function without(where: Where, columns: string[]): Where {
  return Object.fromEntries(
    Object.entries(where)
      .filter(([column]) => !columns.includes(column))
      .map(([column, part]) => [column, Array.isArray(part) ? part.map((one) => without(one, columns)) : part]),
  );
}
