import type { BoundBy } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { scoreOf } from "./score.ts";

export interface Choice {
  capability: string;
  boundBy: BoundBy;
  confidence: number;
}

export interface Doubt {
  capability: string;
  /** The likeliest first; empty where nothing comes near. */
  candidates: EndpointRead[];
}

const enough = 0.6;
const near = 0.35;
const margin = 0.12;

/**
 * Which endpoint serves which capability, of those that the document does not say itself. One is taken only where it is
 * likely enough and clearly likelier than the next; everything else is a doubt, to be asked.
 */
export function choose(
  endpoints: EndpointRead[],
  capabilities: Record<string, Capability>,
  said: ReadonlyMap<EndpointRead, string>,
): { chosen: Map<EndpointRead, Choice>; doubts: Doubt[] } {
  const chosen = new Map<EndpointRead, Choice>();
  for (const [read, capability] of said) chosen.set(read, { capability, boundBy: "x-capability", confidence: 1 });
  const open = Object.entries(capabilities).filter(([name]) => ![...said.values()].includes(name));
  const ranked = open.map(([name, capability]) => {
    const candidates = endpoints
      .filter((read) => !said.has(read))
      .map((read) => ({ read, ...scoreOf(read, name, capability) }))
      .toSorted((a, b) => b.score - a.score);
    return { name, candidates };
  });
  const doubts: Doubt[] = [];
  // The clearest first: what one capability has taken is no candidate of another.
  for (const { name, candidates } of ranked.toSorted((a, b) => bestOf(b) - bestOf(a))) {
    const free = candidates.filter(({ read }) => !chosen.has(read));
    const [best, second] = free;
    const isClear = best !== undefined && best.score - (second?.score ?? 0) >= margin;
    if (best !== undefined && best.score >= enough && isClear) {
      const boundBy = best.byOperationId ? "operationId" : "convention";
      chosen.set(best.read, { capability: name, boundBy, confidence: best.score });
    } else {
      const candidatesNear = free.filter(({ score }) => score >= near).slice(0, 4);
      doubts.push({ capability: name, candidates: candidatesNear.map(({ read }) => read) });
    }
  }
  return { chosen, doubts };
}

const bestOf = ({ candidates }: { candidates: { score: number }[] }): number => candidates[0]?.score ?? 0;
