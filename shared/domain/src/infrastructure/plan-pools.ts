import type { Column, Operation, Table } from "../design/model.ts";
import type { PlainStep, Step, Value, Where } from "../design/step.ts";
import { digitsOf, textForm } from "../design/text-form.ts";
import { fillsWhatWasRead, plainSteps } from "../design/steps-within.ts";

/** A table of codes that are made before they are given out: what steps take from it is there when the first request comes. */
export interface Pool {
  table: string;
  /** What a row has to be filled with: a random text of so many characters, out of some digits where not of all, or a value. */
  columns: { name: string; random: number | null; of?: string | undefined; value: string | number | boolean | null }[];
  codes: number;
  /** What a row has that is not given out yet. */
  free: { name: string; value: string | number | boolean | null }[];
  /** Nothing keeps two rows from having one code, here or where it goes: chance will bring that about some day. */
  isApart: boolean;
}

/** Enough for a run, in which nobody makes more while it lasts. */
const codes = 20_000;

/** The pools that steps take from and that nothing writes to, with what their generator would have put there. */
export function poolsOf(operations: readonly Operation[], tables: readonly Table[]): Pool[] {
  const steps = operations.flatMap((operation) => plainSteps(operation.steps));
  const filled = new Set(steps.flatMap((step) => ("insert" in step ? [step.insert] : [])));
  const taken = new Map([...takenIn(steps), ...operations.flatMap(markedIn)]);
  return [...taken].flatMap(([name, where]) => {
    const table = tables.find((one) => one.name === name);
    if (table === undefined || filled.has(name)) return [];
    const goes = steps.flatMap((step) => ("insert" in step ? goingInto(step, table, tables) : []));
    const columns = table.columns.flatMap((column): Pool["columns"] => {
      const { name: own, nullable, generated, default: standard } = column;
      const asked = where[own];
      if (isLiteral(asked) && asked !== null) return [{ name: own, random: null, value: asked }];
      if ((nullable || generated || standard !== undefined) && !goes.some(({ from }) => from === own)) return [];
      if (isText(column)) return [{ name: own, ...randomFor(column), value: null }];
      return column.type.startsWith("timestamp") ? [{ name: own, random: null, value: "$now" }] : [];
    });
    const drawn = columns.filter(({ random }) => random !== null).map((one) => one.name);
    const isApart = drawn.some((own) => isUnique(table, own)) || goes.some(({ isOnce }) => isOnce);
    const free = Object.entries(where).flatMap(([own, value]) => (isLiteral(value) ? [{ name: own, value }] : []));
    return drawn.length === 0 ? [] : [{ table: name, columns, codes, free, isApart }];
  });
}

const isLiteral = (value: Where[string] | undefined): value is string | number | boolean | null =>
  value === null || ["string", "boolean", "number"].includes(typeof value);

const takenIn = (steps: readonly PlainStep[]): [string, Where][] =>
  steps.flatMap((step): [string, Where][] => ("take" in step ? [[step.take, step.where ?? {}]] : []));

/** What is read where it is free, handed on to a row of another table, and marked as given out; where any will do, it is deleted or stays. */
function markedIn({ steps }: Operation): [string, Where][] {
  const plain = plainSteps(steps);
  return plain.flatMap((step): [string, Where][] => {
    if (!("get" in step)) return [];
    const { get: name, by } = step;
    const isMarked =
      Object.keys(by).length === 0 ||
      plain.some(
        (one) =>
          "update" in one &&
          one.update === name &&
          Object.entries(one.set).some(([key, value]) => isOther(by[key], value)),
      );
    const isHanded = plain.some(
      (one) => ("insert" in one && JSON.stringify(one.values).includes(`"$${name}.`)) || fillsWhatWasRead(one) === name,
    );
    return isMarked && isHanded ? [[name, by]] : [];
  });
}

const isOther = (asked: Where[string] | undefined, set: Value): boolean =>
  (asked === null && set !== null) ||
  (typeof asked === typeof set &&
    asked !== set &&
    (typeof set === "boolean" || (typeof set === "string" && !set.startsWith("$"))));

/** The columns of a pool that an insert takes over, and whether it takes each value once only. */
function goingInto(
  { insert, values }: Extract<Step, { insert: string }>,
  pool: Table,
  tables: readonly Table[],
): { from: string; isOnce: boolean }[] {
  const target = tables.find(({ name }) => name === insert);
  return pool.columns.flatMap(({ name }) => {
    const into = Object.entries(values).find(([, value]) => JSON.stringify(value).includes(`"$${pool.name}.${name}"`));
    if (into === undefined) return [];
    return [{ from: name, isOnce: target !== undefined && isUnique(target, into[0]) }];
  });
}

const isText = ({ type }: Column): boolean => /^(?:text|varchar|char|citext)/.test(type);

/** As a check wants it, where one does. */
function randomFor(column: Column): { random: number; of?: string } {
  const form = textForm(column.matches ?? "");
  if (form === null) return { random: lengthOf(column) };
  const of = digitsOf(form);
  const random = Math.min(form.most, Math.max(form.least, lengthOf(column)));
  return { random, ...(of === undefined ? {} : { of }) };
}

const lengthOf = ({ type, length: { least, most: longest = Infinity } = { least: 1 } }: Column): number => {
  const [, kind = "", most] = /^(\w+)(?:\((\d+)\))?/.exec(type) ?? [];
  const usual = most === undefined ? 7 : kind === "char" ? Number(most) : Math.min(7, Number(most));
  return Math.min(longest, Math.max(least, usual));
};

const isUnique = ({ primaryKey, uniques, indexes }: Table, column: string): boolean =>
  [primaryKey, ...uniques, ...indexes.filter(({ unique }) => unique).map((one) => one.columns)].some(
    (list) => list.length === 1 && list[0] === column,
  );

export const poolNotes = (operations: readonly Operation[], tables: readonly Table[]): string[] =>
  poolsOf(operations, tables).map(
    (pool) =>
      `${pool.table} is filled with ${pool.codes.toLocaleString("en")} random codes before the first request, as its generator would; nothing adds more while it runs`,
  );
