import { deploy } from "./deploy.ts";
import type { Deps } from "./deps.ts";
import { retrying } from "./failures.ts";
import { leaveTurn } from "./leave-turn.ts";
import { record } from "./record.ts";
import { reserve } from "./reserve.ts";
import { review } from "./review.ts";
import { sweepHost } from "./sweep-host.ts";
import { sweepRuns } from "./sweep-runs.ts";
import { takeTurn } from "./take-turn.ts";
import { tearDown } from "./tear-down.ts";
import { test } from "./test.ts";

export type Activities = ReturnType<typeof createActivities>;

/** Every step of a run that touches the world, by the name under which workflows call it. */
export function createActivities(deps: Deps) {
  return {
    takeTurn: retrying(takeTurn(deps)),
    leaveTurn: leaveTurn(deps),
    review: retrying(review(deps)),
    reserve: reserve(deps),
    deploy: retrying(deploy(deps)),
    test: retrying(test(deps)),
    tearDown: retrying(tearDown(deps), Number.POSITIVE_INFINITY),
    record: record(deps),
    sweepRuns: retrying(sweepRuns(deps)),
    sweepHost: retrying(sweepHost(deps)),
  };
}
