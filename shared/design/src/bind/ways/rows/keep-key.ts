import type { Column, Table } from "@proofroom/domain/design/model";
import { keyReference, type KeySource } from "@proofroom/domain/design/key-words";
import type { Idempotency, Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isKeyWord, keyColumn, keySource, type KeyPlace, keyPlace } from "../../key/idempotency.ts";
import { keepWhereSent } from "../../key/key-table.ts";
import { keyKeptFor, placeOf } from "../../key/kept-key.ts";
import { isSameName, stems } from "../../names.ts";
import { fieldsOf } from "../../fields.ts";
import { ownKey } from "../../key/own-key.ts";
import { callerFor } from "../../owner/caller.ts";
import { withHash } from "../../key/request-hash.ts";
import { isNamed, senseOf } from "../../sense.ts";
import type { Stage } from "../stage.ts";

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
  const source = keySource(stage.endpoint, stage.capability.idempotentBy);
  const tables = tablesIn(steps, written, stage);
  if (source === undefined) return keepOwn(tables, steps, stage);
  const named = tables.find((table) => keyColumn(table) !== undefined);
  if (named !== undefined) return keepIn(named, source, steps, stage);
  const beside = tables
    .map((table) => keyKeptFor(table, { ...stage, tables: madeForKeys(stage) }))
    .find((kept) => kept !== undefined);
  if (beside === undefined) {
    return tables.map((table) => keepIn(table, source, steps, stage)).find((place) => place !== undefined);
  }
  steps.push(keepWhereSent(source, beside, answeredFrom(beside.table.name)));
  return { idempotency: placeOf(source, beside), because: beside.because };
}

/** A row of what is sold is none that only keeps a key, though it keeps its own. */
function madeForKeys({ cast, tables }: Stage): Table[] {
  const played = [...cast.values()].map(({ table }) => table);
  return tables.filter((table) => !played.includes(table) || stems(table.name).some(isKeyWord));
}

/** Those of the roles that are written, the last first, and behind that what is made beside it. */
function tablesIn(steps: Step[], written: string[], { cast, tables }: Stage): Table[] {
  const [last, ...before] = written.toReversed().flatMap((role) => cast.get(role)?.table ?? []);
  const inserted = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  const beside = tables.filter((table) => inserted.includes(table.name) && table !== last && !before.includes(table));
  return last === undefined ? beside : [last, ...beside, ...before];
}

/** An insert keeps the key by itself; an update is told to. */
function keepIn(table: Table, source: KeySource, steps: Step[], stage: Stage): KeyPlace | undefined {
  const isTaken = (column: Column): boolean => isFilled(column, table, steps, stage);
  const inserts = plainSteps(steps).flatMap((step) => ("insert" in step && step.insert === table.name ? [step] : []));
  const values = Object.fromEntries(inserts.flatMap((step) => Object.entries(step.values)));
  const place = keyPlace(source, table, { isFilled: isTaken, values });
  if (place === undefined) return undefined;
  const told = beforeRows(place.idempotency, stage);
  if (told === undefined) return undefined;
  const { idempotency, values: hashed } = withHash(told, table, stage.endpoint, isTaken);
  const column = idempotency.column.slice(table.name.length + 1);
  const kept: Value = keyReference(source);
  for (const step of steps) {
    if ("update" in step && step.update === table.name) step.set = { ...step.set, [column]: kept, ...hashed };
    if ("insert" in step && step.insert === table.name)
      step.values = { ...withoutDrawn(column, step.values), ...hashed };
  }
  return { ...place, idempotency };
}

/** A key is looked for before any row is read, so whose it is has to be told by who asks, where those rows keep that; else nothing tells it. */
function beforeRows(idempotency: Idempotency, { tables, endpoint, keepsWho }: Stage): Idempotency | undefined {
  if (idempotency.within === undefined) return idempotency;
  const within = Object.entries(idempotency.within).flatMap(([column, value]): [string, Value][] => {
    const [, name = "", own = ""] = typeof value === "string" ? (/^\$(\w+)\.(\w+)$/.exec(value) ?? []) : [];
    if (!tables.some((table) => table.name === name)) return [[column, value]];
    const who = callerFor({ name: own }, endpoint);
    return keepsWho(name, own, endpoint) === who ? [[column, who]] : [];
  });
  const isKnown = within.length === Object.keys(idempotency.within).length;
  return isKnown ? { ...idempotency, within: Object.fromEntries(within) } : undefined;
}

/** An id that is drawn for want of anything else that fills its column. */
const isDrawn = (value: Value | undefined): boolean => typeof value === "object" && value !== null && "uuid" in value;

const withoutDrawn = (column: string, values: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => name !== column || !isDrawn(value)));

/** The id that a client has made for a new row. */
function keepOwn(tables: Table[], steps: Step[], stage: Stage): KeyPlace | undefined {
  const { inputs, cast, capability } = stage;
  const made = Object.keys(capability.out).map((field) => senseOf(capability, field));
  for (const table of tables) {
    const inserts = steps.flatMap((step) => ("insert" in step && step.insert === table.name ? [step] : []));
    const values = Object.fromEntries(inserts.flatMap((step) => Object.entries(step.values)));
    const found = ownKey(stage.endpoint, table, values, ({ reference, name }) =>
      Object.entries(inputs).some(([field, at]) => {
        const isPlayed = cast.has(field) || [...cast.values()].some(({ columns }) => columns.has(field));
        const isForAnother = isPlayed || !made.some((sense) => isNamed(sense, name));
        return `$${at.in}.${at.name}` === reference && isForAnother;
      }),
    );
    if (found === undefined || inserts.length === 0) continue;
    for (const step of inserts) step.values = { ...step.values, [found.column]: found.reference };
    return { idempotency: found.idempotency, because: [] };
  }
  return undefined;
}

/** Whether a column is the place of something else: a step writes it, or its name means what the problem speaks of. */
function isFilled({ name }: Column, table: Table, steps: Step[], { cast, senses, endpoint }: Stage): boolean {
  const isGiven = endpoint.responses.some(({ schema }) => fieldsOf(schema).some((one) => isSameName(one.name, name)));
  const isOpen = (value: Value | undefined): boolean =>
    value === undefined || (isDrawn(value) && !isGiven && !table.primaryKey.includes(name));
  const isWritten = plainSteps(steps).some(
    (step) =>
      ("insert" in step && step.insert === table.name && !isOpen(step.values[name])) ||
      ("update" in step && step.update === table.name && Object.hasOwn(step.set, name)),
  );
  const isPlayed = [...cast.values()].some(
    (player) => player.table === table && [...player.columns.values()].some(({ column }) => column.name === name),
  );
  return isWritten || isPlayed || senses.some((sense) => isNamed(sense, name));
}
