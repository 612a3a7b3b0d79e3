import type { Column, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { keyColumn, keyHeader, type KeyPlace, keyPlace } from "../idempotency.ts";
import { keepWhereSent } from "../key-table.ts";
import { keyKeptFor, placeOf } from "../kept-key.ts";
import { withHash } from "../request-hash.ts";
import { isNamed } from "../sense.ts";
import type { Stage } from "./stage.ts";

/**
 * Binds the key's header to where the rows that a way writes keep it, and has it kept there: a column that is named for it,
 * else a table of keys that points at one of these rows, else the one unique column that nothing else fills.
 */
export function keepKey(
  steps: Step[],
  written: string[],
  stage: Stage,
  answeredFrom: (table: string) => unknown,
): KeyPlace | undefined {
  const header = keyHeader(stage.endpoint, stage.capability.idempotentBy);
  if (header === undefined) return undefined;
  const tables = written.toReversed().flatMap((role) => stage.cast.get(role)?.table ?? []);
  const named = tables.find((table) => keyColumn(table) !== undefined);
  if (named !== undefined) return keepIn(named, header, steps, stage);
  const beside = tables.map((table) => keyKeptFor(table, stage)).find((kept) => kept !== undefined);
  if (beside === undefined) {
    return tables.map((table) => keepIn(table, header, steps, stage)).find((place) => place !== undefined);
  }
  steps.push(keepWhereSent(header, beside, answeredFrom(beside.table.name)));
  return { idempotency: placeOf(header, beside), because: beside.because };
}

/** An insert keeps the key by itself; an update is told to. */
function keepIn(table: Table, header: string, steps: Step[], stage: Stage): KeyPlace | undefined {
  const isTaken = (column: Column): boolean => isFilled(column, table, steps, stage);
  const place = keyPlace(header, table, isTaken);
  if (place === undefined) return undefined;
  const { idempotency, values } = withHash(place.idempotency, table, stage.endpoint, isTaken);
  const column = idempotency.column.slice(table.name.length + 1);
  const kept: Value = `$header.${header.toLowerCase()}`;
  for (const step of steps) {
    if ("update" in step && step.update === table.name) step.set = { ...step.set, [column]: kept, ...values };
    if ("insert" in step && step.insert === table.name) step.values = { ...step.values, ...values };
  }
  return { ...place, idempotency };
}

/** Whether a column is the place of something else: a step writes it, or its name means what the problem speaks of. */
function isFilled({ name }: Column, table: Table, steps: Step[], { cast, senses }: Stage): boolean {
  const isWritten = plainSteps(steps).some(
    (step) =>
      ("insert" in step && step.insert === table.name && Object.hasOwn(step.values, name)) ||
      ("update" in step && step.update === table.name && Object.hasOwn(step.set, name)),
  );
  const isPlayed = [...cast.values()].some(
    (player) => player.table === table && [...player.columns.values()].some(({ column }) => column.name === name),
  );
  return isWritten || isPlayed || senses.some((sense) => isNamed(sense, name));
}
