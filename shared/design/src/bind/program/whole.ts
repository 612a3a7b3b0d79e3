import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps, stepsIn, tableIn } from "@proofroom/domain/design/steps-within";
import { isMoment } from "@proofroom/domain/design/moment";
import { stems } from "../names.ts";
import type { Stage } from "../ways/stage.ts";
import { columnsIn, withoutApart } from "../ways/told/asked/less-asked.ts";
import { asksWhose } from "../ways/told/people/asks-whose.ts";
import { peopleIn } from "../ways/told/people/people-in.ts";
import { isOnce } from "../ways/told/statement/untold-refusal.ts";
import { isOfAnotherState } from "../ways/condition/written-where.ts";
import { isNamedIn, literally } from "../ways/told/statement/statement.ts";
import { namesEnd } from "../ways/told/time/looked-at.ts";
import type { Program } from "./program.ts";

/** What the steps of a way do beside those of a program. */
export interface Compared {
  program: Program;
  own: readonly Step[];
  stage: Stage;
}

/** Whether the statements do all that the way does, as far as the prose around them speaks of it. */
export function isWhole({ program, own, stage }: Compared): boolean {
  const [done, shown] = [tablesOf(program.steps), tablesOf(own)];
  if (!shown.added.every((name) => done.added.includes(name) || done.changed.includes(name))) return false;
  if (!statesSet(own).every((one) => statesSet(program.steps).includes(one) || isAdded(one, done.added))) return false;
  const isInTheWay = (name: string): boolean =>
    !makesRoom(program.steps).includes(name) && !done.changed.includes(name) && holdsOnce(name, stage);
  if (makesRoom(own).some(isInTheWay)) return false;
  if (isOfOtherStates(own, program.steps)) return false;
  const left = shown.all.filter((name) => !done.all.includes(name));
  if (left.some((name) => speaksOf(`${program.prose}\n${program.behind}`, name))) return false;
  return stage.tables
    .filter(({ name }) => done.all.includes(name))
    .every((table) => !isLookedAtInWords(table, { program, own, stage }));
}

/** Whether two write the rows of the same tables. */
export function isSameWriting(some: readonly Step[], others: readonly Step[]): boolean {
  const [a, b] = [some, others].map((steps) => {
    const { added, changed } = tablesOf(steps);
    return [...new Set([...added, ...changed])].toSorted().join();
  });
  return a === b;
}

/** The tables of which what has ended goes, or is marked so, before a row is added. */
function makesRoom(steps: readonly Step[]): string[] {
  const plain = plainSteps(steps);
  return plain.flatMap((step, n) => {
    const table = "delete" in step ? step.delete : "update" in step ? step.update : undefined;
    const isAdded = plain.slice(n + 1).some((next) => "insert" in next && next.insert === table);
    return table !== undefined && isAdded ? [table] : [];
  });
}

/** Whether a table has more that is unique than a key of its own. */
export function holdsOnce(name: string, { tables }: Stage): boolean {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) return true;
  const { primaryKey, foreignKeys, uniques, indexes, exclusions = [] } = table;
  const isReferring = foreignKeys.some(({ columns }) => columns.some((column) => primaryKey.includes(column)));
  return isReferring || uniques.length + exclusions.length > 0 || indexes.some(({ unique }) => unique);
}

/** Whether a statement is about rows in a state that the way does not know: what is paid for is on its way to being sold. */
const isOfOtherStates = (own: readonly Step[], steps: readonly Step[]): boolean =>
  plainSteps(steps).some(
    (step, n) =>
      "update" in step &&
      plainSteps(own).some(
        (one) => "update" in one && one.update === step.update && isOfAnotherState(one.where, step.where),
      ) &&
      !plainSteps(steps)
        .slice(0, n)
        .some((before) => "update" in before && before.update === step.update && isSetBefore(before.set, step.where)),
  );

/** Whether what a condition asks of a state is what a statement before it has set. */
const isSetBefore = (set: Readonly<Record<string, Value>>, where: Where): boolean =>
  Object.entries(where).some(([column, value]) => typeof value === "string" && value === set[column]);

/** Whether prose looks at whose a row is, or how it is, where the statements do not. */
function isLookedAtInWords(table: Table, { program, own, stage }: Compared): boolean {
  const { prose, behind } = program;
  const all = `${prose}\n${behind}`;
  const people = peopleIn(table, stage).map(([column]) => column);
  const seen = askedOf(program.steps, table);
  const unseen = askedOf(own, table).filter((column) => !seen.includes(column));
  return unseen.some(
    (column) =>
      program.statements.some(({ sql }) => isComputed(sql, column)) ||
      (people.includes(column)
        ? asksWhose(all, column)
        : isHow(column, table) && (isNamedIn(all, column) || (isTime(column, table) && namesEnd(prose)))),
  );
}

/** `SELECT …, held_until > now() AS live FROM …`: what is made of it is looked at in words. */
const isComputed = (sql: string, column: string): boolean =>
  new RegExp(`^select\\b(?:(?!\\bfrom\\b)[^;])*?\\b${literally(column)}\\b["\`)]{0,2}\\s{0,3}[<>]`, "i").test(sql);

const isAdded = (said: string, added: string[]): boolean => added.some((name) => said.startsWith(`${name}.`));

const speaksOf = (prose: string, table: string): boolean => {
  const last = stems(table).at(-1);
  return last !== undefined && stems(prose).includes(last);
};

function tablesOf(steps: readonly Step[]): { all: string[]; added: string[]; changed: string[] } {
  const plain = plainSteps(steps);
  return {
    all: plain.flatMap((step) => tableIn(step) ?? []),
    added: plain.flatMap((step) => ("insert" in step ? [step.insert] : [])),
    changed: plain.flatMap((step) => ("update" in step ? [step.update] : [])),
  };
}

/** The constants that updates set, each with its column. */
const statesSet = (steps: readonly Step[]): string[] =>
  plainSteps(steps).flatMap((step) =>
    "update" in step
      ? Object.entries(step.set).flatMap(([column, value]) =>
          isConstant(value) ? [`${step.update}.${column} ${JSON.stringify(value)}`] : [],
        )
      : [],
  );

const isConstant = (value: Value): boolean =>
  (typeof value === "string" && !value.startsWith("$")) || typeof value === "number" || typeof value === "boolean";

/** What the way asks of how a row is, and the statements do not: columns of times and states, and tables that they leave out. */
export function unseenIn({ program, own, stage }: Compared): string[] {
  const done = tablesOf(program.steps).all;
  const columns = stage.tables
    .filter(({ name }) => done.includes(name))
    .flatMap((table) => [...leftOut(table, { program, own, stage }), ...apart(table, { program, own })]);
  const set = plainSteps(program.steps).flatMap((step) => ("update" in step ? Object.keys(step.set) : []));
  const tables = plainSteps(own).flatMap((step) => {
    if (!("get" in step) || done.includes(step.get) || !isRefusing(step.get, own)) return [];
    const table = stage.tables.find(({ name }) => name === step.get);
    // What the schema has once is refused when it is written.
    const lasting = Object.entries(step.by).flatMap(([column, value]) =>
      set.some((one) => typeof value === "string" && value.endsWith(`.${one}`)) ? [] : [column],
    );
    return table === undefined || isOnce(table, lasting) ? [] : [step.get];
  });
  return [...new Set([...columns, ...tables])];
}

/** Whether a row of a table is in the way of what is asked for. */
export function isRefusing(table: string, steps: readonly Step[]): boolean {
  return steps.some((step, n) => {
    const next = steps[n + 1];
    const isRefused =
      next !== undefined &&
      "if" in next &&
      next.then.some((one) => "return" in one && (one.return.status ?? 200) >= 400);
    return ("get" in step && step.get === table && isRefused) || isRefusing(table, stepsIn(step) ?? []);
  });
}

function leftOut(table: Table, { program, own, stage }: Compared): string[] {
  const people = peopleIn(table, stage).map(([column]) => column);
  const seen = askedOf(program.steps, table);
  // A sale is told by its state or by its time.
  const ends = endsOf(table, stage);
  const isState = (column: string): boolean => !ends.includes(column);
  const isSeen = (column: string): boolean =>
    seen.includes(column) || (isState(column) && seen.some((other) => isHow(other, table) && isState(other)));
  return askedOf(own.filter(isNoRoom), table).filter(
    (column) => isHow(column, table) && !people.includes(column) && !isSeen(column),
  );
}

/** Until when its rows last. */
const endsOf = (table: Table, { cast }: Stage): string[] =>
  [...cast.values()].flatMap((player) =>
    player.table === table ? ["until", "span"].flatMap((role) => player.columns.get(role)?.column.name ?? []) : [],
  );

/** What is deleted makes room for a row that the schema would refuse. */
const isNoRoom = (step: Step): boolean => !("delete" in step);

/** The columns that alternatives of the way ask for beside a time and those of the statements do not. */
function apart(table: Table, { program, own }: Omit<Compared, "stage">): string[] {
  const written = program.statements.filter((one) => one.table === table.name);
  return plainSteps(own).flatMap((step) => {
    if (!("update" in step) || step.update !== table.name) return [];
    return written.flatMap(({ sql }) =>
      withoutApart(
        step.where,
        sql.replace(/^[^]*?\bwhere\b/i, ""),
        (column) => isTime(column, table),
        program.prose,
      ).passed.filter((column) => isHow(column, table)),
    );
  });
}

const isTime = (name: string, { columns }: Table): boolean =>
  columns.some((column) => column.name === name && isMoment(column));

const isHow = (name: string, { columns, primaryKey, uniques, foreignKeys }: Table): boolean =>
  columns.some((column) => column.name === name) &&
  ![...primaryKey, ...uniques.flat(), ...foreignKeys.flatMap((key) => key.columns)].includes(name);

/** The columns of a table of which anything is asked, in a statement or in a branch behind it. */
const askedOf = (steps: readonly Step[], table: Table): string[] =>
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
