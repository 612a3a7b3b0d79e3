import type { Database } from "@proofroom/database/schema";
import type { RunId } from "@proofroom/domain/id";
import { type Suite, TestResult, type Verdict, verdictOf } from "@proofroom/domain/judge/result";
import { tell } from "@proofroom/domain/run/told";
import { loadJudge } from "@proofroom/problems/judge";
import { ApplicationFailure, Context } from "@temporalio/activity";
import type { Kysely } from "kysely";
import { controlFor } from "../judge/control-for.ts";
import { type Deployed, runTest } from "../judge/functional.ts";
import { createSend } from "../judge/send.ts";
import { traced } from "../judge/trace.ts";
import { plural } from "../judge/words.ts";
import { controlOf } from "../targets/local/control.ts";
import { beating } from "./beating.ts";
import { livingDeployment } from "./deployments.ts";
import type { Deps } from "./deps.ts";
import { frozenDesign } from "./frozen-design.ts";
import { followLog } from "./log-pump.ts";
import { createTeller } from "./teller.ts";

export interface TestInput {
  runId: RunId;
  deploymentId: string;
  suite: Suite & "functional";
}

/** Runs a suite against the deployment. What an earlier try has told stands; this one goes on behind it. */
export const test =
  (deps: Deps) =>
  async ({ runId, deploymentId, suite }: TestInput): Promise<{ verdict: Verdict }> => {
    const { db, problemsDir } = deps;
    const { info, cancellationSignal } = Context.current();
    using _beating = beating();
    await using teller = createTeller(db, runId, info.attempt);
    const deployment = await livingDeployment(db, deploymentId);
    const control = deployment === null ? null : controlOf(deployment.socketPath);
    if (deployment === null || control === null || (await control.status()) === null) {
      throw ApplicationFailure.nonRetryable("the deployment ended before its tests did", "DeploymentGone");
    }
    await using _log = await followLog(db, runId, teller, control);

    const began = performance.now();
    const { problem, capabilities, model } = await frozenDesign(deps, runId);
    const { seed: things, tests, lessons } = loadJudge(problemsDir, problem);
    // How many results are to come: without it nobody could tell four of five from four of four.
    teller.tell(tell({ type: "step", step: suite, state: "started", detail: plural(tests.length, "test") }));
    await using send = createSend(deployment.endpoint, cancellationSignal);
    const { operations, consumers, tables } = model;
    const deployed: Deployed = {
      operations,
      consumers,
      tables,
      seed: things,
      capabilities,
      send,
      control: controlFor(deployment),
    };
    const results = await toldResults(db, runId, suite);
    for (const [n, one] of tests.entries()) {
      if (results.some(({ name }) => name === one.name)) continue;
      // The attempt keeps a retried test away from the rows that its first try left.
      const seed = `${runId.slice(0, 8)}${n}${info.attempt}`;
      const judged = await runTest(one, lessons[one.teaches] ?? "", deployed, seed);
      const result = await traced(judged, control, model.components);
      results.push(result);
      teller.tell(tell({ type: "result", ...result }));
      await teller.flush();
    }
    await control.sumUp();
    const passed = results.filter(({ status }) => status === "passed").length;
    const millis = Math.round(performance.now() - began);
    const detail = `${passed} of ${results.length} passed`;
    teller.tell(tell({ type: "step", step: suite, state: "done", millis, detail }));
    return { verdict: verdictOf(results) };
  };

async function toldResults(db: Kysely<Database>, runId: RunId, suite: Suite): Promise<TestResult[]> {
  const rows = await db
    .selectFrom("run_event")
    .select("payload")
    .where("run_id", "=", runId)
    .where("type", "=", "result")
    .orderBy("seq")
    .execute();
  return rows.map(({ payload }) => TestResult.parse(payload)).filter((result) => result.suite === suite);
}
