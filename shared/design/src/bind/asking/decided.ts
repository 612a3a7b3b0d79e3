import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Conventional } from "./asked.ts";
import { byConvention, type Known } from "../convention/convention.ts";
import { byWay } from "../ways/by-way.ts";
import type { Fitting } from "../ways/fitting.ts";

/** How it is decided what an endpoint does whose document does not spell it out. */
export type Decided =
  | { by: "way"; taken: Fitting; others: Fitting[] }
  /** Several ways would fit, and nothing says which. */
  | { by: "question"; ways: Fitting[]; why: string | undefined }
  | { by: "convention"; found: Conventional };

/** By the way of its capability that the design shows, else by convention. */
export function decided(
  endpoint: Endpoint,
  capability: Capability | undefined,
  inputs: Operation["inputs"],
  known: Known,
): Decided {
  if (capability?.ways !== undefined) {
    const { taken, others, why } = byWay(endpoint, capability, inputs, known);
    if (taken !== null) return { by: "way", taken, others };
    if (others.length > 0) return { by: "question", ways: others, why };
  }
  return { by: "convention", found: byConvention(endpoint, capability, known) };
}
