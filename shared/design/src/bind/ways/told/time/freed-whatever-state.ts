import type { Table } from "@proofroom/domain/design/model";
import type { Step, UpdateStep, Where } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { calledStatements } from "../statement/called-statement.ts";
import { columnsIn } from "../asked/less-asked.ts";
import type { Added } from "../statement/stated-rows.ts";
import { isNamedIn, isTime, literally, updatesIn, whole } from "../statement/statement.ts";

/**
 * `UPDATE seats SET status = 'free' WHERE held_until < now()`, wherever it stands: what comes and frees rows by their time alone frees those that
 * are sold as well, so that whoever takes a free row takes one whose time is over, whatever its state. Null where nothing is written so.
 */
export function freedWhateverState(steps: Step[], all: string, tables: Table[]): Added | null {
  let said: string | undefined;
  const changed = mapPlain(steps, (step) => {
    const table = "update" in step ? tables.find(({ name }) => name === step.update) : undefined;
    const either = "update" in step ? step.where["any"] : undefined;
    if (table === undefined || !("update" in step) || !Array.isArray(either)) return step;
    const over = either.flatMap((one) => columnsIn(one)).find((column) => isTime(column, table));
    const [free] = either.flatMap(Object.entries).flatMap(([column, value]) => otherState(column, value, step.set));
    if (over === undefined || free === undefined) return step;
    const written = updatesIn([all, calledStatements(all, table)].join("\n\n"), table).find(
      ({ sets, behind }) => setsTo(sets, free) && asksForTimeAlone(behind, over, table),
    );
    const isAsked = either.some((one) => columnsIn(one).every((column) => column === over));
    if (written === undefined || isAsked) return step;
    said = `${table.name} is set to ${free[1]} where ${conditionOf(written.behind)}`;
    return { ...step, where: { ...step.where, any: [...either, { [over]: { lt: "$now" } }] } };
  });
  return said === undefined ? null : { steps: changed, unseen: [], said };
}

type State = [string, string];

/** The state in which a row is free: asked for as a word, and another one is set. */
const otherState = (column: string, value: Where[string] | undefined, set: UpdateStep["set"]): State[] =>
  typeof value === "string" && !value.startsWith("$") && Object.hasOwn(set, column) && set[column] !== value
    ? [[column, value]]
    : [];

const setsTo = (sets: string, [column, value]: State): boolean =>
  new RegExp(`(?<!\\w)${literally(column)}["\`]?\\s*=\\s*["']?${literally(value)}\\b`, "i").test(sets);

const conditionOf = (behind: string): string => whole(behind.replace(/[;`][^]*$/, "")) ?? "";

/** Whether a condition names no column but one, whose time is before now; one that is a while ago is another one. */
function asksForTimeAlone(behind: string, over: string, { columns }: Table): boolean {
  const asked = conditionOf(behind);
  const named = columns.filter(({ name }) => isNamedIn(asked, name)).map(({ name }) => name);
  return (
    named.length === 1 && named[0] === over && isBefore.test(asked) && !/interval|[-+]\s|ago|minus|sub/i.test(asked)
  );
}

const isBefore = /^[^<>]{0,80}(?:<=?|\blte?\b|\bBefore\b)[^<>]{1,80}$|^[^<>]{0,20}\bnow\(\)\s?>=?[^<>]{1,60}$/i;
