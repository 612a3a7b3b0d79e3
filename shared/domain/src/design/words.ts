import { isLeast } from "./least.ts";
import { never } from "../never.ts";
import type { CallStep, Comparison, IfStep, OnConflict, Step, Value, Where } from "./step.ts";
import { callMillis } from "./through-services.ts";
import { some, value } from "./words-of-values.ts";

/** What an operation will do, one plain sentence a step; a transaction says so and lists its own. */
export const wordsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step, n) => wordsOfStep(step, steps[n + 1]));

/** The same of one of them, before the one that comes next. */
export function wordsOfStep(step: Step, next: Step | undefined): string[] {
  if (!("transaction" in step)) return [sentence(step, asksWhetherFound(next))];
  const inside = wordsOf(step.transaction);
  return inside.length < 2 ? inside : ["All of this or nothing:", ...inside];
}

/** A step before such an `if` leaves it to that what happens when there is no row. */
export const asksWhetherFound = (next: Step | undefined): boolean =>
  next !== undefined && "if" in next && typeof next.if === "object" && "found" in next.if;

function sentence(step: Exclude<Step, { transaction: Step[] }>, isAsked: boolean): string {
  if ("insert" in step) return `Adds a row to ${step.insert} with ${fields(step.values)}${conflicts(step.onConflict)}.`;
  if ("get" in step) {
    const kept = step.lock === "absent" ? "keeps others from looking for it so" : "keeps it from others";
    const lock = step.lock === undefined ? "" : `, and ${kept} until the end`;
    const absent = isAsked && step.else === undefined ? ", if there is one" : `, or answers ${step.else ?? 404}`;
    return `Reads the row of ${step.get} whose ${condition(step.by)}${lock}${throughCache(step)}${absent}.`;
  }
  if ("list" in step) {
    const where = step.where === undefined ? "" : ` whose ${condition(step.where)}`;
    const order = step.order === undefined ? "" : `, ordered by ${step.order.join(", ")}`;
    const cursor = step.cursor === undefined ? "" : `, from behind ${value(step.cursor)}`;
    const limit = step.limit === undefined ? "" : `, at most ${value(step.limit)}`;
    return `Lists rows of ${step.list}${where}${order}${cursor}${limit}.`;
  }
  if ("count" in step) {
    return `Counts the rows of ${step.count}${step.where === undefined ? "" : ` whose ${condition(step.where)}`}.`;
  }
  if ("update" in step) {
    const otherwise =
      step.else === undefined
        ? "answers 404 where there is none, and as declared or 409 where it is in another state"
        : `answers ${step.else} where there is none`;
    const absent = isAsked && step.else === undefined ? "" : `; ${otherwise}`;
    return `Sets ${fields(step.set)} in the row of ${step.update} whose ${condition(step.where)}${absent}.`;
  }
  if ("delete" in step) return `Deletes the rows of ${step.delete} whose ${condition(step.where)}.`;
  if ("take" in step) return taking(step);
  if ("increment" in step) {
    return `Adds ${step.by === undefined ? "1" : value(step.by)} to ${step.increment} where ${condition(step.where)}, in one step.`;
  }
  if ("publish" in step) {
    if (step.to === undefined) return `Publishes to ${step.publish}; no such queue is drawn, so nothing follows.`;
    const what = step.publish === step.to ? "" : ` ${step.publish}`;
    return `Publishes${what} to the queue ${step.to}${message(step.message)}; what follows happens later.`;
  }
  if ("call" in step) return calling(step, isAsked);
  if ("redirect" in step)
    return `Redirects to ${value(step.redirect)}${step.status === undefined ? "" : ` with ${step.status}`}.`;
  if ("return" in step) return answer(step.return);
  if ("if" in step) return choice(step);
  if ("forEach" in step) return `For each of ${value(step.forEach)}: ${wordsOf(step.do).join(" ")}`;
  if ("object.put" in step) return `Keeps ${value(step.body)} in the object store as ${step["object.put"]}.`;
  if ("object.get" in step) return `Reads ${step["object.get"]} from the object store, or answers ${step.else ?? 404}.`;
  if ("object.delete" in step) return `Deletes ${step["object.delete"]} from the object store.`;
  return cacheWords(step);
}

function taking({ take, where, set, else: otherwise }: Extract<Step, { take: string }>): string {
  const which = where === undefined ? "" : ` whose ${condition(where)}`;
  const what = set === undefined ? "deletes it" : `sets ${fields(set)} in it`;
  return `Takes a row of ${take}${which} that nobody else is taking, and ${what}; answers ${otherwise ?? 503} where none is left.`;
}

function choice({ if: asked, then: steps, else: otherwise }: IfStep): string {
  const when =
    "found" in asked && typeof asked.found === "boolean"
      ? asked.found
        ? "there is one"
        : "there is none"
      : condition(asked);
  if (steps.length === 0 && otherwise !== undefined) return `Unless ${when}: ${wordsOf(otherwise).join(" ")}`;
  const other = otherwise === undefined ? "" : ` Otherwise: ${wordsOf(otherwise).join(" ")}`;
  return `If ${when}: ${wordsOf(steps).join(" ")}${other}`;
}

function calling(step: CallStep, isAsked: boolean): string {
  const asked = `${step.method ?? "GET"} ${step.path} of ${step.to ?? step.call}`;
  if (step.to === undefined) return `Calls ${asked}; no arrow leads to such a service, so this answers 503.`;
  const body = step.body === undefined ? "" : ` with ${fields(step.body)}`;
  const otherwise =
    isAsked && step.else === undefined ? "" : `, or answers ${step.else ?? "what that refused with, or 503"}`;
  return `Calls ${asked}${body} and waits up to ${callMillis(step)} ms${otherwise}.`;
}

function throughCache({ cache }: Extract<Step, { get: string }>): string {
  if (cache === undefined) return "";
  if (cache.in === undefined) return " (not through a cache: none is used here, so `cache` has no effect)";
  const negative = cache.negative === undefined ? "" : `, and for ${cache.negative} that there is none`;
  return ` through ${theCache(cache.in)}, for ${cache.ttl ?? "ever"}${negative}`;
}

/** A drawn cache by its id, which often says that it is one. */
export const theCache = (id: string): string => (/cache/i.test(id) ? `the ${id}` : `the cache ${id}`);

type CacheStep = Extract<
  Step,
  { "cache.get": string } | { "cache.put": string } | { "cache.delete": string } | { "cache.increment": string }
>;

function cacheWords(step: CacheStep): string {
  const where = step.in === undefined ? "; no cache is drawn, so this has no effect" : "";
  const cache = step.in === undefined ? "the cache" : theCache(step.in);
  if ("cache.get" in step) return `Reads ${step["cache.get"]} from ${cache}${asHeld(step.is)}${where}.`;
  if ("cache.delete" in step) return `Deletes ${step["cache.delete"]} from ${cache}${asHeld(step.is)}${where}.`;
  const ttl = step.ttl === undefined ? "" : ` for ${step.ttl}`;
  if ("cache.put" in step) {
    const absent = step.absent === true ? ", if nothing is kept there yet, in one step" : "";
    return `Keeps ${value(step.value)} as ${step["cache.put"]} in ${cache}${ttl}${absent}${where}.`;
  }
  if ("cache.increment" in step) {
    const by = step.by === undefined ? "1" : value(step.by);
    const lives = step.ttl === undefined ? "" : `, which ends${ttl.replace(" for", "")} after its first`;
    return `Adds ${by} to ${step["cache.increment"]} in ${cache}${lives}, in one step${where}.`;
  }
  return never(step);
}

/** `, if its hold is the body's hold_id`: what a key has to hold. */
function asHeld(given: Value | undefined): string {
  if (given === undefined) return "";
  const json = typeof given === "object" && given !== null && "json" in given ? given.json : null;
  if (typeof json !== "object" || json === null || Array.isArray(json)) return `, if it is ${value(given)}`;
  return `, if its ${some(Object.entries(json).map(([name, part]) => `${name} is ${value({ json: part })}`))}`;
}

const message = (given: Record<string, Value> | undefined): string =>
  given === undefined ? "" : ` with ${fields(given)}`;

function answer({ status, body, location }: Extract<Step, { return: unknown }>["return"]): string {
  const code = `${status === undefined ? "" : ` ${status}`}${location === undefined ? "" : ` at ${location}`}`;
  if (body === undefined) return `Answers${code}.`;
  if (typeof body === "string") return `Answers${code} with ${value(body)}.`;
  const names = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const shown = names.map(([name, part]) => {
    const said = typeof part === "string" || isCall(part) ? value(part) : undefined;
    return said === undefined ? name : `${name} = ${said}`;
  });
  return `Answers${code}${shown.length === 0 ? "" : ` with ${some(shown)}`}.`;
}

const isCall = (part: unknown): part is { encode62: Value } =>
  typeof part === "object" && part !== null && "encode62" in part;

function fields(values: Record<string, Value>): string {
  const parts = Object.entries(values).map(([column, given]) => `${column} = ${value(given)}`);
  return parts.length === 0 ? "nothing but defaults" : some(parts);
}

const signs = { eq: "is", lt: "is before", lte: "is at most", gt: "is beyond", gte: "is at least" } as const;

function condition(where: Where): string {
  const parts = Object.entries(where).map(([column, given]) => {
    if (Array.isArray(given)) return `(${given.map(condition).join(" or ")})`;
    return `${column.startsWith("$") ? value(column) : column} ${comparison(given)}`;
  });
  return parts.length === 0 ? "columns are any" : parts.join(" and ");
}

function comparison(given: Comparison): string {
  if (typeof given !== "object" || given === null) return `is ${value(given)}`;
  if ("in" in given) return `is one of ${given.in.map(value).join(", ")}`;
  if ("eq" in given) return `${signs.eq} ${value(given.eq)}`;
  if ("anyCase" in given) return `is ${value(given.anyCase)} in upper or lower case`;
  if ("lt" in given) return `${signs.lt} ${value(given.lt)}`;
  if ("lte" in given) return `${signs.lte} ${value(given.lte)}`;
  if ("gt" in given) return `${signs.gt} ${value(given.gt)}`;
  if ("gte" in given && isLeast(given.gte)) return "is filled";
  if ("gte" in given) return `${signs.gte} ${value(given.gte)}`;
  return `is ${value(given)}`;
}

function conflicts(given: Record<string, OnConflict> | undefined): string {
  const parts = Object.entries(given ?? {}).map(([column, policy]) => {
    if (policy === "ignore") return `a taken ${column} is ignored`;
    if (policy === "return-existing") return `a taken ${column} answers its row`;
    if ("overwrite" in policy) return `a taken ${column} overwrites its row's ${some(policy.overwrite)}`;
    return `a taken ${column} is drawn again, up to ${policy.regenerate} times`;
  });
  return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
}
