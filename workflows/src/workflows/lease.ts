import { condition, defineSignal, setHandler } from "@temporalio/workflow";
import { type LeaseInput, tornDownSignal } from "../contract.ts";
import { hostSteps, localSteps } from "./steps.ts";

/** Tears a deployment down when its time is over, unless it is told that somebody else did. */
export async function lease({
  runId,
  deploymentId,
  target,
  hostQueue,
  millis,
}: LeaseInput): Promise<"ended" | "expired"> {
  let isTornDown = false;
  setHandler(defineSignal(tornDownSignal), () => {
    isTornDown = true;
  });
  if (await condition(() => isTornDown, millis)) return "ended";
  await hostSteps(hostQueue, 10_000).tearDown({ runId, deploymentId, target });
  // The run that had the host may be gone without having left it.
  await localSteps.leaveTurn({ runId });
  return "expired";
}
