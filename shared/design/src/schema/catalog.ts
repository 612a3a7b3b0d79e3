import type { Table } from "@proofroom/domain/design/model";
import type { Tell } from "../text/report.ts";
import type { Offsets } from "../text/utf8.ts";
import type { Place } from "../text/lines.ts";
import { type Namespaces, newNamespaces } from "./namespaces.ts";
import type { Created } from "./own-functions.ts";

/** The text that is being read. Of generated text, offsets cannot be edited. */
export interface Source {
  sql: string;
  offsets: Offsets;
  /** Offset in `sql` → place in the document. */
  place: (offset: number) => Place;
  isOwnText: boolean;
}

export interface TableRead extends Table {
  /** Offsets in the SQL: of the name, and of each column's definition. */
  at: number;
  columnsAt: Map<string, number>;
  foreignKeysAt: number[];
  uniqueLines: number[];
  isPartition: boolean;
}

/** What the statements so far have created. */
export interface Catalog {
  source: Source;
  tell: Tell;
  tables: Map<string, TableRead>;
  /** With the labels of an enum, or the values that a domain lists. */
  types: Map<string, string[] | undefined>;
  /** Domain → the type that it narrows. */
  bases: Map<string, string>;
  /** Extensions that are created, or have been asked for. */
  extensions: Set<string>;
  /** Views can be read like tables, but have no columns that are known here. */
  views: Set<string>;
  /** Types that have been told and that PostgreSQL does not have. */
  unknownTypes: Set<string>;
  namespaces: Namespaces;
  /** Functions that the text creates and that are not run. */
  functions: Map<string, Created>;
  /** Functions that only write the time into a row. */
  stamping: Set<string>;
  /** Every table that the text creates anywhere, so that one that comes too late is told from one that never comes. */
  anywhere: ReadonlySet<string>;
}

export const newCatalog = (source: Source, tell: Tell, anywhere: ReadonlySet<string>): Catalog => ({
  source,
  tell,
  tables: new Map(),
  types: new Map(),
  bases: new Map(),
  extensions: new Set(),
  unknownTypes: new Set(),
  namespaces: newNamespaces(),
  functions: new Map(),
  stamping: new Set(),
  views: new Set(),
  anywhere,
});

export const lineOf = (catalog: Catalog, at: number): number => catalog.source.place(at).line;
