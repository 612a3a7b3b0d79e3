import { processesAtMost } from "../design/kinds.ts";
import type { DesignModel } from "../design/model.ts";
import { queuesOf } from "../design/through-queue.ts";
import type { Blueprint } from "./blueprint.ts";
import { millisOf } from "./duration.ts";

const queuesAtMost = 3;
const workersAtMost = 3;

type Readable = Pick<DesignModel, "components" | "edges" | "consumers">;

/** `%% @q visibility=30s retries=5`: queues that somebody publishes to, and the workers that take from them. */
export function queueParts(model: Readable): Blueprint["parts"] {
  const queues = queuesOf(model).slice(0, queuesAtMost);
  return [
    ...queues.map(({ id, attrs }) => ({
      kind: "queue" as const,
      id,
      visibilityMillis: Math.max(100, millisOf(attrs["visibility"] ?? "") ?? 30_000),
      deliveries: Math.max(1, Math.min(Number.parseInt(attrs["retries"] ?? "", 10) || 5, 100)),
    })),
    ...workersOf(model, new Set(queues.map(({ id }) => id))).slice(0, workersAtMost),
  ];
}

function workersOf({ components, edges, consumers = [] }: Readable, queues: ReadonlySet<string>) {
  return components
    .filter(({ kind }) => kind === "worker")
    .flatMap(({ id, replicas }) => {
      const own = consumers.filter((one) => one.worker === id && queues.has(one.queue));
      if (own.length === 0) return [];
      const uses = edges.filter(({ from }) => from === id).map(({ to }) => to);
      const consumes = own.map(({ queue, steps, stepLines }) => ({ queue, steps, stepLines }));
      return [
        {
          kind: "worker" as const,
          id,
          replicas: Math.max(1, Math.min(replicas, processesAtMost.worker)),
          uses,
          consumes,
        },
      ];
    });
}

export function queueNotes(model: Readable): string[] {
  const deployed = new Set(queueParts(model).map(({ id }) => id));
  const missing = model.components.filter(
    ({ id, kind }) => (kind === "queue" || kind === "worker") && !deployed.has(id),
  );
  return missing.map(({ id, kind }) =>
    kind === "queue"
      ? `${id} is not deployed: no arrow leads to it from a service, or there are more than ${queuesAtMost} queues`
      : `${id} is not deployed: no arrow leads to it from a queue that is published to, or there are more than ${workersAtMost} workers`,
  );
}
