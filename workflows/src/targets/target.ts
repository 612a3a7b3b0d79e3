import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { BootStep } from "@proofroom/domain/infrastructure/control";
import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import type { Finding } from "@proofroom/domain/design/finding";
import type { RunId } from "@proofroom/domain/id";

/** For whom something is deployed. `deploymentId` names every resource, so that a retry finds what the first try made. */
export interface Lease {
  runId: RunId;
  deploymentId: string;
}

/** `refused`: the design cannot run, and the findings say where. `failed`: the place could not run it. */
export type Deployed =
  | { outcome: "deployed"; deployment: Deployment }
  | { outcome: "refused"; findings: Finding[] }
  | { outcome: "failed"; reason: string };

type Fault = { kind: "crash" | "pause"; component: string };

/** What an injection did, verified; `skipped` says why it had no effect and is never counted as passed. */
type Injected = { outcome: "injected"; observed: string } | { outcome: "skipped"; reason: string };

/** What `list` finds: enough to destroy it, and to tell whether it is only just being made. */
interface Remains {
  runId: RunId;
  createdAt: Date;
}

/** A place where a design can run. */
export interface DeploymentTarget {
  readonly name: Deployment["target"];
  /** Faults this target can really cause. A plan that asks for others marks them `skipped`, never `passed`. */
  readonly faults: ReadonlySet<Fault["kind"]>;
  /**
   * Idempotent: a second call for the same lease adopts what the first one made, and is told its steps too. Rejects when
   * `signal` aborts, or the place breaks down; whatever stands by then is left to `destroy`, or to the next try.
   */
  deploy(blueprint: Blueprint, lease: Lease, tell: (step: BootStep) => void, signal: AbortSignal): Promise<Deployed>;
  inject(deployment: Deployment, fault: Fault, faultId: string): Promise<Injected>;
  heal(deployment: Deployment, faultId: string): Promise<void>;
  /** Idempotent, also for what was never deployed. Rejects, naming it, when anything is left. */
  destroy(deployment: Pick<Deployment, "runId">): Promise<void>;
  /** Everything of this place, also what its run has forgotten: for the sweep. */
  list(): AsyncIterable<Remains>;
}
