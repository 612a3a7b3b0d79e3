import { isRecord } from "../fields.ts";

/** `$row.code` → `$urls.code` in a value, at any depth: said so, a step in between that takes another row changes nothing of it. */
export function ofTable<T>(value: T, table: string): T;
export function ofTable(value: unknown, table: string): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => ofTable(part, table));
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, ofTable(part, table)]));
  return typeof value === "string" ? value.replace(/^\$row\./, `$${table}.`) : value;
}
