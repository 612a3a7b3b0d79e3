import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import type { Choice } from "./choose.ts";
import type { Known } from "./convention.ts";
import { decided } from "./decided.ts";
import type { SaidCapability } from "./said-capability.ts";
import { readOperation } from "./said-operation.ts";
import { inputsOf } from "./wires.ts";

/** The tables to which the endpoints that serve writing capabilities add rows. */
export function writtenTables(
  chosen: ReadonlyMap<EndpointRead, Choice>,
  said: ReadonlyMap<EndpointRead, SaidCapability>,
  capabilities: Record<string, Capability>,
  known: Known,
): Set<string> {
  const writing = [...chosen].flatMap(([read, choice]) => {
    const capability = capabilities[choice.capability];
    return capability?.writes === true ? stepsOf(read, capability, said.get(read), known) : [];
  });
  return new Set(plainSteps(writing).flatMap((step) => ("insert" in step ? [step.insert] : [])));
}

/** What is wrong or in question there is told where the endpoint itself is read. */
function stepsOf(
  read: EndpointRead,
  capability: Capability,
  saidCapability: SaidCapability | undefined,
  known: Known,
): Step[] {
  const said = readOperation(read, () => {});
  if (said !== null) return said.steps;
  const { endpoint } = read;
  const decision = decided(endpoint, capability, inputsOf(endpoint, capability, saidCapability), known);
  switch (decision.by) {
    case "way":
      return decision.taken.flow.steps;
    case "question":
      return [];
    case "convention":
      return decision.found.steps ?? [];
  }
}
