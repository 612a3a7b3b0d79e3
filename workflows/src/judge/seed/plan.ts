import type { Column, Operation, Table } from "@proofroom/domain/design/model";
import { columnName, createEqualities, type Equalities, fieldName } from "./equalities.ts";
import { isFree } from "./made.ts";
import { columnIn, isFilled, neededTables } from "./needed-tables.ts";
import { type Touched, touchedBy } from "./touched.ts";

type SeedGuards = Record<string, string | number | boolean>;

export interface Thing {
  name: string;
  field: string;
}

/** What a column of a row to be put into a table gets. */
export type Cell =
  | { by: "thing"; thing: Thing }
  | { by: "row"; row: SeedRow; column: string }
  | { by: "guard"; value: string | number | boolean }
  | { by: "type" };

/** A row of a candidate's table that has to be there before a test; what its cells leave out the database fills in. */
export interface SeedRow {
  table: Table;
  cells: Map<string, Cell>;
  /** The things that this row is or belongs to, one a field. */
  things: Thing[];
}

export interface SeedPlan {
  /** Parents before children. */
  rows: SeedRow[];
  /** Where the value of a thing is read once its row is there; null where nothing keeps it but what the test sends. */
  sourceOf(thing: Thing): { row: SeedRow; column: string } | null;
  /** The columns that will hold a thing's value. */
  columnsOf(field: string): Column[];
}

/**
 * Which rows the operations of a design take for granted: those that they look up, change or refer to and never add
 * themselves. An event, its seats and people come so into whatever tables the candidate has made for them.
 */
export function planSeed(operations: Operation[], tables: Table[], things: Thing[]): SeedPlan {
  const touched = operations.map((one) => touchedBy(one, tables));
  const equal = equalitiesOf(touched, tables);
  const needed = neededTables(touched, tables);
  const looks = touched.flatMap((one) => one.looks);
  const added = new Set(touched.flatMap(({ inserts }) => inserts.map((one) => one.table)));
  const rows: SeedRow[] = [];
  for (const table of needed) {
    const own = looks.filter((look) => look.table === table.name);
    // What an operation changes is a row's state: who holds a seat does not tell it from others.
    const state = touched
      .flatMap(({ updates }) => updates.filter((u) => u.table === table.name))
      .flatMap((u) => u.columns);
    const isName = (name: string): boolean => !state.includes(name) && !isYetToCome(name, table, added);
    const names = new Set([...table.primaryKey, ...own.flatMap(({ by }) => by.filter(isName))]);
    const guards = guardsOf(own);
    const isNamed = (field: string) =>
      [...names].some((c) => equal.areEqual(columnName(table.name, c), fieldName(field)));
    for (const chosen of combinations(things.filter(({ field }) => isNamed(field)))) {
      const row: SeedRow = { table, cells: new Map(), things: chosen };
      for (const column of table.columns) {
        const cell = cellOf(column, { row, rows, names, guards, things, equal });
        if (cell !== null) row.cells.set(column.name, cell);
      }
      rows.push(row);
    }
  }
  return {
    rows,
    sourceOf: (thing) => sourceOf(thing, rows, equal),
    columnsOf: (field) =>
      tables.flatMap(({ name, columns }) =>
        columns.filter((column) => equal.areEqual(columnName(name, column.name), fieldName(field))),
      ),
  };
}

/** Whether a column refers to what the operations themselves add, so that there is nothing yet to refer to: the order that has a seat. */
const isYetToCome = (name: string, table: Table, added: ReadonlySet<string>): boolean =>
  columnIn(table, name)?.nullable === true &&
  table.foreignKeys.some((key) => key.columns.includes(name) && added.has(key.table));

/** What is asked of a row before it is touched: of several states the one in which it is to be had, else the first. */
function guardsOf(looks: Touched["looks"]): SeedGuards {
  const guards: SeedGuards = {};
  for (const [column, value] of looks.flatMap((look) => Object.entries(look.guards))) {
    if (guards[column] === undefined || (isFree(value) && !isFree(guards[column]))) guards[column] = value;
  }
  return guards;
}

/** What steps and foreign keys of the columns that name a row make equal. */
function equalitiesOf(touched: Touched[], tables: Table[]): Equalities {
  const equal = createEqualities();
  for (const { pairs } of touched) for (const [a, b] of pairs) equal.join(a, b);
  const written = new Set(touched.flatMap(({ pairs }) => pairs.map(([column]) => column)));
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      for (const [n, column] of key.columns.entries()) {
        const own = columnName(table.name, column);
        if (!table.primaryKey.includes(column) && !written.has(own) && !isFilled(table, column)) continue;
        equal.join(own, columnName(key.table, key.references[n] ?? column));
      }
    }
  }
  return equal;
}

/** One of each field, in every combination; a single empty one where there is nothing to combine. */
function combinations(things: Thing[]): Thing[][] {
  const byField = Map.groupBy(things, ({ field }) => field);
  return [...byField.values()].reduce<Thing[][]>(
    (before, next) => before.flatMap((chosen) => next.map((thing) => [...chosen, thing])),
    [[]],
  );
}

interface Given {
  row: SeedRow;
  rows: SeedRow[];
  /** The columns by which a row is found. */
  names: ReadonlySet<string>;
  guards: SeedGuards;
  things: Thing[];
  equal: Equalities;
}

function cellOf(column: Column, { row, rows, names, guards, things, equal }: Given): Cell | null {
  const { table } = row;
  if (column.generated) return null;
  const isNeeded = names.has(column.name) || isFilled(table, column.name);
  const guard = guards[column.name];
  if (!isNeeded) return guard === undefined || column.default !== undefined ? null : { by: "guard", value: guard };
  const own = columnName(table.name, column.name);
  const parent = parentOf(row, column.name, rows);
  if (parent !== null) return { by: "row", ...parent };
  const field = things.find((thing) => equal.areEqual(own, fieldName(thing.field)))?.field;
  const thing = row.things.find((one) => one.field === field) ?? things.find((one) => one.field === field);
  if (thing !== undefined) {
    const source = sourceOf(thing, rows, equal);
    if (source !== null) return { by: "row", ...source };
    if (column.default === undefined) return { by: "thing", thing };
  }
  if (column.default !== undefined) return null;
  return guard === undefined ? { by: "type" } : { by: "guard", value: guard };
}

/** The row that a column refers to, among those before: of the same things where it is one of them. */
function parentOf(
  { table, things }: SeedRow,
  column: string,
  rows: SeedRow[],
): { row: SeedRow; column: string } | null {
  for (const key of table.foreignKeys) {
    const at = key.columns.indexOf(column);
    if (at === -1) continue;
    const parents = rows.filter((row) => row.table.name === key.table);
    const fits = (row: SeedRow) =>
      row.things.every((one) => things.every((own) => own.field !== one.field || own.name === one.name));
    const row = parents.find(fits) ?? parents[0];
    if (row !== undefined) return { row, column: key.references[at] ?? column };
  }
  return null;
}

function sourceOf(thing: Thing, rows: SeedRow[], equal: Equalities): { row: SeedRow; column: string } | null {
  for (const row of rows) {
    if (!row.things.some((own) => own.name === thing.name && own.field === thing.field)) continue;
    const column = row.table.columns.find(({ name }) =>
      equal.areEqual(columnName(row.table.name, name), fieldName(thing.field)),
    );
    if (column !== undefined) return { row, column: column.name };
  }
  return null;
}
