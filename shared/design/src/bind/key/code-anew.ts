import type { Table } from "@proofroom/domain/design/model";
import { keyReference } from "@proofroom/domain/design/key-words";
import { whenReused } from "@proofroom/domain/design/refusal-status";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Idempotency, Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isDrawn } from "../code/drawn.ts";
import { uniqueLists } from "../column-of.ts";
import { setOnConflict, takenOnConflict, type TakenOver } from "../documents/overwritten.ts";
import { refusingAgain } from "../ways/told/again/refused-again.ts";

/**
 * An insert whose statement gives the row that is there the code of the new one, by a request's key or by what is sent, `on conflict (owner,
 * idem_key) do update set code = excluded.code`: what comes again is told a code that was not there before, and the one that was told first is gone.
 */
export function withCodeAnew(found: Conventional, asked: Asked, texts: readonly string[]): Conventional {
  const { table, endpoint } = asked;
  const insert = found.steps?.[0];
  if (found.steps === null || insert === undefined || !("insert" in insert) || insert.insert !== table.name)
    return found;
  const { idempotency } = found;
  const key = table.columns.find(({ name }) => idempotency?.column === `${table.name}.${name}`)?.name;
  const values: Record<string, Value> = { ...insert.values };
  if (idempotency !== undefined && key !== undefined) values[key] = keyReference(idempotency);
  const sent = (name: string): boolean => isSent(values[name]);
  for (const { list, by } of listsOf(table, sent)) {
    const { sets, alike } = takenBy(by, list);
    const overwrite = sets.filter((column) => Object.hasOwn(values, column));
    if (!overwrite.some((column) => isDrawn(values[column]))) continue;
    const isOfBody = (name: string): boolean => isSent(values[name], /^\$body\./);
    const column = key !== undefined && by.includes(key) ? key : (by.findLast(isOfBody) ?? by.at(-1) ?? "");
    const isKey = column === key;
    const flow: { steps: Step[]; idempotency?: Idempotency | undefined } = { steps: found.steps, idempotency };
    const anew = mapPlain((isKey ? refusingAgain(flow) : flow).steps, (step) =>
      "insert" in step && step.insert === table.name
        ? { ...step, onConflict: { ...step.onConflict, [column]: { overwrite } } }
        : step,
    );
    const unlike = alike.filter((name) => !by.includes(name));
    const steps = unlike.length === 0 ? anew : [...refusingOthers(by, unlike), ...anew];
    const because = `a statement has the row of a known ${column} take over ${overwrite.join(" and ")}`;
    const kept = isKey ? undefined : idempotency;
    return { ...found, steps, idempotency: kept, because: [...(found.because ?? []), because] };
  }
  return found;

  function takenBy(by: readonly string[], list: readonly string[]): TakenOver {
    const [only, other] = by;
    const together = asked.upserts?.find((one) => one.together?.join() === list.join());
    if (together !== undefined) return { sets: together.sets, alike: [] };
    const upserts = asked.upserts?.filter((one) => one.by !== null);
    const called = only === undefined || other !== undefined ? [] : setOnConflict(only, table, texts, upserts);
    if (called.length > 0) return { sets: called, alike: [] };
    return takenOnConflict(list, table, texts, sent) ?? { sets: [], alike: [] };
  }

  /** Another request under the same key, of which the statement touches nothing. */
  function refusingOthers(by: readonly string[], unlike: readonly string[]): Step[] {
    const same = Object.fromEntries(unlike.map((name) => [name, values[name] ?? null]));
    const refused: Step = { return: { status: whenReused(endpoint) } };
    const look: Step[] = [
      { get: table.name, by: Object.fromEntries(by.map((name) => [name, values[name] ?? null])) },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      { if: { found: true }, then: [{ if: same, then: [], else: [refused] }] },
    ];
    if (idempotency === undefined) return look;
    // oxlint-disable-next-line unicorn/no-thenable -- as above
    return [{ if: { [keyReference(idempotency)]: null }, then: [], else: look }];
  }
}

/** What is unique of what is sent: the columns by which the database knows it, and those that are sent, where it knows a hash of them. */
function listsOf(table: Table, sent: (name: string) => boolean): { list: string[]; by: string[] }[] {
  const hashed = new Map(table.columns.flatMap(({ name, hashOf }) => (hashOf === undefined ? [] : [[name, hashOf]])));
  return uniqueLists(table)
    .map((list) => ({ list, by: list.flatMap((name) => hashed.get(name) ?? [name]) }))
    .filter(({ by }) => by.length > 0 && by.every(sent));
}

const isSent = (value: Value | undefined, from = /^\$(?:body\.|path\.|query\.|user$|header\.)/): boolean =>
  typeof value === "string" && from.test(value);
