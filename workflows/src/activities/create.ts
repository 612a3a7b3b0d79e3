import { deploy } from "./deploy.ts";
import type { Deps } from "./deps.ts";
import { explain } from "./explain.ts";
import { retrying } from "./failures.ts";
import { leaveTurn } from "./leave-turn.ts";
import { record } from "./record.ts";
import { reportAwaitRun } from "./report-await-run.ts";
import { reportCount } from "./report-count.ts";
import { reportEvidence } from "./report-evidence.ts";
import { reportFail, reportFinish } from "./report-finish.ts";
import { reportCompare } from "./report-judgement.ts";
import { reportPass } from "./report-pass.ts";
import { reserve } from "./reserve.ts";
import { reviewByModel } from "./review-by-model.ts";
import { review } from "./review.ts";
import { sweepHost } from "./sweep-host.ts";
import { sweepLedger } from "./sweep-ledger.ts";
import { sweepRuns } from "./sweep-runs.ts";
import { takeTurn } from "./take-turn.ts";
import { tearDown } from "./tear-down.ts";
import { test } from "./test.ts";

export type Activities = ReturnType<typeof createActivities>;

/** Every step of a run or a report that touches the world, by the name under which workflows call it. */
export function createActivities(deps: Deps) {
  return {
    takeTurn: retrying(takeTurn(deps)),
    leaveTurn: leaveTurn(deps),
    review: retrying(review(deps)),
    reviewByModel: reviewByModel(deps),
    explain: explain(deps),
    reserve: reserve(deps),
    deploy: retrying(deploy(deps)),
    test: retrying(test(deps)),
    tearDown: retrying(tearDown(deps), Number.POSITIVE_INFINITY),
    record: record(deps),
    reportAwaitRun: retrying(reportAwaitRun(deps), Number.POSITIVE_INFINITY),
    reportCount: retrying(reportCount(deps)),
    reportEvidence: retrying(reportEvidence(deps)),
    reportPass: retrying(reportPass(deps)),
    reportCompare: retrying(reportCompare(deps)),
    reportFinish: retrying(reportFinish(deps)),
    reportFail: reportFail(deps),
    sweepLedger: retrying(sweepLedger(deps)),
    sweepRuns: retrying(sweepRuns(deps)),
    sweepHost: retrying(sweepHost(deps)),
  };
}
