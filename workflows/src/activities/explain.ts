import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import type { Explanation } from "@proofroom/domain/run/explanation";
import type { RunStatus } from "@proofroom/domain/run/status";
import { tell } from "@proofroom/domain/run/told";
import { Context } from "@temporalio/activity";
import type { Explained } from "../explain/case.ts";
import { explainByRules } from "../explain/explain-by-rules.ts";
import { fingerprintOf } from "../explain/template.ts";
import type { Deps } from "./deps.ts";
import { caseOf, knownExplanation } from "./explain-case.ts";
import { askWhy } from "./explain-model.ts";

/** Rules that are surer than this need no second opinion. */
const sure = 0.8;

/**
 * Tells why a run did not pass: by rules first, by a model where they are not sure and the room allows one. Best effort:
 * whatever goes wrong here, the run ends as it would without.
 */
export const explain =
  (deps: Pick<Deps, "db" | "ai" | "log">) =>
  async ({ runId, ending }: { runId: RunId; ending: { status: RunStatus; reason?: string } }): Promise<void> => {
    try {
      const given = await caseOf(deps.db, runId, ending);
      const byRules = explainByRules(given);
      const observed = given.run.results.filter(({ status }) => status === "failed").map(({ name }) => name);
      const print = fingerprintOf(`${ending.status}/${byRules.category}`, observed, given.run.log.slice(-200));
      const explained =
        byRules.confidence >= sure
          ? { ...byRules, source: "rules" as const }
          : ((await knownExplanation(deps.db, runId, print)) ??
            (await askWhy(deps, { runId, given, byRules, signal: Context.current().cancellationSignal })));
      await keep(deps, runId, print, explained);
    } catch (error) {
      deps.log.warn({ err: error, runId }, "a failed run could not be explained");
    }
  };

async function keep(
  { db }: Pick<Deps, "db">,
  runId: RunId,
  print: string,
  { nextStep, ...explanation }: Explained & Pick<Explanation, "source">,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable("run").set({ next_step: nextStep, failure_print: print }).where("id", "=", runId).execute();
    await recordRun(trx, runId, [tell({ type: "explanation", ...explanation })]);
  });
}
