import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { isPlain, mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { isNeverEnded } from "../time/never-ended.ts";
import type { Texts } from "../texts.ts";
import { makesRoom } from "../time/swept.ts";
import { addingTo, isAbout, isNamedIn } from "./statement.ts";
import { speaksOfEnd } from "../time/looked-at.ts";

/** What is left of a way where statements only add rows. */
export interface Added {
  steps: Step[];
  /** Columns of time, or other tables, that the way looks at and the statements do not. */
  unseen: string[];
  said: string;
}

/** `INSERT INTO holds …` that does nothing with the row that is there already: whatever has ended stays in its way. */
export function withoutRoom(
  steps: Step[],
  beside: string,
  texts: Pick<Texts, "design" | "all">,
  tables: Table[],
): Added | null {
  for (const table of tables) {
    const said = addingTo(beside, table);
    if (said === null || isAbout(beside, table)) continue;
    if (isInWords(beside) && !isLeft(said, beside, texts.design, table) && !isNeverEnded(texts, table)) continue;
    const { left, dropped } = roomless(steps, table.name);
    const unseen = dropped.filter((where) => isInTheWay(where, table)).flatMap(timesIn);
    if (unseen.length > 0) return { steps: left, unseen: [...new Set(unseen)], said };
  }
  return null;
}

/** `INSERT INTO bookings …` alone: of the row that a way wants to be there no more is looked at than that it is. */
export function withoutLook(steps: Step[], beside: string, tables: Table[]): Added | null {
  const said = tables.map((table) => addingTo(beside, table)).find((one) => one !== null);
  if (said === undefined || said === null || isInWords(beside)) return null;
  const unseen: string[] = [];
  const changed = mapPlain(steps, (step) => {
    const table = "get" in step && step.else !== undefined ? tables.find(({ name }) => name === step.get) : undefined;
    if (table === undefined || !("get" in step) || isAbout(beside, table)) return step;
    const passed = timesIn(step.by).filter((column) => !isNamedIn(beside, column));
    unseen.push(...passed);
    return { ...step, by: Object.fromEntries(Object.entries(step.by).filter(([column]) => !passed.includes(column))) };
  });
  return unseen.length === 0 ? null : { steps: changed, unseen, said };
}

/** Code that adds rows to a table and nothing else lets those go that are over neither, where they are in nobody's way. */
export function withoutTidying(steps: Step[], code: string, tables: Table[]): Step[] {
  const isLeft = (step: Step): boolean => {
    const table = "delete" in step ? tables.find(({ name }) => name === step.delete) : undefined;
    return (
      table === undefined ||
      !("delete" in step) ||
      addingTo(code, table) === null ||
      isAbout(code, table) ||
      isInTheWay(step.where, table)
    );
  };
  return steps
    .filter(isLeft)
    .map((step) => ("transaction" in step ? { transaction: withoutTidying(step.transaction, code, tables) } : step));
}

/** Whether rows that a condition is about keep another one out: the schema allows one for what it names. */
const isInTheWay = (where: Where, { primaryKey, uniques, indexes, exclusions = [] }: Table): boolean =>
  [
    primaryKey,
    ...uniques,
    ...[...indexes.filter(({ unique }) => unique), ...exclusions].map(({ columns }) => columns),
  ].some((list) => list.length > 0 && list.every((column) => Object.hasOwn(where, column)));

/** Beside a statement it may be said in words that what has ended is looked at. */
const isInWords = (beside: string): boolean =>
  speaksOfEnd(beside) ||
  /(?<![\p{L}_])(?:expir\p{L}*|valid|until|ends?|ended|still|in time|lasts?|over|too late)(?![\p{L}_])/iu.test(beside);

/**
 * Whether a row that does nothing on a conflict leaves what has ended where it is, though that it ends is spoken of behind it: nothing before
 * it looks at the time, and nobody but a job ever makes room.
 */
function isLeft(said: string, beside: string, design: string, table: Table): boolean {
  const [before = "", behind = ""] = beside.split(said);
  return (
    doesNothing.test(said + behind.slice(0, 200)) &&
    !isInWords(before) &&
    !makesRoom([beside, design].join("\n\n"), table)
  );
}

const doesNothing = /^[^;`]{0,280}\bon\s+conflict\b[^;`]{0,80}\bdo\s+nothing\b/i;

/** Columns that a condition compares with the time. */
const timesIn = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, part]) =>
    typeof part === "object" && part !== null && ("lt" in part || "gte" in part) ? [column] : [],
  );

/** Steps without those that come before a row is added to a table and are about the rows that it has. */
function roomless(steps: Step[], table: string): { left: Step[]; dropped: Where[] } {
  const dropped: Where[] = [];
  const at = steps.findIndex((step) => "insert" in step && step.insert === table);
  if (at === -1) {
    const left = steps.map((step) => {
      if (!("transaction" in step)) return step;
      const made = roomless(step.transaction, table);
      dropped.push(...made.dropped);
      return { transaction: made.left };
    });
    return { left, dropped };
  }
  let isAsked = false;
  const before = steps.slice(0, at).filter((step) => {
    if (!isPlain(step)) return !isAsked;
    isAsked = tableIn(step) === table;
    if (isAsked && "get" in step) dropped.push(step.by);
    if (isAsked && "delete" in step) dropped.push(step.where);
    return !isAsked;
  });
  return { left: [...before, ...steps.slice(at)], dropped };
}
