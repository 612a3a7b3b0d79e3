import { readDesign, loadReader } from "@proofroom/design/read";
import type { RunId } from "@proofroom/domain/id";
import { loadPublicProblem } from "@proofroom/problems/public";
import type { Deps } from "./deps.ts";

/** What a run froze, read as the browser reads it. */
export async function frozenDesign({ db, problemsDir }: Pick<Deps, "db" | "problemsDir">, runId: RunId) {
  const [{ texts, problem }] = await Promise.all([
    db
      .selectFrom("run")
      .innerJoin("run_design", "run_design.hash", "run.design_hash")
      .innerJoin("room", "room.id", "run.room_id")
      .select(["run_design.texts", "room.problem"])
      .where("run.id", "=", runId)
      .executeTakeFirstOrThrow(),
    loadReader(),
  ]);
  const { capabilities } = loadPublicProblem(problemsDir, problem);
  return { problem, capabilities, model: readDesign(texts, capabilities) };
}
