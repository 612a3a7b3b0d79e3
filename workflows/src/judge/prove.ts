import { randomUUID } from "node:crypto";
import { loadReader, readDesign } from "@proofroom/design/read";
import type { Finding } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import { RunId } from "@proofroom/domain/id";
import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import type { TestResult } from "@proofroom/domain/judge/result";
import { stops } from "@proofroom/domain/design/stops";
import { loadJudge } from "@proofroom/problems/judge";
import { loadPublicProblem } from "@proofroom/problems/public";
import type { DeploymentTarget } from "../targets/target.ts";
import { controlOf } from "../targets/local/control.ts";
import { controlFor } from "./control-for.ts";
import { runTest } from "./functional.ts";
import { createSend } from "./send.ts";

/** Refused by the review or by the database; `failed`: the platform could not deploy it. */
export type Proof =
  | { outcome: "refused"; finding: Finding }
  | { outcome: "failed"; reason: string }
  | { outcome: "tested"; results: TestResult[] };

export interface ProveOptions {
  target: DeploymentTarget;
  problemsDir: string;
  problem: string;
  /** Only the tests whose name begins so; all unless given. */
  only?: string;
  seed: string;
  signal: AbortSignal;
}

/** Deploys one design and runs the problem's functional suite against it, without a room around it. */
export async function prove(texts: Record<DocumentName, string>, options: ProveOptions): Promise<Proof> {
  const { target, problemsDir, problem, only = "", seed, signal } = options;
  await loadReader();
  const { capabilities } = loadPublicProblem(problemsDir, problem);
  const { seed: things, tests, lessons } = loadJudge(problemsDir, problem);
  const model = readDesign(texts, capabilities);
  const finding = model.findings.find(stops);
  if (finding !== undefined) return { outcome: "refused", finding };

  const runId = RunId.parse(randomUUID());
  try {
    const lease = { runId, deploymentId: `dep-${runId}` };
    const deployed = await target.deploy(planBlueprint(model), lease, () => {}, signal);
    if (deployed.outcome === "failed") return deployed;
    if (deployed.outcome === "refused") {
      const [refusal] = deployed.findings;
      return refusal === undefined
        ? { outcome: "failed", reason: "refused without a finding" }
        : { outcome: "refused", finding: refusal };
    }
    using _touching = touching(deployed.deployment);
    await using send = createSend(deployed.deployment.endpoint, signal);
    const driven = {
      operations: model.operations,
      consumers: model.consumers,
      tables: model.tables,
      seed: things,
      capabilities,
      send,
      control: controlFor(deployed.deployment),
    };
    const results: TestResult[] = [];
    for (const [n, test] of tests.filter(({ name }) => name.startsWith(only)).entries()) {
      results.push(await runTest(test, lessons[test.teaches] ?? "", driven, `${seed}${n}`));
    }
    return { outcome: "tested", results };
  } finally {
    await target.destroy({ runId });
  }
}

/** A supervisor that hears nothing for 30 s ends itself, and a test on a busy machine can take longer. */
function touching({ socketPath }: Pick<Deployment, "socketPath">): Disposable {
  const timer = setInterval(() => void controlOf(socketPath).touch(), 5_000);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
