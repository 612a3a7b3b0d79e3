import type { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import { Context } from "@temporalio/activity";
import type { TargetName } from "../contract.ts";
import { controlOf } from "../targets/local/control.ts";
import { beating } from "./beating.ts";
import { livingDeployment } from "./deployments.ts";
import type { Deps } from "./deps.ts";
import { followLog } from "./log-pump.ts";
import { createTeller } from "./teller.ts";

export interface TearDownInput {
  runId: RunId;
  deploymentId: string;
  target: TargetName;
}

/** Ends a deployment and all that belongs to it, after its last log lines are kept. Fine when it is gone already. */
export const tearDown =
  ({ db, targets }: Pick<Deps, "db" | "targets">) =>
  async ({ runId, deploymentId, target }: TearDownInput): Promise<void> => {
    using _beating = beating();
    await using teller = createTeller(db, runId, Context.current().info.attempt);
    const began = performance.now();
    teller.tell(tell({ type: "step", step: "teardown", state: "started" }));
    const deployment = await livingDeployment(db, deploymentId);
    if (deployment !== null) {
      await using _log = await followLog(db, runId, teller, controlOf(deployment.socketPath));
    }
    await targets[target].destroy({ runId });
    await db.updateTable("deployment").set({ state: "gone" }).where("id", "=", deploymentId).execute();
    const millis = Math.round(performance.now() - began);
    teller.tell(tell({ type: "step", step: "teardown", state: "done", millis }));
  };
