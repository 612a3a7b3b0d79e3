import { recordRun } from "@proofroom/database/record-run";
import type { Database } from "@proofroom/database/schema";
import type { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";

const reason = "The run was ended from outside. This is not the design's doing: press Run again.";

/**
 * Temporal knows whether a run goes on, Postgres what everybody sees of it. Where the workflow has ended without telling the
 * last status (an operator terminated it), that is added here. Answers whether it was.
 */
export async function reconcile(
  { db, engine }: { db: Kysely<Database>; engine: Engine },
  runId: RunId,
): Promise<boolean> {
  if ((await engine.state(runId)) !== "closed") return false;
  await recordRun(db, runId, [tell({ type: "status", status: "failed", reason })]);
  return true;
}
