import { setTimeout as pause } from "node:timers/promises";
import type { Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { Delivery } from "@proofroom/domain/infrastructure/queue-message";
import { requestTag } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import type { Queue } from "../queue/client.ts";
import { bareOperation } from "../service/bare-operation.ts";
import { following } from "../service/following.ts";
import { refusalOf } from "../service/refusal.ts";
import { type Answer, emptyScope } from "../service/scope.ts";
import { takeSteps, type Workshop } from "../service/take-steps.ts";

/** What a worker has done since its start. */
interface Counts {
  done: number;
  refused: number;
  /** Taken from the queue and not yet tried to the end. */
  underWay: number;
}

interface Consumer {
  component: string;
  queue: Pick<Queue, "take" | "acknowledge">;
  steps: Step[];
  /** Where each step is written; absent where names alone show what is done. */
  stepLines?: Operation["stepLines"];
  workshop: Workshop;
  log: (line: string) => void;
  /** Hears of each message that a test's request published how it went. */
  keep: (hop: Hop) => void;
  counts: Counts;
  signal: AbortSignal;
}

const takenAtOnce = 10;
const retryMillis = 200;

/**
 * Takes messages one after the other and does with each what the design says. A message is acknowledged once all is done and
 * committed; one whose steps refuse is left to come back when its time is up, so whatever is done with it may be done twice.
 */
export async function consume(consumer: Consumer): Promise<void> {
  const { component, queue, steps, stepLines, log, counts, signal } = consumer;
  // Line 0 is none: a step that is written nowhere has no line to lead to.
  const operation = bareOperation("POST", `/${component}`, steps, { opId: component, line: 0, stepLines });
  let isAway = false;
  while (!signal.aborted) {
    try {
      const taken = await queue.take(takenAtOnce);
      counts.underWay += taken.length;
      if (isAway) log("the queue answers again");
      isAway = false;
      await consumeAll(taken, operation, consumer);
    } catch (error) {
      if (!isAway) log(`the queue cannot be asked for now: ${error instanceof Error ? error.message : String(error)}`);
      isAway = true;
      await pause(retryMillis);
    }
  }
}

async function consumeAll(taken: Delivery[], operation: Operation, consumer: Consumer): Promise<void> {
  const { queue, counts, signal } = consumer;
  let left = taken.length;
  try {
    for (const delivery of taken) {
      const isDone = await consumeOne(delivery, operation, consumer);
      if (isDone && !signal.aborted) await queue.acknowledge(delivery.receipt);
      counts[isDone ? "done" : "refused"] += 1;
      counts.underWay -= 1;
      left -= 1;
    }
  } finally {
    // Those that the queue could not be told of any more come back to somebody.
    counts.underWay -= left;
  }
}

/** Whether all was done. */
async function consumeOne(delivery: Delivery, operation: Operation, consumer: Consumer): Promise<boolean> {
  const { component, log, keep, workshop } = consumer;
  const { receipt, deliveries, request } = delivery;
  const work = () => takeMessage(delivery, operation, workshop);
  const [at, began] = [new Date().toISOString(), performance.now()];
  const { result: refused, ...way } =
    request === undefined ? { result: await work() } : await following(request, operation, work);
  if (request !== undefined && "statements" in way) {
    const status = refused?.status ?? 200;
    const how = `message ${receipt}, delivery ${deliveries}`;
    keep({ request, component, kind: "worker", at, millis: performance.now() - began, status, how, ...way });
  }
  if (refused === null) return true;
  log(`message ${receipt} was refused: ${JSON.stringify(refused.body)} (delivery ${deliveries})${requestTag(request)}`);
  return false;
}

/** What refused it; null when all was done. */
async function takeMessage({ message }: Delivery, operation: Operation, workshop: Workshop): Promise<Answer | null> {
  const asked = { path: {}, query: {}, header: {}, body: undefined, user: null, message: message ?? {} };
  try {
    const outcome = await takeSteps(operation.steps, emptyScope(asked, workshop), operation, workshop);
    return outcome.next === "answer" && outcome.answer.status >= 400 ? outcome.answer : null;
  } catch (error) {
    return refusalOf(error, operation, new Set());
  }
}
