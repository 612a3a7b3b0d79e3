import type { Step, Value } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isUnique } from "../column-of.ts";
import { isDrawn } from "./drawn.ts";
import { stockIn } from "./stock-statement.ts";
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
  // What is there already is the answer to something else than a taken code.
  if (Object.keys(insert.onConflict ?? {}).some((name) => name !== code.name)) return found;
  const key = found.idempotency?.column === undefined ? [] : [found.idempotency.column.slice(table.name.length + 1)];
  const { [code.name]: _made, ...values } = insert.values;
  const told = Object.entries(stock.set).flatMap(([name, value]): [string, Value][] =>
    value === undefined || name === code.name ? [] : [[name, value]],
  );
  const set: Record<string, Value> = { ...Object.fromEntries(told), ...values };
  if (Object.keys(stock.where).some((name) => !Object.hasOwn(set, name) && !key.includes(name))) return found;
  const take = { take: table.name, where: stock.where, set };
  const unlocked = unlockedTake(take, code.name, texts);
  const [, ...rest] = found.steps;
  const steps =
    unlocked !== null && found.steps[0] === insert
      ? [{ transaction: unlocked }, ...rest]
      : mapPlain(found.steps, (step) => (step === insert ? take : step));
  const because = [
    ...(found.because ?? []),
    `the documents fill a row of ${table.name} that is free, so its codes are there before they are given out`,
    ...(unlocked === null ? [] : ["they read it without a lock, and fill it by its code alone"]),
  ];
  return { ...found, steps, because };
}
