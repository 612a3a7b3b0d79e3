import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import type { Choice } from "./choose.ts";
import { byConvention, type Known } from "./convention.ts";
import { readOperation } from "./said-operation.ts";

/** The tables to which the endpoints that serve writing capabilities add rows. */
export function writtenTables(
  chosen: ReadonlyMap<EndpointRead, Choice>,
  capabilities: Record<string, Capability>,
  known: Known,
): Set<string> {
  const tables = new Set<string>();
  for (const [read, choice] of chosen) {
    const capability = capabilities[choice.capability];
    if (capability?.writes !== true) continue;
    // What is wrong in it is told where the endpoint itself is read.
    const said = readOperation(read, () => {});
    const steps = said === null ? (byConvention(read.endpoint, capability, known).steps ?? []) : said.steps;
    for (const step of plainSteps(steps)) {
      if ("insert" in step) tables.add(step.insert);
    }
  }
  return tables;
}
