import type { Column, Operation, Table } from "../../design/model.ts";
import type { DocumentName } from "../../document/document.ts";
import type { Place } from "../place.ts";
import { type Paragraph, paragraphsOf } from "../language/paragraphs.ts";
import { isSteering } from "../language/steering.ts";
import { actsOf, type Act } from "./acts.ts";
import type { Reading } from "../reading.ts";
import { hasMadeKeys } from "../subject.ts";

/** A reading with what is asked of it again and again worked out once. */
export interface DesignView {
  reading: Reading;
  lines: Record<DocumentName, string[]>;
  /** What the design document says outside of its diagrams, without lines for whoever marks it. */
  prose: Paragraph[];
  operations: { operation: Operation; acts: Act[] }[];
  tables: ReadonlyMap<string, Table>;
  /** The table that things are looked up in by a made value, and the column of that value. */
  lookup: Lookup | null;
  /** The endpoint that adds what is looked up. */
  create: { operation: Operation; acts: Act[] } | null;
}

export interface Lookup {
  table: Table;
  column: Column;
  operation: Operation | null;
}

const known = new WeakMap<Reading, DesignView>();

/** Worked out once for a reading: facts, topics and questions on edits all look at it. */
export function viewOf(reading: Reading): DesignView {
  const view = known.get(reading) ?? newView(reading);
  known.set(reading, view);
  return view;
}

function newView(reading: Reading): DesignView {
  const { model, texts } = reading;
  const lines = { schema: texts.schema.split("\n"), api: texts.api.split("\n"), design: texts.design.split("\n") };
  const tables = new Map(model.tables.map((table) => [table.name, table]));
  const operations = model.operations.map((operation) => ({ operation, acts: actsOf(operation) }));
  const base = {
    reading,
    lines,
    prose: paragraphsOf(lines.design.map((line) => (isSteering(line) ? "" : line))),
    operations,
    tables,
  };
  const lookup = lookupOf(base, hasMadeKeys(reading.subject));
  return { ...base, lookup, create: createOf(base, lookup) };
}

const codeNames = /^(?:short_?)?(?:code|slug|alias|key|hash|token|short(?:_?(?:id|url|link))?)$|_(?:code|slug)$/i;

/** Where nothing is found by a made value, no column stands for one, whatever it is called. */
function lookupOf(
  { operations, tables }: Pick<DesignView, "operations" | "tables">,
  isByMadeKey: boolean,
): Lookup | null {
  if (!isByMadeKey) return null;
  const found = operations.flatMap(({ operation, acts }) =>
    acts.flatMap((act) => {
      const table = tables.get(act.table);
      if (act.kind !== "get" || table === undefined || operation.method !== "GET") return [];
      const column = table.columns.find(({ name }) => act.by.includes(name));
      return column === undefined ? [] : [{ table, column, operation }];
    }),
  );
  const redirects = found.find(({ operation }) => statusesOf(operation).some(isRedirect));
  const named = found.find(({ column }) => codeNames.test(column.name));
  return redirects ?? named ?? lookupByName(tables);
}

function lookupByName(tables: ReadonlyMap<string, Table>): Lookup | null {
  for (const table of tables.values()) {
    const column = table.columns.find(({ name }) => codeNames.test(name));
    if (column !== undefined) return { table, column, operation: null };
  }
  return null;
}

function createOf(
  { operations, reading }: Pick<DesignView, "operations" | "reading">,
  lookup: Lookup | null,
): DesignView["create"] {
  const makes = reading.subject?.makes;
  const isFree = ({ capability }: Operation): boolean => makes === undefined || capability === undefined;
  const made = operations.find(({ operation: { capability } }) => capability !== undefined && capability === makes);
  if (made !== undefined) return made;
  const writing = operations.filter(
    ({ operation }) => isFree(operation) && (operation.method === "POST" || operation.method === "PUT"),
  );
  const inserts = (table: string | undefined) =>
    writing.find(({ acts }) =>
      acts.some((act) => act.kind === "insert" && (table === undefined || act.table === table)),
    );
  return inserts(lookup?.table.name) ?? inserts(undefined) ?? writing[0] ?? null;
}

/** The statuses that an endpoint says or does. */
export const statusesOf = (operation: Operation): number[] => [
  ...operation.responses.map(({ status }) => status),
  ...operation.steps.flatMap((step) => ("redirect" in step ? [step.status ?? 302] : [])),
];

/** Whether a status sends the client elsewhere; 304 says that what it has is still good. */
export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const mostQuote = 300;

/** Lines of a document with their text; lines that do not exist are brought inside. */
export function placeOf(view: DesignView, document: DocumentName, line: number, endLine = line): Place {
  const lines = view.lines[document];
  const from = Math.min(Math.max(1, line), lines.length);
  const to = Math.min(Math.max(from, endLine), lines.length, from + 40);
  const quote = lines
    .slice(from - 1, to)
    .join("\n")
    .slice(0, mostQuote)
    .toWellFormed();
  return { document, version: view.reading.versions[document], line: from, endLine: to, quote };
}

/** Columns whose values find a row without reading the table: first columns of keys and whole indexes. */
export function isFound(table: Table, column: string): boolean {
  return (
    table.primaryKey[0] === column ||
    table.uniques.some(([first]) => first === column) ||
    table.indexes.some((index) => index.columns[0] === column && !index.partial)
  );
}

/** Whether the table itself refuses a second row with the same value. */
export const isUnique = (table: Table, column: string): boolean =>
  [
    table.primaryKey,
    ...table.uniques,
    ...table.indexes.filter((index) => index.unique && !index.partial).map(({ columns }) => columns),
  ].some((columns) => columns.length === 1 && columns[0] === column);
