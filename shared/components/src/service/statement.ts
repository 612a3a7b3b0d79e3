import type { Column } from "@proofroom/domain/design/model";
import { epochUnit, sinceEpoch } from "@proofroom/domain/design/moment";
import { isRecord } from "./scope.ts";

/** One SQL statement in the making: names are quoted, values are always bound. */
export class Statement {
  readonly values: unknown[] = [];
  /** The sequences of which it draws a number. */
  readonly draws = new Set<string>();

  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** `a.b` names `b` of schema `a`. */
export const quoted = (name: string): string =>
  name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");

/** Of `table.column`. */
export function split(path: string): { table: string; column: string } {
  const at = path.lastIndexOf(".");
  return { table: path.slice(0, Math.max(0, at)), column: path.slice(at + 1) };
}

/**
 * JSON columns take any value as JSON, since the driver would send a list as a Postgres array. Bytes take a hash as its own, whole numbers a
 * time as they count it, and a range that a row held is written as it was.
 */
export function columnValue(value: unknown, column: Column | undefined): unknown {
  const type = column?.type;
  if (type?.startsWith("json") === true) return JSON.stringify(value);
  if (type === "bytea" && typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) return `\\x${value}`;
  const unit = column === undefined || !(value instanceof Date) ? undefined : epochUnit(column);
  if (unit !== undefined && value instanceof Date) return sinceEpoch(value, unit);
  if (type?.endsWith("range") === true && isRecord(value)) return `[${bound(value["lower"])},${bound(value["upper"])})`;
  return isRecord(value) ? JSON.stringify(value) : value;
}

const bound = (end: unknown): string => (typeof end === "string" ? end : "");
