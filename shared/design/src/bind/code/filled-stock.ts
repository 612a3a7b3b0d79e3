import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isUnique, uniqueLists } from "../column-of.ts";
import { isDrawn } from "./drawn.ts";
import { answersTwice } from "../key/looked-up-key.ts";
import { callerFor, isOwner } from "../owner/caller.ts";
import { type Stock, stockIn } from "./stock-statement.ts";
import { unlockedTake } from "./unlocked-take.ts";

type Insert = Extract<Step, { insert: string }>;

/**
 * Where the codes that are made before they are given out stand in the very table of the links, a link is no new row: one that is free
 * is taken, and given what the insert would have given it but its code. `texts` are all in which its statement may stand.
 */
export function withFilledStock(found: Conventional, asked: Asked, texts: readonly string[]): Conventional {
  if (found.steps === null) return found;
  const { table } = asked;
  const insert = plainSteps(found.steps).find((step): step is Insert => "insert" in step && step.insert === table.name);
  const code = table.columns.find(({ name }) => isDrawn(insert?.values[name]) && isUnique(table, name));
  const stock = code === undefined ? null : stockIn(table, texts);
  if (insert === undefined || code === undefined || stock === null) return found;
  const others = Object.entries(insert.onConflict ?? {}).filter(([name]) => name !== code.name);
  const [other, ...more] = others;
  const does = other?.[1];
  // What is there already may be the answer to something else than a taken code.
  if (more.length > 0 || (does !== undefined && does !== "return-existing")) return found;
  const key = found.idempotency?.column === undefined ? [] : [found.idempotency.column.slice(table.name.length + 1)];
  const { [code.name]: _made, ...values } = insert.values;
  const told = Object.entries(stock.set).flatMap(([name, value]): [string, Value][] =>
    value === undefined || name === code.name ? [] : [[name, value]],
  );
  const set: Record<string, Value> = { ...whoTakes(stock, asked), ...Object.fromEntries(told), ...values };
  if (Object.keys(stock.where).some((name) => !Object.hasOwn(set, name) && !key.includes(name))) return found;
  const take = { take: table.name, where: stock.where, set };
  const unlocked = unlockedTake(take, code.name, texts);
  const [first, ...rest] = found.steps;
  const sought = other === undefined ? null : soughtBy(other[0], insert, asked);
  if (does !== undefined && (sought === null || first !== insert || unlocked !== null)) return found;
  const steps =
    sought !== null
      ? [{ transaction: [...sentBefore(sought, asked, rest), take] }, ...rest]
      : unlocked !== null && first === insert
        ? [{ transaction: unlocked }, ...rest]
        : mapPlain(found.steps, (step) => (step === insert ? take : step));
  const because = [
    ...(found.because ?? []),
    `the documents fill a row of ${table.name} that is free, so its codes are there before they are given out`,
    ...(unlocked === null ? [] : ["they read it without a lock, and fill it by its code alone"]),
  ];
  return { ...found, steps, because };
}

/** Whose a row becomes that is nobody's while it is free, where the statement says that in a column: whoever's who asks. */
function whoTakes({ set }: Stock, { table, endpoint }: Asked): Record<string, Value> {
  const owners = table.columns.filter(
    (column) => Object.hasOwn(set, column.name) && set[column.name] === undefined && isOwner(column, table),
  );
  return Object.fromEntries(owners.map((column) => [column.name, callerFor(column, endpoint)]));
}

/** All that a column is unique with, as the insert fills it; null where it leaves something of that out. */
function soughtBy(column: string, { values }: Insert, { table }: Asked): Where | null {
  const list = uniqueLists(table).find((one) => one.includes(column)) ?? [];
  const by = list.flatMap((name): [string, Value][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, value]];
  });
  return list.length === 0 || by.length < list.length ? null : Object.fromEntries(by);
}

/** What is sent a second time finds its row, which the unique column keeps anybody else from filling: none is taken for it. */
function sentBefore(by: Where, { table, endpoint }: Asked, rest: readonly Step[]): Step[] {
  const answer = rest.find((step) => "return" in step);
  const again: Step = { return: { ...answer?.return, ...(answersTwice(endpoint) ? { status: 200 } : {}) } };
  return [
    { get: table.name, by, lock: "absent" },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    { if: { found: true }, then: [again] },
  ];
}
