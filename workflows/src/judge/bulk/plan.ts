import type { Column, ForeignKey, Operation, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { BulkInsert } from "@proofroom/domain/infrastructure/control";
import { type Draw, madeFor } from "../seed/made.ts";
import { type BulkInput, expressionOf, spreadDefault } from "./expression.ts";
import { codesOf, distinctOf, literal } from "./row-number.ts";

export interface BulkSeed {
  capability: string;
  rows: number;
  /** Field of the capability → its value in row `{i}`. */
  fields: Record<string, string>;
}

/** Parents before children; or why this design's tables cannot be filled. */
export type BulkPlan = { outcome: "planned"; inserts: BulkInsert[] } | { outcome: "impossible"; reason: string };

interface Design {
  operations: Operation[];
  tables: Table[];
  draw: Draw;
}

type InsertStep = Extract<Step, { insert: string }>;

/** One row of a parent for so many of its child's, within bounds. */
const parents = { share: 50, least: 100, most: 1_000 };

/**
 * Rows as the design's own endpoint would have written them, made by the database itself. Each further `variant` guesses
 * other values for columns that nothing is said of, for a check that refused the ones before.
 */
export function planBulk({ capability, rows, fields }: BulkSeed, design: Design, variant = 0): BulkPlan {
  const operation = design.operations.find((one) => one.capability === capability);
  if (operation === undefined) return impossible(`no endpoint serves ${capability}`);
  const step = plainSteps(operation.steps).find((one): one is InsertStep => "insert" in one);
  if (step === undefined) return impossible(`${operation.method} ${operation.path} adds no row to any table`);
  const table = design.tables.find(({ name }) => name === step.insert);
  if (table === undefined) return impossible(`there is no table ${step.insert}`);
  const short = Object.entries(step.values).find(([, value]) => isShort(value, rows));
  if (short !== undefined) {
    return impossible(`${table.name}.${short[0]} has too few different values for ${rows} rows`);
  }
  const input = { operation, fields };
  const key = operation.idempotency?.column.split(".").at(-1);
  const inserts: BulkInsert[] = [];
  const reason = fill({ table, rows, values: step.values, input, key, variant, ...design }, inserts, []);
  return reason === null ? { outcome: "planned", inserts } : impossible(reason);
}

const impossible = (reason: string): BulkPlan => ({ outcome: "impossible", reason });

const isShort = (value: Value, rows: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  "base62" in value &&
  codesOf(value.base62, value.of?.length) < BigInt(rows) * 2n;

interface Filling extends Design {
  table: Table;
  rows: number;
  values: Record<string, Value>;
  input: BulkInput;
  /** A column that keeps idempotency keys; rows that came without one have none. */
  key?: string | undefined;
  variant: number;
}

/** Adds the statement for this table behind those of its parents; answers what makes it impossible. */
function fill(filling: Filling, inserts: BulkInsert[], path: readonly string[]): string | null {
  const { table, rows, values, tables, variant } = filling;
  const isSet = (column: Column): boolean =>
    !column.generated && column.name !== filling.key && isWanted(column, filling);
  const columns = table.columns.filter(isSet);
  const keys = table.foreignKeys.filter((key) => key.columns.every((name) => columns.some((c) => c.name === name)));
  for (const { table: name } of keys) {
    if (name === table.name) return `a row of ${name} needs another row of ${name} before it`;
    if (inserts.some((one) => one.table === name)) continue;
    const parent = tables.find((one) => one.name === name);
    if (parent === undefined || path.includes(name)) return `${table.name} and ${name} need each other's rows first`;
    const count = Math.min(parents.most, Math.max(parents.least, Math.ceil(rows / parents.share)));
    const more = { ...filling, table: parent, rows: count, values: {}, key: undefined, variant };
    const reason = fill(more, inserts, [...path, table.name]);
    if (reason !== null) return reason;
  }
  const cells: [string, string][] = [];
  for (const column of columns) {
    const sql = referenceIn(column, keys) ?? cellOf(column, values[column.name], filling);
    if (sql === null) return `${table.name}.${column.name} has too few different values for ${rows} rows`;
    cells.push([column.name, sql]);
  }
  inserts.push({ table: table.name, rows, sql: statement(table, cells, keys, rows) });
  return null;
}

/** What the bound insert gives, what no row can be without, and times, which else would all be the same. */
function isWanted(column: Column, { values }: Filling): boolean {
  if (Object.hasOwn(values, column.name)) return true;
  return column.default === undefined ? !column.nullable : spreadDefault(column) !== null;
}

function cellOf(
  column: Column,
  value: Value | undefined,
  { table, rows, input, variant, draw }: Filling,
): string | null {
  const said = value === undefined ? spreadDefault(column) : expressionOf(value, column, input);
  if (said !== null) return `cast(${said} as ${column.type})`;
  const isKey = [table.primaryKey, ...table.uniques, ...table.indexes.filter((i) => i.unique).map((i) => i.columns)]
    .flat()
    .includes(column.name);
  if (!isKey) return column.nullable ? "null" : `cast(${literal(madeFor(column, variant, draw))} as ${column.type})`;
  const distinct = column.values === undefined ? distinctOf(column.type, rows) : null;
  if (distinct !== null) return `cast(${distinct} as ${column.type})`;
  return column.nullable ? "null" : null;
}

/** Parents in turn: those of the second key change when all of the first had theirs, so that no pair comes twice. */
function referenceIn({ name }: Column, keys: ForeignKey[]): string | null {
  const n = keys.findIndex((key) => key.columns.includes(name));
  if (n === -1) return null;
  const stride = ["1", ...keys.slice(0, n).map((_, k) => `p${k}.n`)].join(" * ");
  return `p${n}.k${keys[n]?.columns.indexOf(name)}[(i - 1) / (${stride}) % p${n}.n + 1]`;
}

function statement(table: Table, cells: [string, string][], keys: ForeignKey[], rows: number): string {
  const from = keys.map(({ table: parent, references }, n) => {
    const names = references.map((column, k) => `${quoted(column)} as k${k}`).join(", ");
    const lists = references.map((_, k) => `array_agg(k${k}) as k${k}`).join(", ");
    const some = `select ${names} from ${quoted(parent)} limit ${parents.most}`;
    return `cross join (select ${lists}, count(*)::int as n from (${some}) as few) as p${n}`;
  });
  const columns = cells.map(([column]) => quoted(column)).join(", ");
  const values = cells.map(([, sql]) => sql).join(", ");
  const series = [`generate_series(1, ${rows}) as s(i)`, ...from].join(" ");
  if (cells.length === 0) return `insert into ${quoted(table.name)} select from ${series}`;
  return `insert into ${quoted(table.name)} (${columns}) select ${values} from ${series}`;
}

const quoted = (name: string): string =>
  name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");
