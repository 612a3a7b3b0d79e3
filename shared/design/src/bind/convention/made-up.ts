import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isKeyName } from "../key/idempotency.ts";
import { keyMadeHere } from "../key/key-made-here.ts";
import { paymentPart } from "../payment.ts";
import { randomText } from "../code/random-text.ts";

/** Something that a run fills although nobody has said with what. */
export interface Assumed {
  rule: "payment-made-up" | "made-up" | "key-not-kept";
  /** Without its full stop. */
  clause: string;
}

const longest = 12;

/**
 * What stands in the place of a value that only the candidate's own code would make, such as a booking's reference. Undefined of what has
 * to be somebody's: a row that is referred to, a sender's key, what belongs to a payment.
 */
export function madeUp(column: Column, table: Table): Value | undefined {
  const { name, type, values } = column;
  const refers = table.foreignKeys.some(({ columns }) => columns.includes(name));
  if (refers || isKeyName(name) || paymentPart(column) !== undefined) return undefined;
  const [first] = values ?? [];
  if (first !== undefined) return first;
  if (type === "uuid") return { uuid: true };
  if (/^(?:text|varchar|char|citext)/.test(type)) return randomText(column, longest);
  if (type.startsWith("bool")) return false;
  if (type.startsWith("json")) return { json: {} };
  const isNamed = table.primaryKey.includes(name) || /(?:^|_)(?:id|no|nr|number)$|[a-z](?:Id|No|Nr|Number)$/.test(name);
  return !isNamed && /^(?:smallint|integer|int|bigint|numeric|decimal|real|double)/.test(type) ? 1 : undefined;
}

/** That a column is made up, for whoever reads what is run. */
export const madeUpClause = (column: Column, { name }: Table): Assumed => ({
  rule: "made-up",
  clause: `nothing says what fills ${name}.${column.name}, so it is made up as the service's own code would`,
});

/** That a key tells no repeated send from another, since it is made for each. */
export const ownKeyClause = ({ name: key }: Column, { name }: Table): Assumed => ({
  rule: "key-not-kept",
  clause: `the service makes ${name}.${key} for each request, as the design says, so a repeated send has another and writes again; let the client send it`,
});

/** A row that nothing else fills wholly, with the rest of it made up. */
export function withMadeUp(found: Conventional, { table, written = [] }: Asked): Conventional {
  if (found.steps === null) return found;
  const made = found.gaps.flatMap((gap) => {
    const column = table.columns.find(({ name }) => name === gap);
    const key = column === undefined ? undefined : keyMadeHere(column, written);
    const value = column === undefined ? undefined : (key ?? madeUp(column, table));
    return column === undefined || value === undefined ? [] : [{ column, value, isKey: key !== undefined }];
  });
  const values = Object.fromEntries(made.map(({ column, value }) => [column.name, value]));
  const steps = mapPlain(found.steps, (step) =>
    "insert" in step && step.insert === table.name ? { ...step, values: { ...step.values, ...values } } : step,
  );
  const gaps = found.gaps.filter((gap) => !Object.hasOwn(values, gap));
  const assumed = made.map(({ column, isKey }) => (isKey ? ownKeyClause : madeUpClause)(column, table));
  return { ...found, steps, gaps, assumed };
}
