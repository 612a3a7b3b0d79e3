import type { Draws } from "./draws.ts";

/** A row as Postgres gave it. */
export type Row = Record<string, unknown>;

/** What came in, after it was checked against the endpoint's own schema. Header names are in lower case. */
export interface Asked {
  path: Row;
  query: Row;
  header: Row;
  body: unknown;
  /** What a worker was given, in place of a request. */
  message?: unknown;
  /** The bearer token, which stands for the user. */
  user: string | null;
}

/** What the steps of one request know so far; each step answers the next scope. */
export interface Scope {
  asked: Asked;
  now: Date;
  draws: Pick<Draws, "base62" | "hash" | "counted">;
  row: Row | null;
  /** The last row read or written of each table, by the table's name. */
  rowOf: Readonly<Record<string, Row>>;
  rows: Row[] | null;
  /** Where the next page of a list begins; null at its end. */
  cursor: string | null;
  /** Whether the last step that looked for something found it. */
  found: boolean;
  /** What was counted, cached, kept as an object or answered by another service; what a loop is at. Undefined until a step has said. */
  count?: unknown;
  cached?: unknown;
  object?: unknown;
  called?: unknown;
  item?: unknown;
  key: KeptUnder | null;
}

/** The key of a request, where it is kept, and within which columns beside it. */
export interface KeptUnder {
  value: string;
  table: string;
  column: string;
  within: Row;
}

/** What a request knows before its first step. */
export const emptyScope = (
  asked: Asked,
  { now, draws }: { now: () => Date; draws: Scope["draws"] },
  key: Scope["key"] = null,
): Scope => ({
  asked,
  now: now(),
  draws,
  row: null,
  rowOf: {},
  rows: null,
  cursor: null,
  found: false,
  key,
});

export interface Answer {
  status: number;
  body?: unknown;
  location?: string;
}

/**
 * How a step ended. `replay` is a request whose key another one has used meanwhile: whatever this one did is undone, and it
 * is answered with the row that the first made.
 */
export type Outcome = { next: "go-on"; scope: Scope } | { next: "answer"; answer: Answer } | { next: "replay" };

export const goOn = (scope: Scope, row: Row | null = scope.row): Outcome => ({
  next: "go-on",
  scope: { ...scope, row },
});

export const refuse = (status: number, error: string, message: string): Outcome => ({
  next: "answer",
  answer: { status, body: { error, message } },
});

export const isRecord = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
