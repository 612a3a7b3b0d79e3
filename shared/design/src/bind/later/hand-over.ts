import { keyWords } from "@proofroom/domain/design/key-words";
import type { Operation } from "@proofroom/domain/design/model";
import type { Idempotency, Step, Value } from "@proofroom/domain/design/step";
import { isPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { isCalled, throughQueues } from "@proofroom/domain/design/through-queue";
import { wordsOf } from "@proofroom/domain/design/words";
import type { Handed } from "./handed-over.ts";
import type { Route } from "./later-routes.ts";

/** A write that goes through a queue, with what in the design says so. */
export interface ToHand extends Handed {
  /** What answers the request meanwhile. */
  answer: Step[];
  /** Whose row such an answer is, where it says something of it. */
  name?: string;
  /** Still looked for before anything is published. */
  idempotency?: Idempotency | undefined;
  route: Route;
  why: string;
}

/**
 * Endpoints that publish instead of writing, and what the workers do with what comes. Where other messages go through the
 * same queue, each says which endpoint it comes from, so that a worker does with it what that endpoint would have done.
 */
export function handOver(
  operations: Operation[],
  handed: ReadonlyMap<Operation, ToHand>,
  queues: Route["queue"][],
): { operations: Operation[]; workers: ReadonlyMap<string, Step[]> } {
  const workers = new Map<string, Step[]>();
  const mark = markIn([...handed.values()]);
  const drawn = operations.map((operation): Operation => {
    const one = handed.get(operation);
    if (one === undefined) return operation;
    const { message, steps, route, answer, why, idempotency } = one;
    const own = [...handed.values()].filter((other) => other.route.queue.id === route.queue.id);
    const isAlone = own.length === 1 && !isPublishedTo(route.queue.id, operations, queues);
    const isMarked = !isAlone && !isSameRow(own);
    const marked: Record<string, Value> = isMarked ? { [mark]: operation.opId, ...message } : message;
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    const work: Step[] = isMarked ? [{ if: { [`$message.${mark}`]: operation.opId }, then: steps }] : steps;
    // Of messages that all add the same kind of row, their fields say what there is to do.
    if (isAlone || isMarked) workers.set(route.queue.id, [...(workers.get(route.queue.id) ?? []), ...work]);
    const all = [publishing(one, marked, route), ...answer];
    const { idempotency: _kept, idempotencyLine: _line, ...rest } = operation;
    return {
      ...rest,
      ...(idempotency === undefined ? {} : { idempotency }),
      steps: all,
      stepLines: all.map((step) => ({ line: operation.line, inside: isPlain(step) ? [] : [operation.line] })),
      words: [...(idempotency === undefined ? [] : [keyWords(idempotency)]), ...wordsOf(all)],
      because: { capability: operation.because?.capability ?? [], steps: [...(operation.because?.steps ?? []), why] },
    };
  });
  return { operations: drawn, workers };
}

const isPublishedTo = (queue: string, operations: Operation[], queues: Route["queue"][]): boolean =>
  throughQueues(operations, queues).some(({ steps }) =>
    plainSteps(steps).some((step) => "publish" in step && step.to === queue),
  );

/** Whether all of them add a row to one table, with nothing in it but what their messages carry. */
function isSameRow(handed: ToHand[]): boolean {
  const tables = handed.map(({ steps: [step, ...more] }) => {
    const isRow = step !== undefined && "insert" in step && more.length === 0 && step.onConflict === undefined;
    if (!isRow) return null;
    const isSent = Object.values(step.values).every(
      (value) => typeof value === "string" && value.startsWith("$message."),
    );
    return isSent ? step.insert : null;
  });
  return tables[0] !== null && new Set(tables).size === 1;
}

/** Called as the table that the worker adds to, so that names alone say what becomes of the message. */
export function publishing(
  { steps, name: own }: Pick<ToHand, "steps" | "name">,
  message: Record<string, Value>,
  { queue }: Route,
): Step {
  const table = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []))[0];
  const name = own ?? (table === undefined || isCalled(queue, table) ? queue.id : table);
  return { publish: name, ...(Object.keys(message).length === 0 ? {} : { message }), to: queue.id };
}

/** A field that no message has otherwise. */
function markIn(all: Handed[]): string {
  const taken = new Set(all.flatMap(({ message }) => Object.keys(message)));
  return ["event", "kind", "of"].find((name) => !taken.has(name)) ?? "_endpoint";
}
