import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import { keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import type { Idempotency, Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { holdsKey } from "../../schema/column-kind.ts";
import { uniqueLists } from "../column-of.ts";
import { conditionsIn } from "../selected/conditions.ts";
import { refusedAgainIn } from "../ways/told/again/repeated.ts";
import { answeredAgain } from "../ways/rows/answered-again.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { isLockedForKey } from "./locked-for-key.ts";
import { isKeyName } from "./idempotency.ts";
import { keyLookIn } from "./key-look.ts";

interface Doing {
  steps: Step[];
  idempotency?: Idempotency | undefined;
}
interface Told {
  /** What tells of the endpoint, each in its own order. */
  own: readonly string[];
  /** What is told of no endpoint in particular. */
  toldOfAll: string;
}
type Insert = Extract<Step, { insert: string }>;

/**
 * Steps before which the row that a request's key stands in is looked for, and answered where it is there, as the documents tell, where no
 * constraint keeps the key unique. What they lock before they look keeps two of one key apart; without it both may look first. Null
 * where nothing is told of a look, or the key is kept otherwise.
 */
export function withKeyLookedFor(
  { steps, idempotency }: Doing,
  source: KeySource,
  { endpoint, tables }: { endpoint: Endpoint; tables: Table[] },
  told: Told,
): { steps: Step[]; said: string } | null {
  const answer = steps.at(-1);
  if (idempotency !== undefined || answer === undefined || !("return" in answer)) return null;
  const place = plainSteps(steps).flatMap((step) => ("insert" in step ? (placeIn(step, tables) ?? []) : []))[0];
  if (place === undefined) return null;
  const { insert, table, column } = place;
  const reference = keyReference(source);
  const texts = [...told.own, doneIn(told.toldOfAll)];
  for (const text of texts.map(doneIn)) {
    const look = keyLookIn(text, table, column.name);
    const by = look === null ? null : soughtBy(look.condition, { ...insert.values, [column.name]: reference }, place);
    if (look === null || by === null) continue;
    if (refusedAgainIn(text) !== null) return null;
    const isLocked = isLockedForKey(look, { table, tables, column: column.name, filled: insert.values }, texts);
    const get: Step = { get: table.name, by, ...(isLocked ? { lock: "absent" as const } : {}) };
    const looking: Step = {
      if: { [reference]: null },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      then: [],
      // oxlint-disable-next-line unicorn/no-thenable -- as above
      else: [get, { if: { found: true }, then: [answeredAgain(answer, endpoint)] }],
    };
    const keyed = { ...insert, values: { ...insert.values, [column.name]: reference } };
    const kept = mapPlain(steps.slice(0, -1), (step) => (step === insert ? keyed : step));
    const inside = kept.flatMap((step) => ("transaction" in step ? step.transaction : [step]));
    const said = `the documents look for a row of ${table.name} by ${Object.keys(by).join(" and ")} before they add one${isLocked ? ", and keep two of one key apart" : ""}`;
    return { steps: [{ transaction: [looking, ...inside] }, answer], said };
  }
  return null;
}

interface Place {
  insert: Insert;
  table: Table;
  column: Column;
}

/** The column of a new row that is called as a request's key, and that nothing keeps unique. */
function placeIn(insert: Insert, tables: Table[]): Place | null {
  const table = tables.find(({ name }) => name === insert.insert);
  const column = table?.columns.find((one) => isKeyName(one.name) && holdsKey(one));
  if (table === undefined || column === undefined) return null;
  return uniqueLists(table).some((list) => list.includes(column.name)) ? null : { insert, table, column };
}

/** What is asked of the row, as the insert fills it; null where it asks for what no step can. */
function soughtBy(condition: string | null, values: Insert["values"], { table, column }: Place): Where | null {
  const key = values[column.name];
  if (key === undefined) return null;
  if (condition === null) return { [column.name]: key };
  const { is, isNot, sent, unread } = conditionsIn(condition, table);
  const by: Where = Object.assign({}, ...is);
  for (const name of sent) {
    const value = values[name];
    if (value === undefined) return null;
    by[name] = value;
  }
  return isNot.length > 0 || unread.length > 0 || !Object.hasOwn(by, column.name) ? null : by;
}
