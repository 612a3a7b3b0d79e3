import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { sentencesIn } from "../../text/sentences.ts";
import { stems } from "../names.ts";
import type { Stage } from "../ways/stage.ts";
import { isOfAnotherState } from "../ways/condition/written-where.ts";
import { asksWhose } from "../ways/told/people/asks-whose.ts";
import { peopleIn } from "../ways/told/people/people-in.ts";
import { isNamedIn, literally } from "../ways/told/statement/statement.ts";
import { statesOf } from "../ways/told/asked/states-of.ts";
import { namesEnd } from "../ways/told/time/looked-at.ts";
import { withoutEndedStates } from "../ways/told/time/passed-by.ts";
import type { Program } from "./program.ts";
import { askedOf, holdsOnce, isHow, isSetBesideEmpty, isTime, tablesOf } from "./touched.ts";

/** What the steps of a way do beside those of a program. */
export interface Compared {
  program: Program;
  own: readonly Step[];
  stage: Stage;
}

/** Whether the statements do all that the way does, as far as the prose around them speaks of it. */
export function isWhole({ program, own, stage }: Compared): boolean {
  const [done, shown] = [tablesOf(program.steps), tablesOf(own)];
  if (!shown.added.every((name) => done.added.includes(name) || isTakenOver(name, { program, own, stage })))
    return false;
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

/** Whether a row that is there is changed into the one that the way would add, its times included: what only ends a row adds none. */
function isTakenOver(name: string, { program, own, stage }: Compared): boolean {
  const table = stage.tables.find((one) => one.name === name);
  const times = plainSteps(own).flatMap((step) =>
    "insert" in step && step.insert === name && table !== undefined
      ? Object.keys(step.values).filter((column) => isTime(column, table))
      : [],
  );
  return plainSteps(program.steps).some(
    (step) => "update" in step && step.update === name && times.every((column) => Object.hasOwn(step.set, column)),
  );
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
  const unseen = askedOf(own, table).filter(
    (column) => !seen.includes(column) && !isSetBesideEmpty(column, program.steps, table),
  );
  return unseen.some(
    (column) =>
      program.statements.some(({ sql }) => isComputed(sql, column)) ||
      (people.includes(column)
        ? asksWhose(all, column)
        : isHow(column, table) &&
          (isNamedIn(all, column) ||
            (isTime(column, table) && (namesEnd(prose) || refusesEnded(behind, table, stage))))),
  );
}

/** Whether what stands behind the statements refuses what has ended; a state that is called so is another matter. */
const refusesEnded = (behind: string, table: Table, stage: Stage): boolean =>
  sentencesIn(withoutEndedStates(behind, statesOf(table, stage))).some(
    (sentence) => namesEnd(sentence) && /(?<!\d)4(?:0[39]|1\d|2[23])(?!\d)|\b(?:refus|reject)/i.test(sentence),
  );

/** `SELECT …, held_until > now() AS live FROM …`: what is made of it is looked at in words. */
const isComputed = (sql: string, column: string): boolean =>
  new RegExp(`^select\\b(?:(?!\\bfrom\\b)[^;]){0,600}?\\b${literally(column)}\\b["\`)]{0,2}\\s{0,3}[<>]`, "i").test(
    sql,
  );

const isAdded = (said: string, added: string[]): boolean => added.some((name) => said.startsWith(`${name}.`));

const speaksOf = (prose: string, table: string): boolean => {
  const last = stems(table).at(-1);
  return last !== undefined && stems(prose).includes(last);
};

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
