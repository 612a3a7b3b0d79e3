import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import type { StartDependencies } from "./start-run.ts";

export type Cancelled = { outcome: "asked" } | { outcome: "away"; message: string };

/** Asks a run to stop; it tears down and says so itself. One whose workflow does not exist yet is over at once. */
export async function cancelRun(
  { db, engine }: Pick<StartDependencies, "db" | "engine">,
  runId: RunId,
): Promise<Cancelled> {
  if ("off" in engine) return { outcome: "away", message: engine.off };
  try {
    if ((await engine.cancel(runId)) === "missing") {
      await recordRun(db, runId, [tell({ type: "status", status: "cancelled" })]);
    }
    return { outcome: "asked" };
  } catch (cause) {
    const isAway = await engine.ping().then(
      () => false,
      () => true,
    );
    if (!isAway) throw cause;
    return { outcome: "away", message: "Runs cannot be reached just now. Press Stop again in a moment." };
  }
}
