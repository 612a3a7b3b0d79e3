import { processesAtMost } from "../design/kinds.ts";
import type { Component } from "../design/model.ts";
import type { Blueprint } from "./blueprint.ts";
import { millisOf } from "./duration.ts";

/** Of all that are drawn; each is a Postgres server of its own. */
const standbysAtMost = processesAtMost.replicadb;
const delayAtMost = 60_000;

/** `%% @replica delay=500ms`: how much later than the database a drawn read replica shows what was written; 0 unless said. */
export function standbysOf(components: Component[]): Blueprint["standbys"] {
  return processesOf(components).slice(0, standbysAtMost);
}

/** How services use the replicas, and what of them is not deployed. */
export function standbyNotes(components: Component[], services: Blueprint["services"]): string[] {
  const all = processesOf(components);
  const notes = all
    .slice(standbysAtMost)
    .map(({ component }) => `${component} is not deployed: ${standbysAtMost} read replicas at most`);
  for (const id of new Set(all.slice(0, standbysAtMost).map((standby) => standby.id))) {
    const readers = services.filter(({ uses }) => uses.includes(id)).map((service) => service.id);
    notes.push(
      readers.length === 0
        ? `${id} is deployed, but nothing reads from it: no arrow leads to it from a service`
        : `${readers.join(" and ")} ${readers.length === 1 ? "reads" : "read"} from ${id} in endpoints that only read, and otherwise from the database; between the steps of a test it has up to 5 s to catch up`,
    );
  }
  for (const { id, attrs } of components.filter(({ kind }) => kind === "replicadb")) {
    const said = attrs["delay"];
    const millis = said === undefined ? 0 : millisOf(said);
    if (millis === null) notes.push(`${id} follows without a delay: ${said} is no time such as 500ms or 2s`);
    else if (millis > delayAtMost)
      notes.push(`${id} follows ${delayAtMost / 1_000} s behind, not ${said}: a run is short`);
  }
  return notes;
}

function processesOf(components: Component[]): Blueprint["standbys"] {
  return components
    .filter(({ kind }) => kind === "replicadb")
    .flatMap(({ id, replicas, attrs }) =>
      Array.from({ length: Math.max(1, replicas) }, (_, n) => ({
        id,
        component: replicas > 1 ? `${id}-${n + 1}` : id,
        delayMillis: Math.min(delayAtMost, Math.max(0, millisOf(attrs["delay"] ?? "") ?? 0)),
      })),
    );
}
