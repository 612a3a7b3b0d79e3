import type { Column, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Assumed } from "../../convention/made-up.ts";
import { fieldsOf } from "../../fields.ts";
import { plain } from "../../names.ts";
import { isInCents, isMoney, paymentPart } from "../../payment.ts";
import { refersTo } from "../cast/links.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";

/** What a column is filled with in the place of a payment provider, or out of the price that is at hand. */
export interface Paid {
  value: Value;
  /** Rows that have to be read for it first. */
  reads: Step[];
  /** What nobody has said, a clause. */
  assumed?: string;
}

/** How what a payment provider, or the price, would fill is filled; undefined of any other column. */
export function paidWith(
  column: Column,
  { table }: PlayedTable,
  values: Record<string, Value>,
  touched: string[],
  stage: Stage,
): Paid | undefined {
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return undefined;
  const part = paymentPart(column);
  if (part === undefined) return undefined;
  if (part === "money") return priceFor(column, table, values, touched, stage);
  const made = answered(part, column);
  return made === undefined ? undefined : { value: made, reads: [], assumed: answeredClause(column, table) };
}

/** What a payment provider would have answered for a column that has to be filled once it has; undefined of any other. */
export function asAnswered(column: Column, table: Table): { as: Value; assumed: Assumed } | undefined {
  const part = paymentPart(column);
  const made = part === undefined || part === "money" ? undefined : answered(part, column);
  const assumed: Assumed = { rule: "payment-made-up", clause: answeredClause(column, table) };
  return made === undefined ? undefined : { as: made, assumed };
}

const answeredClause = ({ name }: Column, table: Table): string =>
  `no payment provider runs here, so ${table.name}.${name} is made up as if it had answered`;

const longestReference = 24;

function answered(part: "reference" | "state" | "currency" | "provider", column: Column): Value | undefined {
  const { values, type } = column;
  const first = (...words: string[]): string | undefined => (values === undefined ? words[0] : firstOf(words, values));
  switch (part) {
    case "reference":
      if (type === "uuid") return { uuid: true };
      return { base62: Math.min(longestReference, Number(/\((\d+)\)/.exec(type)?.[1] ?? longestReference)) };
    case "state":
      return first(...paidWords);
    case "currency":
      return first("EUR", "eur") ?? values?.[0];
    case "provider":
      return values?.[0] ?? "none";
  }
}

const firstOf = (words: readonly string[], values: readonly string[]): string | undefined =>
  words.flatMap((word) => values.find((one) => plain(one) === word) ?? [])[0];

/** Of several words for how a payment stands that for one which went well. */
export const paidOf = (values: readonly string[]): string | undefined => firstOf(paidWords, values);

/** What a payment that went well is called, the furthest first. */
const paidWords =
  "paid captured succeeded success successful completed complete settled charged authorized authorised approved confirmed ok bezahlt autorisiert pagado pagada capturado paye payee capture pago pagato betaald oplacona betald odendi".split(
    " ",
  );

interface Known {
  table: Table;
  /** Where a column's value is taken from; null of a row that is not written yet, as far as nothing fills it. */
  from: (column: string) => Value | undefined;
  reads: Step[];
}

/** The price of the nearest row: one that is known by then, else one that such a row refers to, else what is sent, else nothing. */
function priceFor(column: Column, table: Table, values: Record<string, Value>, touched: string[], stage: Stage): Paid {
  const known = touched.toReversed().flatMap((role): Known[] => {
    const found = stage.cast.get(role)?.table;
    return found === undefined || found === table ? [] : [rowOf(found, [])];
  });
  const seen = new Set([table, ...known.map((one) => one.table)]);
  let ring: Known[] = [...known, { table, from: (name) => values[name], reads: [] }];
  for (let far = 0; far <= farthest; far += 1) {
    for (const row of ring) {
      const price = row.table === table ? undefined : priceIn(row.table, column);
      if (price !== undefined) return { value: `$${row.table.name}.${price.name}`, reads: row.reads };
    }
    ring = ring.flatMap((row) => referredBy(row, seen, stage));
  }
  const sent = fieldsOf(stage.endpoint.body).find(({ name }) => isMoney(name));
  if (sent !== undefined) return { value: `$body.${sent.name}`, reads: [] };
  return { value: 0, reads: [], assumed: `nothing at hand says a price, so ${table.name}.${column.name} is 0` };
}

/** Over so many references a price is looked for: a booking's seat, and its tier. */
const farthest = 2;

const rowOf = (table: Table, reads: Step[]): Known => ({ table, from: (name) => `$${table.name}.${name}`, reads });

function referredBy({ table, from, reads }: Known, seen: Set<Table>, { tables }: Stage): Known[] {
  return tables.flatMap((other): Known[] => {
    const link = seen.has(other) ? null : refersTo(table, other);
    const by = (link?.pairs ?? []).map(([own, key]) => [key, from(own)] as const);
    const isThere = (own: string): boolean => table.columns.some(({ name, nullable }) => name === own && !nullable);
    if (link === null || !link.pairs.every(([own]) => isThere(own))) return [];
    const given = Object.fromEntries(by.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    if (Object.keys(given).length < by.length) return [];
    seen.add(other);
    return [rowOf(other, [...reads, { get: other.name, by: given }])];
  });
}

/** Of several that which is counted in the same coin. */
function priceIn({ columns }: Table, wanted: Column): Column | undefined {
  const found = columns.filter((column) => paymentPart(column) === "money");
  return found.find(({ name }) => isInCents(name) === isInCents(wanted.name)) ?? found[0];
}
