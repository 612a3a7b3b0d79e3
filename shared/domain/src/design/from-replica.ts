import { millisOf } from "../infrastructure/duration.ts";
import type { DesignModel, Operation } from "./model.ts";
import { plainSteps, writes } from "./steps-within.ts";

/**
 * Where an endpoint reads from when services lead to a read replica: one that only reads does so there. One that also writes
 * reads where it writes, or it would decide on what may be old.
 */
export function replicaWords(
  { steps }: Pick<Operation, "steps">,
  { components, edges }: Pick<DesignModel, "components" | "edges">,
): string[] {
  const isAsking = plainSteps(steps).some((step) => "get" in step || "list" in step || "count" in step);
  if (!isAsking || writes(steps)) return [];
  const services = new Set(components.filter(({ kind }) => kind === "service").map(({ id }) => id));
  const replica = components.find(
    ({ id, kind }) => kind === "replicadb" && edges.some(({ from, to }) => to === id && services.has(from)),
  );
  if (replica === undefined) return [];
  const said = replica.attrs["delay"] ?? "";
  const later = (millisOf(said) ?? 0) > 0 ? said : "a moment";
  return [
    `Reads from the replica ${replica.id}, which shows writes ${later} later; from the database while it is down.`,
  ];
}
