import { isRecord } from "../fields.ts";

/** `regenerate(3)`, `base62(7)`, `uuid()`, `snowflake()`, `nextval('order_no_seq')` as people write them, in the form that the vocabulary has. */
export function withCalls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCalls);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withCalls(part)]));
  if (typeof value !== "string") return value;
  const sequence = /^\$?nextval\(\s?'([\w."]{1,128})'(?:::regclass)?\s?\)$/i.exec(value.trim())?.[1];
  if (sequence !== undefined) return { nextval: sequence };
  const [, name = "", digits = ""] =
    /^\$?(regenerate|base62|uuid|snowflake|now)\((\d{0,3})\)$/.exec(value.trim()) ?? [];
  if (name === "uuid" || name === "snowflake") return { [name]: true };
  if (name === "now") return "$now";
  return name === "" ? value : { [name]: Number(digits === "" ? (name === "base62" ? 7 : 3) : digits) };
}
