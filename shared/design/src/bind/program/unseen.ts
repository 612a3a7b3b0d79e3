import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, stepsIn } from "@proofroom/domain/design/steps-within";
import type { Stage } from "../ways/stage.ts";
import { withoutApart } from "../ways/told/asked/less-asked.ts";
import { peopleIn } from "../ways/told/people/people-in.ts";
import { isOnce } from "../ways/told/statement/untold-refusal.ts";
import { askedOf, isHow, isNoRoom, isSetBesideEmpty, isTime, tablesOf } from "./touched.ts";
import type { Compared } from "./whole.ts";

/** What the way asks of how a row is, and the statements do not: columns of times and states, and tables that they leave out. `all` are both documents. */
export function unseenIn({ program, own, stage }: Compared, all: string): string[] {
  const done = tablesOf(program.steps).all;
  const columns = stage.tables
    .filter(({ name }) => done.includes(name))
    .flatMap((table) => [...leftOut(table, { program, own, stage }), ...apart(table, { program, own }, all)]);
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
    seen.includes(column) ||
    isSetBesideEmpty(column, program.steps, table) ||
    (isState(column) && seen.some((other) => isHow(other, table) && isState(other)));
  return askedOf(own.filter(isNoRoom), table).filter(
    (column) => isHow(column, table) && !people.includes(column) && !isSeen(column),
  );
}

/** Until when its rows last. */
const endsOf = (table: Table, { cast }: Stage): string[] =>
  [...cast.values()].flatMap((player) =>
    player.table === table ? ["until", "span"].flatMap((role) => player.columns.get(role)?.column.name ?? []) : [],
  );

/** The columns that alternatives of the way ask for beside a time and those of the statements do not. */
function apart(table: Table, { program, own }: Omit<Compared, "stage">, all: string): string[] {
  const written = program.statements.filter((one) => one.table === table.name);
  return plainSteps(own).flatMap((step) => {
    if (!("update" in step) || step.update !== table.name) return [];
    return written.flatMap(({ sql }) =>
      withoutApart(
        step.where,
        sql.replace(/^[^]*?\bwhere\b/i, ""),
        (column) => isTime(column, table),
        all,
      ).passed.filter((column) => isHow(column, table)),
    );
  });
}
