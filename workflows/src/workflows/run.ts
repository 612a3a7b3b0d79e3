import type { Verdict } from "@proofroom/domain/judge/result";
import type { RunStatus } from "@proofroom/domain/run/status";
import { type NamedFact, tell } from "@proofroom/domain/run/told";
import {
  CancellationScope,
  ChildWorkflowCancellationType,
  getExternalWorkflowHandle,
  patched,
  ParentClosePolicy,
  startChild,
} from "@temporalio/workflow";
import type { Turn } from "../activities/take-turn.ts";
import { type LeaseInput, type RunInput, tornDownSignal, workflowId, workflows } from "../contract.ts";
import { type Ending, endingOf, notDeployed } from "./ending.ts";
import { hostSteps, localSteps, steps } from "./steps.ts";

/**
 * One run from its turn to its last event. Whatever happens in between, what was deployed is torn down before the
 * terminal status is told; a fault of the design is an outcome, never a failure of this workflow.
 */
export async function runDesign(input: RunInput): Promise<RunStatus> {
  const { runId, target, heartbeatMillis = 10_000, leaseMillis = 3_600_000 } = input;
  const say = (...facts: NamedFact[]): Promise<void> => localSteps.record({ runId, told: facts.map(tell) });
  let status: RunStatus = "pending";
  let deployed: { turn: Turn; deploymentId: string } | null = null;
  let verdict: Verdict | null = null;
  let opinion: Promise<void> = Promise.resolve();

  const enter = (next: RunStatus): Promise<void> => {
    status = next;
    return say({ type: "status", status });
  };

  const prove = async (): Promise<Ending> => {
    const anywhere = steps(heartbeatMillis);
    const turn = await anywhere.takeTurn({ runId });
    await enter("validating");
    const reviewed = await anywhere.review({ runId });
    if (reviewed.outcome === "refused") return { status: "validation_failed", reason: reviewed.reason };

    // Its findings are opinions: they block nothing, and nothing waits for them longer than for the tests.
    if (reviewed.asksModel === true) opinion = anywhere.reviewByModel({ runId }).catch(() => {});

    const deploymentId = await localSteps.reserve({ ...turn, runId, target, leaseMillis });
    deployed = { turn, deploymentId };
    await startLease({ runId, deploymentId, target, hostQueue: turn.hostQueue, millis: leaseMillis });
    await enter("deploying");
    const onHost = hostSteps(turn.hostQueue, heartbeatMillis);
    const booted = await onHost.deploy({ runId, deploymentId, target });
    if (booted.outcome === "refused") return { status: "validation_failed", reason: booted.reason };
    if (booted.outcome === "failed") return notDeployed(booted.reason);

    await enter("testing");
    ({ verdict } = await onHost.test({ runId, deploymentId, suite: "functional" }));
    await say({ type: "verdict", verdict });
    return { status: "completed" };
  };

  const cleanUp = async (): Promise<void> => {
    if (deployed !== null) {
      const { turn, deploymentId } = deployed;
      await hostSteps(turn.hostQueue, heartbeatMillis).tearDown({ runId, deploymentId, target });
      const lease = getExternalWorkflowHandle(workflowId.lease(deploymentId));
      await lease.signal(tornDownSignal);
    }
  };

  const explainFailure = async (how: Ending): Promise<void> => {
    const hasPassed = how.status === "completed" && verdict === "passed";
    if (hasPassed || how.status === "cancelled" || !patched("explain")) return;
    await steps(heartbeatMillis).explain({ runId, ending: how });
  };

  const ending = await prove().catch((error: unknown) => endingOf(error, status));
  await CancellationScope.nonCancellable(async () => {
    // What cannot be torn down now is left to the lease and the sweep; the run itself is over.
    await Promise.all([cleanUp().catch(() => {}), explainFailure(ending).catch(() => {}), opinion]);
    await localSteps.leaveTurn({ runId });
    await say({ type: "status", ...ending });
  });
  return ending.status;
}

/** It outlives this workflow, and Stop does not reach it: it is there for when nothing else is left. */
async function startLease(input: LeaseInput): Promise<void> {
  await startChild(workflows.lease, {
    workflowId: workflowId.lease(input.deploymentId),
    args: [input],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    cancellationType: ChildWorkflowCancellationType.ABANDON,
  });
}
