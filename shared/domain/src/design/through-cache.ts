import type { Component, DesignModel, Operation } from "./model.ts";
import type { PlainStep, Step, Where } from "./step.ts";
import { mapPlain, plainSteps, tableIn, writes } from "./steps-within.ts";

const usualTtl = "300s";

/** Caches to which an arrow leads from a service, in the order in which they are drawn. */
export function cachesOf({ components, edges }: Pick<DesignModel, "components" | "edges">): Component[] {
  const services = new Set(
    components.filter(({ kind }) => kind === "service" || kind === "worker").map(({ id }) => id),
  );
  return components.filter(
    ({ id, kind }) => kind === "cache" && edges.some((edge) => edge.to === id && services.has(edge.from)),
  );
}

/**
 * What operations do where caches are drawn. Endpoints that only read ask the cache first for a row by its key, unless
 * they say how themselves; those that write read from the database, or they would decide on what may be old. A read in a
 * transaction never goes through a cache.
 */
export function throughCaches<T extends Pick<Operation, "steps">>(operations: T[], caches: Component[]): T[] {
  const [usual] = caches;
  return operations.map((operation) => {
    const isReading = !writes(operation.steps);
    const steps = mapPlain(operation.steps, (step, isInTransaction) => {
      if ("get" in step) return isInTransaction ? step : throughCache(step, isReading, caches, usual);
      return inCache(step, usual);
    });
    return { ...operation, steps };
  });
}

type Get = Extract<PlainStep, { get: string }>;

function throughCache(step: Get, isReading: boolean, caches: Component[], usual: Component | undefined): Get {
  const said = step.cache;
  const cache = said?.in === undefined ? usual : caches.find(({ id }) => id === said.in);
  if (cache === undefined) return step;
  if (said === undefined && (!isReading || !isByKey(step.by))) return step;
  const ttl = said?.ttl ?? cache.attrs["ttl"] ?? usualTtl;
  return { ...step, cache: { ...said, key: said?.key ?? usualKey(step), ttl, in: cache.id } };
}

/** `cache.get` and the like go to the first cache that is drawn, where they name none. */
function inCache(step: PlainStep, usual: Component | undefined): PlainStep {
  const isCacheStep = Object.keys(step).some((key) => key.startsWith("cache."));
  return !isCacheStep || usual === undefined || ("in" in step && step.in !== undefined)
    ? step
    : { ...step, in: usual.id };
}

/** `urls:code={code}`: with the columns' names, since a code may look like an id. */
const usualKey = ({ get, by }: Get): string =>
  `${get}:${Object.keys(by)
    .map((column) => `${column}={${column}}`)
    .join(":")}`;

/** Whether every column is to equal one value. */
export const isByKey = (by: Where): boolean =>
  Object.keys(by).length > 0 &&
  Object.values(by).every(
    (condition) =>
      !Array.isArray(condition) &&
      (typeof condition !== "object" || condition === null || !unequal.some((word) => word in condition)),
  );

const unequal = ["lt", "lte", "gt", "gte", "in", "anyCase"];

/** What is kept of a table's rows: when a row is written, each of these keys of it is forgotten. */
export interface Kept {
  table: string;
  key: string;
  in: string;
}

export const keptBy = (operations: readonly { steps: readonly Step[] }[]): Kept[] => {
  const gets = operations.flatMap(({ steps }) => plainSteps(steps)).filter((step) => "get" in step);
  const kept = gets.flatMap(({ get, cache }) =>
    cache?.in === undefined || cache.key === undefined ? [] : [{ table: get, key: cache.key, in: cache.in }],
  );
  return [...new Map(kept.map((one) => [JSON.stringify(one), one])).values()];
};

/** Caches in which a step leaves something out of date, unless it is forgotten. */
export const forgottenBy = (step: Step, kept: readonly Kept[]): string[] => [
  ...new Set(
    kept
      .filter(({ table }) => plainSteps([step]).some((one) => writes([one]) && tableIn(one) === table))
      .map((k) => k.in),
  ),
];
