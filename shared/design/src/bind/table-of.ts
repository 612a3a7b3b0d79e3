import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { parametersIn, wordsOfPath } from "../api/path.ts";
import { addressColumn } from "./address/address-column.ts";
import { isSelfMade, isUnique, keptIn, mustBeFilled } from "./column-of.ts";
import { fieldsOf, isRecord } from "./fields.ts";
import { beginsAlike, isAlmostSame, isSameName, stems } from "./names.ts";
import type { Sense } from "./sense.ts";

/** What tells tables apart beside an endpoint's own words. */
export interface Hints {
  /** The endpoint sends whoever asks to an address, so the row has to hold one. */
  redirects: boolean;
  /** The endpoint is sent an address to keep. */
  keepsAddress?: boolean;
  /** Tables that the endpoints of the problem write to: of two alike these are meant. */
  written: ReadonlySet<string>;
}

/** Which table an endpoint is about: by its path's words, then by the fields that it carries; the only one otherwise. */
export function tableOf(endpoint: Endpoint, tables: Table[], senses: Sense[], hints: Hints): Table | undefined {
  const ranked = rankTables(endpoint, tables, senses, hints);
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second === undefined) return best.table;
  if (best.score <= 0) return undefined;
  const tied = hints.keepsAddress === true ? tiedBy(best.table, endpoint, tables, senses) : undefined;
  if (tied !== undefined) return tied;
  const made = hints.keepsAddress === true ? madeBeside(best.table, endpoint, tables, senses) : undefined;
  if (made !== undefined) return made;
  const alike = ranked.filter(({ score }) => score === best.score);
  const drawing = hints.keepsAddress === true ? alike.flatMap(({ table }) => drawingFrom(table, tables, senses)) : [];
  if (drawing.length === 1) return drawing[0];
  if (alike.length === 1) return best.table;
  const [written, ...others] = alike.filter(({ table }) => hints.written.has(table.name));
  return others.length === 0 ? written?.table : undefined;
}

/** All tables, the likeliest first. */
export const rankTables = (
  endpoint: Endpoint,
  tables: Table[],
  senses: Sense[],
  hints: Hints,
): { table: Table; score: number }[] =>
  tables
    .map((table) => ({ table, score: scoreOf(endpoint, table, senses, hints) }))
    .toSorted((a, b) => b.score - a.score);

function scoreOf(endpoint: Endpoint, table: Table, senses: Sense[], { redirects }: Hints): number {
  const leads = redirects && holdsAddress(table, senses) ? 2 : 0;
  return inPath(endpoint.path, table) + keptOf(endpoint, table, senses) + leads;
}

const holdsAddress = (table: Table, senses: Sense[]): boolean => addressColumn(table, senses, [], []) !== undefined;

/** The one with the address, where a table has no place for it and only says whose it is: `links` of `user_links`. */
function tiedBy(tie: Table, endpoint: Endpoint, tables: Table[], senses: Sense[]): Table | undefined {
  if (holdsAddress(tie, senses)) return undefined;
  const kept = keptOf(endpoint, tie, senses);
  return tables.find(
    (one) =>
      one !== tie &&
      tie.foreignKeys.some(({ table }) => table === one.name) &&
      holdsAddress(one, senses) &&
      keptOf(endpoint, one, senses) > kept,
  );
}

/** Those with the address, each row under one code of a table that has no place for an address: `links.code` refers to `codes.code`. */
function drawingFrom(codes: Table, tables: Table[], senses: Sense[]): Table[] {
  if (holdsAddress(codes, senses)) return [];
  return tables.filter(
    (one) =>
      holdsAddress(one, senses) &&
      one.foreignKeys.some(
        ({ table, columns: [column = "", ...more] }) =>
          table === codes.name && more.length === 0 && isUnique(one, column),
      ),
  );
}

/**
 * The one whose row an endpoint makes, where another only keeps which request that was of: `code` is answered and not sent, `requests.code`
 * refers to `links.code`, and what is sent has to be in `links` too.
 */
function madeBeside(kept: Table, endpoint: Endpoint, tables: Table[], senses: Sense[]): Table | undefined {
  const sent = fieldsOf(endpoint.body).map(({ name }) => name);
  const isSent = (column: string): boolean => sent.some((name) => keptIn(name, kept, senses)?.column.name === column);
  const answered = endpoint.responses.flatMap(({ schema }) => fieldsOf(schema).map(({ name }) => name));
  const isAnswered = (column: string): boolean => answered.some((name) => isSameName(name, column));
  return tables.find(
    (one) =>
      one !== kept &&
      kept.foreignKeys.some(
        ({ table, columns: [column = "", ...more] }) =>
          table === one.name && more.length === 0 && isAnswered(column) && !isSent(column),
      ) &&
      sent.some((name) => {
        const column = keptIn(name, one, senses)?.column;
        return column !== undefined && mustBeFilled(column) && keptIn(name, kept, senses)?.by === "name";
      }),
  );
}

/** How many of the fields that an endpoint carries a table has a column for. */
function keptOf(endpoint: Endpoint, table: Table, senses: Sense[]): number {
  const keys = parametersIn(endpoint.path);
  const sent = fieldsOf(endpoint.body).map((field) => field.name);
  const answered = endpoint.responses.flatMap(({ schema }) => fieldsOf(itemsOf(schema)).map((field) => field.name));
  return [...new Set([...keys, ...sent, ...answered])].reduce((sum, field) => {
    const role = keys.includes(field) ? "key" : sent.includes(field) ? "sent" : "answered";
    return sum + weightOf(field, role, table, senses);
  }, 0);
}

/** A list is of what it lists. */
const itemsOf = (schema: unknown): unknown =>
  isRecord(schema) && isRecord(schema["items"]) ? schema["items"] : schema;

/** How much a path's own words speak of a table: 10 where it ends with its name, 0 where no word is of it. */
export function inPath(path: string, table: Table): number {
  const segments = wordsOfPath(path);
  const name = stems(table.name);
  const last = stems(segments.at(-1) ?? "");
  const others = new Set(segments.slice(0, -1).flatMap(stems));
  if (last.join(" ") === name.join(" ")) return 10;
  if (name.some((stem) => last.includes(stem))) return 4;
  if (name.some((stem) => others.has(stem))) return 2;
  if (name.some((stem) => last.some((one) => isAlmostSame(one, stem)))) return 2;
  if (name.some((stem) => last.some((one) => beginsAlike(one, stem)))) return 1;
  return name.some((stem) => [...others].some((one) => isAlmostSame(one, stem))) ? 1 : 0;
}

const weights = { name: 1, alias: 0.5, owner: 0.25 };

/**
 * A column of that very name says most. Another name of the field says half, and nothing where the database makes the value
 * itself: every table has an id. A column that refers to another table's row speaks for that table, unless it is sent.
 */
function weightOf(field: string, role: "key" | "sent" | "answered", table: Table, senses: Sense[]): number {
  const kept = keptIn(field, table, senses);
  if (kept === undefined) return 0;
  if (kept.by === "alias" && isSelfMade(kept.column)) return 0;
  const { name } = kept.column;
  const refers = table.foreignKeys.some(({ columns }) => columns.includes(name));
  const weight = refers && role !== "sent" ? 0.25 : weights[kept.by];
  return weight + (role === "key" && isUnique(table, name) ? 0.5 : 0);
}
