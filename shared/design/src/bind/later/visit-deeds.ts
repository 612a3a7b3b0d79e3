import type { Table } from "@proofroom/domain/design/model";
import type { OnConflict, Step, Value } from "@proofroom/domain/design/step";
import { isNotDone } from "../ways/told/done/not-done.ts";
import { tableNamed } from "../ways/told/statement/statement.ts";
import { countedUp } from "./counted-up.ts";
import { saidWritten } from "./said-later.ts";
import type { Told } from "./told-of-worker.ts";

/** One thing that a worker does with a visit. */
export interface Deed {
  step: Extract<Step, { insert: string } | { increment: string }>;
  /** What of the visit it needs to know. */
  message: Record<string, Value>;
  /** The words for it. */
  said: string;
  /** Whether they say that it is done together with others or not at all. */
  isTogether: boolean;
}

export type Get = Extract<Step, { get: string }>;

interface Given {
  tables: readonly Table[];
  /** The names of those that endpoints write. */
  written: ReadonlySet<string>;
  told: Told;
}

/** What a worker is told to do with each visit of a row that an endpoint looks for: rows of tables that refer to it, and counts. */
export function deedsOf(got: Get, { tables, written, told }: Given): Deed[] {
  const rows = tables.flatMap((table): Deed[] => {
    const added = written.has(table.name) ? null : addedTo(table, told);
    const message = added === null ? null : visitOf(table, got, added.columns);
    if (added === null || message === null) return [];
    const values = sentIn(message);
    const step = { insert: table.name, values, ...(added.ignores === undefined ? {} : { onConflict: added.ignores }) };
    return [{ step, message, said: added.said, isTogether: isTogether(told) }];
  });
  const counts = tables.flatMap((table): Deed[] => {
    const refers = table.name === got.get ? undefined : referring(table, got);
    if (table.name !== got.get && refers === undefined) return [];
    return countedUp(table, told).flatMap(({ column, by, said }) => {
      const key = by ?? refers?.own ?? Object.keys(got.by)[0];
      const isOwn = key !== undefined && table.columns.some(({ name }) => name === key);
      if (!isOwn || (refers === undefined ? false : key !== refers.own)) return [];
      const message = { [key]: knownOf(got, refers?.column ?? key) };
      const step = { increment: `${table.name}.${column}`, where: sentIn(message) };
      return [{ step, message, said, isTogether: isTogether(told) }];
    });
  });
  const all = [...rows, ...counts];
  // What two of them call alike has to be one thing.
  const isClear = all.every(({ message }) =>
    Object.entries(message).every(([name, value]) =>
      all.every((one) => (one.message[name] ?? value) === value || typeof value === "object"),
    ),
  );
  return isClear ? all : rows.slice(0, 1);
}

const sentIn = (message: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.keys(message).map((name) => [name, `$message.${name}`]));

/** What of the row that is looked for is known when it is found. */
function knownOf({ get, by }: Get, column: string): Value {
  const known = by[column];
  return typeof known === "string" ? known : `$${get}.${column}`;
}

const isTogether = ({ texts }: Told): boolean =>
  texts.some((text) => /\b(?:transaction|transakt\w+|transacci\w+|atomic(?:ally)?)\b|^\s*begin\b/im.test(text));

interface Added {
  said: string;
  /** Those that a statement fills; undefined where it does not say, or where it is only told. */
  columns: string[] | undefined;
  ignores: Record<string, OnConflict> | undefined;
}

/** What says that a row is added to a table: a statement, or words. One that changes the row that is there is more than that. */
function addedTo(table: Table, { sentences, texts }: Told): Added | null {
  const insert = new RegExp(
    `\\binsert\\s+into\\s+${tableNamed(table.name).replace("(?!set", "(?!values\\b|select\\b|with\\b|set")}(?![\\w.])\\s*(?:\\(([^()]{1,300})\\))?[^;\`]{0,300}`,
    "i",
  );
  for (const text of texts) {
    const found = insert.exec(text);
    if (found === null || isNotDone(text, found)) continue;
    const [said, columns] = found;
    if (/\bdo\s+update\b/i.test(said)) return null;
    const taken = /\bon\s+conflict\s*\(\s*["`]?(\w+)["`]?\s*\)\s*do\s+nothing\b/i.exec(said)?.[1];
    return {
      said,
      columns: columns?.split(",").map((one) => one.replaceAll(/[\s"`]/g, "")),
      ignores: taken === undefined ? undefined : { [taken]: "ignore" },
    };
  }
  const plainly = sentences.map((one) => one.plainly);
  const said = saidWritten(table.name, plainly);
  const own = said === null ? undefined : sentences.find((one) => saidWritten(table.name, [one.plainly]) !== null);
  return own === undefined ? null : { said: own.said, columns: undefined, ignores: undefined };
}

/** How a row says which one is visited. */
function referring({ foreignKeys }: Table, { get }: Get): { own: string; column: string } | undefined {
  const key = foreignKeys.find(({ table, columns }) => table === get && columns.length === 1);
  const [own, column] = [key?.columns[0], key?.references[0]];
  return own === undefined || column === undefined ? undefined : { own, column };
}

/**
 * What of a visit its row holds; null where it refers to something else, or has to hold what nobody knows. Without a reference it is a
 * column that a statement fills and that is called like the one by which the row is looked for.
 */
function visitOf(table: Table, got: Get, filled: readonly string[] | undefined): Record<string, Value> | null {
  const alike = Object.keys(got.by).find((column) => filled?.includes(column));
  const refers = referring(table, got) ?? (alike === undefined ? undefined : { own: alike, column: alike });
  if (refers === undefined) return null;
  const message: Record<string, Value> = { [refers.own]: knownOf(got, refers.column) };
  for (const { name, type, nullable, generated, default: usual } of table.columns) {
    const isNeeded = !nullable && usual === undefined;
    if (name === refers.own || generated || !isNeeded) continue;
    if (/^timestamp/i.test(type)) message[name] = "$now";
    else if (/^uuid$/i.test(type)) message[name] = { uuid: true };
    else return null;
  }
  return message;
}
