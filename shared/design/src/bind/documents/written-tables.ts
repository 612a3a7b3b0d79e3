import type { Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Choice } from "../choose.ts";
import type { Known } from "../convention/convention.ts";
import { decided } from "../asking/decided.ts";
import type { SaidCapability } from "../said-capability.ts";
import type { Serving } from "./serving.ts";
import { whoIsKept } from "../owner/who-is-kept.ts";
import { readOperation } from "../steps/said-operation.ts";
import { inputsOf } from "../wires.ts";

export function stepsServing(
  chosen: ReadonlyMap<EndpointRead, Choice>,
  said: ReadonlyMap<EndpointRead, SaidCapability>,
  capabilities: Record<string, Capability>,
  known: Known,
): Serving[] {
  const found: (Serving & { read: EndpointRead; capability: Capability })[] = [];
  for (const [read, choice] of chosen) {
    const capability = capabilities[choice.capability];
    if (capability?.writes !== true) continue;
    const { endpoint } = read;
    const inputs = inputsOf(endpoint, capability, said.get(read));
    // What those before it keep is known; of what comes behind it is asked once more.
    const steps = stepsOf(read, capability, inputs, { ...known, keepsWho: whoIsKept(found) });
    found.push({ read, capability, endpoint, inputs, steps });
  }
  // Who asks may be known from what another endpoint keeps.
  const keepsWho = whoIsKept(found);
  return found.map(({ read, capability, endpoint, inputs, steps }) => ({
    endpoint,
    inputs,
    steps: JSON.stringify(steps).includes('"$user"')
      ? stepsOf(read, capability, inputs, { ...known, keepsWho })
      : steps,
  }));
}

/** The tables to which these endpoints add rows, or of which they fill those that are free. */
export const writtenTables = (serving: readonly Serving[]): Set<string> =>
  new Set(plainSteps(serving.flatMap(({ steps }) => steps)).flatMap((step) => tableFilled(step) ?? []));

/** What is wrong or in question there is told where the endpoint itself is read. */
function stepsOf(read: EndpointRead, capability: Capability, inputs: Operation["inputs"], known: Known): Step[] {
  const said = readOperation(read, () => {});
  if (said !== null) return said.steps;
  const decision = decided(read.endpoint, capability, inputs, known);
  switch (decision.by) {
    case "way":
      return decision.taken.flow.steps;
    case "question":
      return [];
    case "convention":
      return decision.found.steps ?? [];
  }
}
