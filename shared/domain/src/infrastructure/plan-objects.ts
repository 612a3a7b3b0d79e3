import type { Component, DesignModel } from "../design/model.ts";
import { plainSteps } from "../design/steps-within.ts";
import type { Blueprint } from "./blueprint.ts";

/** Bounded, since its objects lie on this host's disk. */
const mostBytes = 256 * 1024 * 1024;

export const objectStoresOf = (components: Component[]): Blueprint["parts"] =>
  components.flatMap(({ id, kind }) => (kind === "objectstore" ? [{ kind, id, mostBytes }] : []));

/** A store that is drawn and that no endpoint uses, or that endpoints use and no arrow leads to. */
export function objectStoreNotes({
  components,
  edges,
  operations,
}: Pick<DesignModel, "components" | "edges" | "operations">): string[] {
  const isUsing = operations
    .flatMap(({ steps }) => plainSteps(steps))
    .some((step) => "object.put" in step || "object.get" in step || "object.delete" in step);
  const services = new Set(components.filter(({ kind }) => kind === "service").map(({ id }) => id));
  return components
    .filter(({ kind }) => kind === "objectstore")
    .flatMap(({ id }) => {
      if (!isUsing) return [`${id} is deployed, but no endpoint puts an object there or gets one`];
      const isReached = edges.some(({ from, to }) => to === id && services.has(from));
      return isReached ? [] : [`${id} is deployed, but no arrow leads to it from a service: what uses it answers 503`];
    });
}
