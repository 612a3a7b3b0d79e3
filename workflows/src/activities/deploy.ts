import type { RunId } from "@proofroom/domain/id";
import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import { tell } from "@proofroom/domain/run/told";
import { Context } from "@temporalio/activity";
import type { TargetName } from "../contract.ts";
import { beating } from "./beating.ts";
import type { Deps } from "./deps.ts";
import { frozenDesign } from "./frozen-design.ts";
import { findingTold } from "./review.ts";
import { createTeller } from "./teller.ts";

export interface DeployInput {
  runId: RunId;
  deploymentId: string;
  target: TargetName;
}

export type DeployOutcome = { outcome: "deployed" } | { outcome: "refused" | "failed"; reason: string };

/** Boots the design where it is to run. What the database refuses becomes a finding, not an error. */
export const deploy =
  (deps: Deps) =>
  async ({ runId, deploymentId, target }: DeployInput): Promise<DeployOutcome> => {
    const { info, cancellationSignal } = Context.current();
    using _beating = beating();
    await using teller = createTeller(deps.db, runId, info.attempt);
    const { model } = await frozenDesign(deps, runId);
    const deployed = await deps.targets[target].deploy(
      planBlueprint(model),
      { runId, deploymentId },
      (step) => teller.tell(tell({ type: "step", ...step })),
      cancellationSignal,
    );
    switch (deployed.outcome) {
      case "deployed":
        await keep(deps, deploymentId, deployed.deployment);
        return { outcome: "deployed" };
      case "refused":
        teller.tell(...deployed.findings.map((finding, n) => findingTold("deploy", n, finding)));
        return { outcome: "refused", reason: deployed.findings[0]?.message ?? "The database refused the schema." };
      case "failed":
        // A start that Stop broke off did not fail.
        cancellationSignal.throwIfAborted();
        return deployed;
    }
  };

async function keep({ db }: Deps, id: string, deployment: Deployment): Promise<void> {
  await db
    .updateTable("deployment")
    .set({ data: JSON.stringify(deployment), state: "living" })
    .where("id", "=", id)
    .where("state", "=", "creating")
    .execute();
}
