import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { keyName } from "@proofroom/domain/design/key-words";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Conventional } from "./asked.ts";
import { byConvention, type Known } from "../convention/convention.ts";
import { keySource } from "../key/idempotency.ts";
import { withKeyInCache } from "../key/key-in-cache.ts";
import { withKeyLookedFor } from "../key/looked-for-key.ts";
import { toldInCache } from "../key/told-in-cache.ts";
import { byWayOnce } from "../ways/by-way-once.ts";
import type { Fitting } from "../ways/fitting.ts";
import { doneIn } from "../ways/told/done/not-done.ts";

/** How it is decided what an endpoint does whose document does not spell it out. */
export type Decided =
  | { by: "way"; taken: Fitting; others: Fitting[] }
  /** Several ways would fit, and nothing says which. */
  | { by: "question"; ways: Fitting[]; why: string | undefined }
  | { by: "convention"; found: Conventional };

/** By the way of its capability that the design shows, else by convention; with the key of a request kept in the cache, or looked for, where that is told. */
export function decided(
  endpoint: Endpoint,
  capability: Capability | undefined,
  inputs: Operation["inputs"],
  known: Known,
): Decided {
  const kept = keyKeeping(endpoint, capability, known);
  const fitting = (one: Fitting): Fitting => {
    const { steps, said } = kept(one.flow);
    return { ...one, flow: { ...one.flow, steps }, because: [...one.because, ...said] };
  };
  if (capability?.ways !== undefined) {
    const { taken, others, why } = byWayOnce(endpoint, capability, inputs, known);
    if (taken !== null) return { by: "way", taken: fitting(taken), others: others.map(fitting) };
    if (others.length > 0) return { by: "question", ways: others.map(fitting), why };
  }
  const found = byConvention(endpoint, capability, known);
  if (found.steps === null) return { by: "convention", found };
  const { steps, said } = kept({ steps: found.steps, idempotency: found.idempotency });
  return { by: "convention", found: { ...found, steps, because: [...(found.because ?? []), ...said] } };
}

type Flow = Pick<Fitting["flow"], "steps" | "idempotency">;
type Keeping = (flow: Flow) => { steps: Flow["steps"]; said: string[] };

/** What keeps the key of an endpoint's requests in the cache, or looks for it first, where the documents tell of that. */
function keyKeeping(endpoint: Endpoint, capability: Capability | undefined, known: Known): Keeping {
  const { besideOf, toldOf, codeOf, togetherOf, retold, toldOfAll, design, tables, senses } = known;
  const { line } = endpoint;
  const source = capability?.idempotentBy === undefined ? undefined : keySource(endpoint, capability.idempotentBy);
  const told = source === undefined ? null : toldInCache(keyName(source), [besideOf(line), doneIn(design)]);
  return (flow) => {
    if (source === undefined) return { steps: flow.steps, said: [] };
    const cached = told === null ? null : withKeyInCache(flow, source, told, { endpoint, tables, senses });
    if (told !== null && cached !== null)
      return { steps: cached, said: [`the key is kept in the cache: ${told.said}`] };
    const own = [besideOf(line), toldOf(line), codeOf(line), togetherOf(line), retold];
    const looked = withKeyLookedFor(flow, source, { endpoint, tables }, { own, toldOfAll });
    return looked === null ? { steps: flow.steps, said: [] } : { steps: looked.steps, said: [looked.said] };
  };
}
