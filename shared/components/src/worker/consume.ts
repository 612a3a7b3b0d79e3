import { setTimeout as pause } from "node:timers/promises";
import type { Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { Delivery } from "@proofroom/domain/infrastructure/queue-message";
import type { Queue } from "../queue/client.ts";
import { refusalOf } from "../service/refusal.ts";
import { emptyScope } from "../service/scope.ts";
import { takeSteps, type Workshop } from "../service/take-steps.ts";

interface Consumer {
  component: string;
  queue: Pick<Queue, "take" | "acknowledge">;
  steps: Step[];
  workshop: Workshop;
  log: (line: string) => void;
  signal: AbortSignal;
}

const takenAtOnce = 10;
const retryMillis = 200;

/**
 * Takes messages one after the other and does with each what the design says. A message is acknowledged once all is done and
 * committed; one whose steps refuse is left to come back when its time is up, so whatever is done with it may be done twice.
 */
export async function consume({ component, queue, steps, workshop, log, signal }: Consumer): Promise<void> {
  let isAway = false;
  while (!signal.aborted) {
    try {
      const taken = await queue.take(takenAtOnce);
      if (isAway) log("the queue answers again");
      isAway = false;
      for (const delivery of taken) {
        if ((await consumeOne(delivery, component, steps, workshop, log)) && !signal.aborted)
          await queue.acknowledge(delivery.receipt);
      }
    } catch (error) {
      if (!isAway) log(`the queue cannot be asked for now: ${error instanceof Error ? error.message : String(error)}`);
      isAway = true;
      await pause(retryMillis);
    }
  }
}

async function consumeOne(
  { message, deliveries, receipt }: Delivery,
  component: string,
  steps: Step[],
  workshop: Workshop,
  log: Consumer["log"],
): Promise<boolean> {
  const operation = operationOf(component, steps);
  const asked = { path: {}, query: {}, header: {}, body: undefined, user: null, message: message ?? {} };
  try {
    const outcome = await takeSteps(steps, emptyScope(asked, workshop.now()), operation, workshop);
    if (outcome.next !== "answer" || outcome.answer.status < 400) return true;
    log(`message ${receipt} was refused: ${JSON.stringify(outcome.answer.body)}`);
  } catch (error) {
    const refused = refusalOf(error, operation, new Set());
    log(`message ${receipt} was refused: ${JSON.stringify(refused.body)} (delivery ${deliveries})`);
  }
  return false;
}

/** What a worker does, in the form in which a service knows what it does. */
const operationOf = (component: string, steps: Step[]): Operation => ({
  opId: component,
  method: "POST",
  path: `/${component}`,
  line: 1,
  bodyRequired: false,
  parameters: [],
  responses: [],
  steps,
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
});
