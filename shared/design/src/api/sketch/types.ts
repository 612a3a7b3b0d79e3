import { wordsIn } from "../../bind/names.ts";

/** Types as people write them beside a field, as JSON Schema; undefined where a word is none. */
export function typeNamed(word: string): Record<string, unknown> | undefined {
  const name = word.toLowerCase().replaceAll(/[_-]/g, "");
  const known = Object.entries(types).find(([, words]) => words.has(name))?.[0];
  if (known === undefined) return undefined;
  const [type = "", format] = known.split(" ");
  if (type === "any") return {};
  return format === undefined ? { type } : { type, format };
}

/** A type that nobody knows but that says what it is: `longURLString` is a URL, `userIdString` a text; undefined where it says nothing. */
export function typeMeant(word: string): Record<string, unknown> | undefined {
  const known = typeNamed(word);
  const words = wordsIn(word.slice(0, 60));
  if (known !== undefined || words.length < 2) return known;
  if (words.some((one) => one === "url" || one === "uri")) return typeNamed("uri");
  const last = words.at(-1) ?? "";
  return ofKinds.has(last) ? typeNamed(last) : undefined;
}

const ofKinds = new Set("string str int integer number boolean bool uuid timestamp datetime".split(" "));

const types: Record<string, ReadonlySet<string>> = {
  string: new Set("string str text varchar char slug token password".split(" ")),
  integer: new Set("int integer long bigint int32 int64 smallint serial".split(" ")),
  number: new Set("number num float double decimal numeric real money".split(" ")),
  boolean: new Set("bool boolean".split(" ")),
  "string uri": new Set("uri url link href".split(" ")),
  "string uuid": new Set("uuid guid".split(" ")),
  "string date-time": new Set("time datetime timestamp timestamptz instant iso8601".split(" ")),
  "string date": new Set("date day".split(" ")),
  "string email": new Set("email mail".split(" ")),
  object: new Set("object obj json map dict".split(" ")),
  array: new Set("array list".split(" ")),
  any: new Set("any unknown id".split(" ")),
};

export const typeNames: readonly string[] = Object.values(types).flatMap((words) => [...words]);

/** What an example shows of its type. */
export function typeOfExample(value: string | number | boolean): Record<string, unknown> {
  if (typeof value === "number") return { type: Number.isInteger(value) ? "integer" : "number" };
  if (typeof value === "boolean") return { type: "boolean" };
  if (/^[a-z][a-z\d+.-]*:\/\/\S+$|^https?(?::\/\/)?(?:\.{2,3}|…)$/i.test(value))
    return { type: "string", format: "uri" };
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(value)) return { type: "string", format: "uuid" };
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return { type: "string", format: "date-time" };
  return (/^\w{1,60}$/.test(value) ? typeMeant(value) : typeNamed(value)) ?? { type: "string" };
}
