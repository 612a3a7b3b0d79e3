import { bareName, isMeant } from "./component-name.ts";
import type { Component, DesignModel, Operation } from "./model.ts";
import type { Step } from "./step.ts";
import { mapPlain, plainSteps } from "./steps-within.ts";

type Drawing = Pick<DesignModel, "components" | "edges">;

/** Queues to which an arrow leads from a service or a worker, in the order in which they are drawn. */
export function queuesOf({ components, edges }: Drawing): Component[] {
  const publishers = new Set(
    components.filter(({ kind }) => kind === "service" || kind === "worker").map(({ id }) => id),
  );
  return components.filter(
    ({ id, kind }) => kind === "queue" && edges.some((edge) => edge.to === id && publishers.has(edge.from)),
  );
}

/** Which worker takes from which queue: an arrow leads to it from there. */
export function takersOf({ components, edges }: Drawing): { worker: Component; queue: Component }[] {
  const of = (id: string, kind: Component["kind"]) => components.find((one) => one.id === id && one.kind === kind);
  return edges.flatMap(({ from, to }) => {
    const [queue, worker] = [of(from, "queue"), of(to, "worker")];
    return queue === undefined || worker === undefined ? [] : [{ worker, queue }];
  });
}

/** Each `publish` with the queue that its name says, else the only one that is drawn. */
export function throughQueues<T extends Pick<Operation, "steps">>(all: T[], queues: Component[]): T[] {
  return all.map((one) => ({ ...one, steps: withQueues(one.steps, queues) }));
}

export const withQueues = (steps: readonly Step[], queues: Component[]): Step[] =>
  mapPlain(steps, (step) => {
    if (!("publish" in step) || step.to !== undefined) return step;
    const queue = queues.find((one) => isCalled(one, step.publish)) ?? (queues.length === 1 ? queues[0] : undefined);
    return queue === undefined ? step : { ...step, to: queue.id };
  });

/** The names of the fields that messages of a queue have; null where one of them is a whole row. */
export function fieldsOfMessages(operations: readonly Pick<Operation, "steps">[], queue: string): string[] | null {
  const messages = operations
    .flatMap(({ steps }) => plainSteps(steps))
    .flatMap((step) => ("publish" in step && step.to === queue ? [step.message] : []));
  return messages.includes(undefined) ? null : [...new Set(messages.flatMap((message) => Object.keys(message ?? {})))];
}

/** What messages of a queue are published as. */
export const namesOfMessages = (operations: readonly Pick<Operation, "steps">[], queue: string): string[] =>
  operations
    .flatMap(({ steps }) => plainSteps(steps))
    .flatMap((step) => ("publish" in step && step.to === queue ? [step.publish] : []));

export const isCalled = (component: Pick<Component, "id" | "label">, name: string): boolean =>
  isMeant(component, name, plain);

/** `Click queue`, `clicks` and `click-events` are one name. */
export const plain = (name: string): string =>
  bareName(name, /queue|topic|stream|events?|jobs?|messages?|workers?|consumers?/g);
