import type { Value } from "./step.ts";

const roots: Record<string, string> = {
  body: "body's",
  path: "path's",
  query: "query's",
  header: "header's",
  row: "row's",
  item: "item's",
  message: "message's",
  called: "answer's",
};

/** `$body.url` → `the body's url`. */
export function value(given: Value): string {
  if (given === null) return "nothing";
  if (typeof given === "object") return made(given);
  if (typeof given !== "string") return String(given);
  const [, root = "", rest = ""] = /^\$(body|path|query|header|row|item|message|called)\.(.+)$/.exec(given) ?? [];
  if (root !== "") return `the ${roots[root]} ${rest}`;
  const listed = /^\$rows\.0\.(.+)$/.exec(given)?.[1];
  if (listed !== undefined) return `the first listed row's ${listed}`;
  const [, table, column] = /^\$([^.\s]+)\.(\S+)$/.exec(given) ?? [];
  if (column !== undefined) return `the ${table} row's ${column}`;
  switch (given) {
    case "$now":
      return "the time now";
    case "$row":
      return "the row";
    case "$rows":
      return "the rows";
    case "$body":
      return "the body";
    case "$count":
      return "the count";
    case "$cached":
      return "what was cached";
    case "$object":
      return "the object";
    case "$called":
      return "what was answered";
    case "$item":
      return "the item";
    case "$message":
      return "the message";
    case "$user":
      return "the caller";
    default:
      return JSON.stringify(given);
  }
}

function made(call: Exclude<Value, string | number | boolean | null>): string {
  if ("base62" in call) return `${call.base62} random characters${call.of === undefined ? "" : ` out of ${call.of}`}`;
  if ("uuid" in call) return "a new UUID";
  if ("snowflake" in call) return "a new Snowflake id";
  if ("nextval" in call) return `the next number of ${call.nextval}`;
  if ("encode62" in call) return `${value(call.encode62)} in base62`;
  if ("decode62" in call) return `the number that ${value(call.decode62)} is in base62`;
  if ("lower" in call) return `${value(call.lower)} in lower case`;
  if ("withoutQuery" in call) return `${value(call.withoutQuery)} without its query`;
  if ("hash" in call)
    return `the ${call.first === undefined ? "" : `first ${call.first} characters of the `}hash of ${value(call.hash)}`;
  if ("coalesce" in call) return `${value(call.coalesce[0])}, else ${value(call.coalesce[1])}`;
  if ("add" in call) return `${value(call.add[0])} plus ${value(call.add[1])}`;
  if ("json" in call) return document(call.json);
  if ("until" in call) return call.until === null ? "a time without an end" : `the time until ${value(call.until)}`;
  return `${value(call.sub[0])} minus ${value(call.sub[1])}`;
}

/** `{code: $urls.code}` → `a document of code`. */
function document(json: unknown): string {
  if (typeof json === "string") return value(json);
  if (Array.isArray(json)) return "a list";
  if (typeof json !== "object" || json === null) return JSON.stringify(json ?? null);
  const names = Object.keys(json);
  return names.length === 0 ? "an empty document" : `a document of ${some(names)}`;
}

/** A list that a sentence has room for. */
export function some(parts: string[]): string {
  const shown = parts.slice(0, 6).join(", ");
  return parts.length > 6 ? `${shown} and ${parts.length - 6} more` : shown;
}
