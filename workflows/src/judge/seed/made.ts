import type { Column } from "@proofroom/domain/design/model";
import { asSchema, typeOf, uuidFrom } from "../sample.ts";

/** A whole number from 0 to `below` - 1, another one with each call. */
export type Draw = (below: number) => number;

/** The same numbers for the same words, so that a test can be repeated as it was. */
export function createDraw(words: string): Draw {
  let n = 0;
  return (below) => Number.parseInt(uuidFrom(`${words} ${++n}`).slice(0, 8), 16) % below;
}

const uuid = (draw: Draw): string => uuidFrom(`${draw(1_000_000_000)} ${draw(1_000_000_000)}`);

const later = "2030-01-01T20:00:00Z";

/**
 * A value for a column that nothing in particular is said of, as text that Postgres reads. Each further `variant` is another
 * guess, for a check that refused the one before. What tells a row apart is another number with each.
 */
export function madeFor(column: Column, variant: number, draw: Draw, isApart = false): string {
  const [first] = column.values ?? [];
  if (first !== undefined) return free(column.values ?? []) ?? first;
  const { type } = column;
  if (type.endsWith("[]")) return "{}";
  if (isApart && /^(?:smallint|integer|bigint)/.test(type))
    return String(1 + draw(type.startsWith("smallint") ? 30_000 : 2_000_000_000));
  if (/^(?:smallint|integer|bigint|numeric|real|double)/.test(type))
    return String([1, 10, 100, 1_000, 0][variant] ?? 1);
  if (type.startsWith("bool")) return String(variant === 1);
  if (type === "uuid") return uuid(draw);
  if (type.startsWith("json")) return "{}";
  if (type.startsWith("timestamp")) return later;
  if (type === "date") return later.slice(0, 10);
  if (type.startsWith("time")) return "20:00:00";
  if (type === "interval") return "2 hours";
  if (/^(?:ts|date)\w*range/.test(type)) return `[${later.slice(0, 10)},)`;
  if (type === "bytea") return String.raw`\x${uuid(draw).replaceAll("-", "")}`;
  if (type === "inet") return "127.0.0.1";
  return madeText(column.name, variant, draw).slice(0, lengthOf(type));
}

/** A value for something that requests name, which fits the column that keeps it and what the API document says of it. */
export function madeThing(columns: Column[], declared: unknown, draw: Draw): string {
  const types = columns.map(({ type }) => type);
  const { format, enum: allowed, minimum = 1, maximum, maxLength, items } = asSchema(declared);
  if (items !== undefined && columns.length > 0) return madeThing(columns, items, draw);
  const [one] = allowed ?? [];
  if (typeof one === "string" || typeof one === "number") return String(one);
  const values = columns.flatMap((column) => column.values ?? []);
  if (values[0] !== undefined) return values[0];
  if (types.includes("uuid") || format === "uuid") return uuid(draw);
  const isNumber = ["integer", "number"].includes(typeOf(asSchema(declared)) ?? "");
  if (isNumber || types.some((type) => /^(?:smallint|integer|bigint|numeric)/.test(type))) {
    const most = maximum ?? (types.includes("smallint") ? 30_000 : 2_000_000_000);
    return String(minimum + draw(Math.max(1, most - minimum)));
  }
  const [name = ""] = columns.map((column) => column.name);
  const text = format === "email" ? `${short(draw)}@example.com` : madeText(name, 0, draw);
  return text.slice(0, Math.min(maxLength ?? 200, ...types.map(lengthOf)));
}

/** Of the states that a thing may be in the one that says that it is to be had. */
const free = (values: string[]): string | undefined => values.find(isFree);
export const isFree = (value: unknown): boolean => typeof value === "string" && freeWord.test(value);
const freeWord =
  /^(?:free|available|open|vacant|unsold|empty|active|on_?sale|published|libre|disponible|frei|verfuegbar|verfügbar|livre|disponivel|disponível)$/i;

/** A letter and up to three digits, as seats are numbered. */
const short = (draw: Draw): string => `${String.fromCodePoint(65 + draw(26))}${1 + draw(999)}`;

function madeText(name: string, variant: number, draw: Draw): string {
  if (variant === 0 && /mail/i.test(name)) return `${short(draw)}@example.com`.toLowerCase();
  const guesses = [short(draw), short(draw).slice(0, 1), String(1 + draw(99)), short(draw).toLowerCase(), "EUR"];
  return guesses[variant] ?? short(draw);
}

const lengthOf = (type: string): number => Number(/^(?:varchar|char)\((\d+)\)/.exec(type)?.[1] ?? 200);
