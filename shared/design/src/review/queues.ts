import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { ComponentKind, Edge } from "@proofroom/domain/design/model";
import type { Drawn } from "../topology/drawn.ts";
import { drawEdits } from "./draw.ts";
import { placeOfStep } from "./places.ts";
import { fixOf, type Review } from "./seen.ts";

/** Work that waits for nobody, workers that nothing reaches, messages that have no queue. */
export const reviewQueues: Review = (seen, tell) => {
  if (seen.drawing === null) return;
  const { drawn, edges } = seen.drawing;
  const of = (kind: ComponentKind): Drawn[] => drawn.filter(({ component }) => component.kind === kind);
  const queues = of("queue");
  const draw = (label: string, lines: string[]) => [fixOf(label, drawEdits(seen, lines))];

  for (const { component, at } of queues) {
    const { id, label } = component;
    const isTaken = edges.some(({ from, to }) => from === id || (to === id && kindIn(drawn, from) === "worker"));
    if (isTaken) continue;
    tell("queue-without-consumer", {
      from: at,
      to: at + id.length,
      message: `Nothing takes from ${label}, so it only grows; draw the worker that does, with an arrow from the queue.`,
      fixes: draw("Draw a worker", [`${id} -.-> ${freeId(drawn, "worker")}[Worker]`]),
    });
  }
  for (const { component, at } of of("worker")) {
    const { id, label } = component;
    if (byTheClock.test(`${label} ${id}`) || isFed(edges, id, queues)) continue;
    const [queue, ...others] = queues;
    tell("worker-without-work", {
      from: at,
      to: at + id.length,
      message: `Nothing gives ${label} its work: draw an arrow to it from a queue, or call it what the clock starts, such as Cron.`,
      fixes:
        queue === undefined || others.length > 0
          ? []
          : draw(`It takes from ${queue.component.label}`, [`${queue.component.id} -.-> ${id}`]),
    });
  }
  if (queues.length > 0) return;
  for (const served of seen.served ?? [])
    for (const step of plainSteps(served.operation.steps)) {
      if (!("publish" in step)) continue;
      const service = of("service")[0]?.component.id;
      const [queue, worker] = [freeId(drawn, "queue"), freeId(drawn, "worker")];
      tell("publish-without-queue", {
        ...placeOfStep(served, step),
        message: `${served.operation.opId} publishes to ${step.publish}, and no queue is drawn that could take it; draw one, and the worker behind it.`,
        fixes:
          service === undefined
            ? []
            : draw("Draw a queue and a worker", [
                `${service} -.-> ${queue}[[${plain(step.publish)} queue]] -.-> ${worker}[Worker]`,
              ]),
      });
      return;
    }
};

const byTheClock =
  /cron|schedul|clock|timer|sweep|clean|expir|reap|batch|nightly|period|ttl|relay|poll|debezium|\bcdc\b/i;

const kindIn = (drawn: Drawn[], id: string): ComponentKind | undefined =>
  drawn.find(({ component }) => component.id === id)?.component.kind;

const isFed = (edges: Edge[], id: string, queues: Drawn[]): boolean =>
  edges.some(({ from, to }) => to === id || (from === id && queues.some(({ component }) => component.id === to)));

const freeId = (drawn: Drawn[], wanted: string): string =>
  kindIn(drawn, wanted) === undefined ? wanted : freeId(drawn, `${wanted}2`);

const plain = (name: string): string => name.replace(/[^\p{L}\p{N} _.-]/gu, " ").slice(0, 60);
