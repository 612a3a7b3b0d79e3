import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import type { Deployed } from "./target.ts";

/** For tests: the deployment, where nothing else may come out. */
export function deploymentOf(deployed: Deployed): Deployment {
  if (deployed.outcome !== "deployed") throw new Error(`not deployed: ${JSON.stringify(deployed)}`);
  return deployed.deployment;
}
