import { recordRun } from "@proofroom/database/record-run";
import { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import { WorkflowNotFoundError } from "@temporalio/client";
import { sql } from "kysely";
import { hostQueue, runStart, workflowId, workflows } from "../contract.ts";
import type { Deps } from "./deps.ts";

/**
 * A server may end between a run's row and its workflow: then the workflow is started, its id makes that safe. A workflow
 * may be ended by an operator: then the run's last event is added. Answers the hosts that have something to look after.
 */
export const sweepRuns =
  (deps: Pick<Deps, "db" | "client" | "taskQueue" | "host" | "log">) => async (): Promise<string[]> => {
    const { db, client, taskQueue, host, log } = deps;
    const unfinished = await db
      .selectFrom("run")
      .select(["id", "suites"])
      .where("finished_at", "is", null)
      .where("created_at", "<", sql<Date>`now() - interval '30 seconds'`)
      .execute();
    for (const { id, suites } of unfinished) {
      const runId = RunId.parse(id);
      switch (await workflowState(client, workflowId.run(runId))) {
        case "running":
          break;
        case "missing":
          log.warn({ runId }, "starting a run whose workflow was never started");
          await client.workflow.start(workflows.run, runStart(taskQueue, { runId, target: "local", suites }));
          break;
        case "closed":
          log.warn({ runId }, "closing a run whose workflow has ended");
          await recordRun(db, runId, [tell({ type: "status", status: "failed", reason: endedFromOutside })]);
      }
    }
    const rows = await db
      .selectFrom("deployment")
      .select("task_queue")
      .distinct()
      .where("state", "<>", "gone")
      .execute();
    return [...new Set([hostQueue(taskQueue, host), ...rows.map((row) => row.task_queue)])];
  };

const endedFromOutside = "The run was ended from outside. This is not the design's doing: press Run again.";

async function workflowState(client: Deps["client"], id: string): Promise<"running" | "missing" | "closed"> {
  try {
    const { status } = await client.workflow.getHandle(id).describe();
    return status.name === "RUNNING" ? "running" : "closed";
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return "missing";
    throw error;
  }
}
