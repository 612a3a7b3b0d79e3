import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { type Seed, thingsOf } from "@proofroom/domain/judge/seed";
import { caller } from "../caller.ts";
import { asSchema } from "../sample.ts";
import type { Control } from "../served.ts";
import { besidesIn, parameterName, referringIn } from "./beside.ts";
import { type Draw, madeFor, madeThing } from "./made.ts";
import { type Cell, planSeed, type SeedRow, type Thing } from "./plan.ts";

/** What a test quotes, by name; or why a thing that it needs cannot be put into the design's tables. */
export type Seeded = { outcome: "seeded"; kept: Map<string, string> } | { outcome: "impossible"; reason: string };

export interface SeedContext {
  operations: Operation[];
  tables: Table[];
  control: Control;
  draw: Draw;
}

const variants = 5;

/**
 * Puts the things that a test needs into whatever tables this design keeps them in; the same things for no two tries. Of a
 * problem that begins with nothing that is whoever asks, as far as a design keeps people.
 */
export async function seedThings(
  seed: Seed | null,
  { operations, tables, control, draw }: SeedContext,
): Promise<Seeded> {
  const bound = operations.filter(({ capability }) => capability !== undefined);
  const beside = new Set(bound.flatMap((one) => besidesIn(one).map(parameterName)));
  const referring = new Set(bound.flatMap((one) => referringIn(one, tables).map(parameterName)));
  const asked = seed === null ? [] : thingsOf(seed);
  const isAsking = asked.every(({ field }) => field !== "user") && bound.some(({ steps }) => writes(steps, "$user"));
  const things = [
    ...asked,
    ...(isAsking ? [{ name: caller, field: "user" }] : []),
    ...[...beside, ...referring].map((name) => ({ name, field: name })),
  ];
  const plan = planSeed(bound, tables, things);
  const rows = seed === null ? withThings(plan.rows) : plan.rows;
  const isWritten = (header: string): boolean => bound.some(({ steps }) => writes(steps, `$${header.toLowerCase()}`));
  const asking = bound.find(({ capability }) => capability === seed?.of);
  const made = ({ field }: Thing): string =>
    madeThing(plan.columnsOf(field), asking === undefined ? undefined : declaredFor(asking, field), draw);
  const values = new Map<string, string>();
  for (const thing of things) {
    let value = made(thing);
    for (let n = 1; n < variants && [...values.values()].includes(value); n += 1) value = made(thing);
    values.set(thing.name, value);
  }
  const told = new Set<string>();
  const written = new Map<SeedRow, Record<string, string | null>>();
  const valueOf = (cell: Cell, row: SeedRow, column: string, variant: number): string | null => {
    if (cell.by === "thing") return values.get(cell.thing.name) ?? null;
    if (cell.by === "row") return written.get(cell.row)?.[cell.column] ?? null;
    if (cell.by === "guard") return String(cell.value);
    const found = row.table.columns.find(({ name }) => name === column);
    const keys = [row.table.primaryKey, ...row.table.uniques];
    const isApart = keys.some((key) => key.length === 1 && key[0] === column);
    return found === undefined ? null : madeFor(found, variant, draw, isApart);
  };
  for (const row of rows) {
    let refused = "";
    for (let variant = 0; variant < variants && !written.has(row); variant += 1) {
      // What an earlier test, or another thing of this one, is called may be taken.
      if (variant > 0) for (const thing of namesIn(row, told)) values.set(thing.name, made(thing));
      const cells = [...row.cells].map(([column, cell]) => [column, valueOf(cell, row, column, variant)]);
      const put = await control.insertRow({ table: row.table.name, values: Object.fromEntries(cells) });
      if (put.outcome === "inserted") {
        written.set(row, put.row);
        for (const thing of namesIn(row, told)) told.add(thing.name);
      } else refused = put.reason;
    }
    if (!written.has(row)) return { outcome: "impossible", reason: reasonOf(row, refused) };
  }
  const known = (thing: Thing): string | null => {
    const source = plan.sourceOf(thing);
    return source === null ? null : (written.get(source.row)?.[source.column] ?? null);
  };
  return {
    outcome: "seeded",
    kept: new Map(
      things.flatMap((thing): [string, string][] => {
        const value = known(thing);
        // What no row keeps is made up with each request, but a header that says whose a row is stays the same.
        const isMadeUp = referring.has(thing.name) || (beside.has(thing.name) && !isWritten(thing.name));
        if (value === null && isMadeUp) return [];
        return [[thing.name, value ?? values.get(thing.name) ?? thing.name]];
      }),
    ),
  };
}

/** The things whose names a row holds, those excepted that a row before holds too. */
const namesIn = (row: SeedRow, told: ReadonlySet<string>): Thing[] =>
  [...row.cells.values()].flatMap((cell) => (cell.by === "thing" && !told.has(cell.thing.name) ? [cell.thing] : []));

const writes = (steps: Operation["steps"], reference: string): boolean =>
  plainSteps(steps).some((step) => {
    const values = "insert" in step ? step.values : "take" in step ? (step.set ?? {}) : {};
    return Object.values(values).includes(reference);
  });

/** The rows of things, and those that they refer to. */
function withThings(rows: SeedRow[]): SeedRow[] {
  const needed = new Set(rows.filter(({ things }) => things.length > 0));
  for (const row of rows.toReversed()) {
    if (!needed.has(row)) continue;
    for (const cell of row.cells.values()) if (cell.by === "row") needed.add(cell.row);
  }
  return rows.filter((row) => needed.has(row));
}

const reasonOf = ({ table, things }: SeedRow, refused: string): string => {
  const what = things.length === 0 ? "a row" : `the row of ${things.map(({ name }) => `the ${name}`).join(" and ")}`;
  return `Before the test ${what} has to be in ${table.name}, and the database refuses what was put there: ${refused}. A default or a looser check there lets the test begin.`;
};

/** What the API document says of the value that is sent for a field. */
function declaredFor({ inputs, parameters, body }: Operation, field: string): unknown {
  const at = inputs[field];
  if (at === undefined) return undefined;
  if (at.in === "body") return asSchema(body).properties?.[at.name];
  return parameters.find(({ name, in: where }) => name === at.name && where === at.in)?.schema;
}
