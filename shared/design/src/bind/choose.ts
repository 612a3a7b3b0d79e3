import type { BoundBy } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { stems } from "./names.ts";
import { allWords, lastOf, type Score, scoreOf, thingsIn } from "./score.ts";

export interface Choice {
  capability: string;
  boundBy: BoundBy;
  confidence: number;
  /** How much worse the design as a whole would be served by the next best choice. */
  margin: number;
  /** What speaks for it, a clause each. */
  because: string[];
}

export interface Doubt {
  capability: string;
  /** The likeliest first; empty where nothing comes near. */
  candidates: EndpointRead[];
}

const enough = 0.6;
const near = 0.35;
const margin = 0.12;
/** What its method and a field speak for is taken with less, where no other choice would do by far. */
const lone = { enough: 0.45, margin: 0.3 };
/** So much less what is called otherwise would serve, where another one is called just so. */
const unnamed = 0.15;
/** `custom-links` beside `links`. */
const narrower = 0.1;
/** So many candidates of each capability are weighed against each other. */
const most = 6;

interface Candidate extends Score {
  read: EndpointRead;
}

/**
 * Which endpoint serves which capability, of those that the document does not say itself. All capabilities are weighed
 * together, since what serves one does not serve another: one is taken only where it is likely enough and any other choice
 * clearly worse; everything else is a doubt, to be asked.
 */
export function choose(
  endpoints: EndpointRead[],
  capabilities: Record<string, Capability>,
  said: ReadonlyMap<EndpointRead, string>,
): { chosen: Map<EndpointRead, Choice>; doubts: Doubt[] } {
  const chosen = new Map<EndpointRead, Choice>();
  for (const [read, capability] of said) {
    const because = ["its x-capability says so"];
    chosen.set(read, { capability, boundBy: "x-capability", confidence: 1, margin: 1, because });
  }
  const open = Object.keys(capabilities).filter((name) => ![...said.values()].includes(name));
  const free = endpoints.filter((read) => !said.has(read));
  const things = thingsIn(endpoints);
  const ranked = new Map(open.map((name) => [name, candidatesOf(free, name, capabilities, things)]));
  const best = assign([...ranked], null);
  const doubts: Doubt[] = [];
  for (const [name, candidates] of ranked) {
    const taken = best.taken.get(name);
    const gap = taken === undefined ? 0 : best.total - assign([...ranked], { name, read: taken.read }).total;
    const isLikely = taken !== undefined && taken.score >= enough && gap >= margin;
    if (taken !== undefined && (isLikely || (taken.carries && taken.score >= lone.enough && gap >= lone.margin))) {
      const { because } = taken;
      const confidence = Math.min(1, taken.score);
      const boundBy = taken.byOperationId ? "operationId" : "convention";
      chosen.set(taken.read, { capability: name, boundBy, confidence, margin: Math.min(1, gap), because });
    } else doubts.push({ capability: name, candidates: candidates.map(({ read }) => read) });
  }
  // What one capability has taken is no candidate of another.
  const isFree = (read: EndpointRead): boolean => !chosen.has(read);
  const asked = doubts.map(({ capability, candidates }) => ({
    capability,
    candidates: candidates.filter(isFree).slice(0, 4),
  }));
  return { chosen, doubts: asked };
}

function candidatesOf(
  endpoints: EndpointRead[],
  name: string,
  capabilities: Record<string, Capability>,
  things: ReadonlySet<string>,
): Candidate[] {
  const scored = endpoints.map((read) => ({ read, ...scoreOf(read, name, capabilities, things) }));
  const capability = capabilities[name];
  const words = capability === undefined ? new Set<string>() : allWords(capability);
  const isNamed = scored.some(({ isCalledSo, score }) => isCalledSo && score >= enough);
  return scored
    .map((one) => {
      const isOther = isNamed && !one.isCalledSo && !one.isPlain && !one.byOperationId;
      const less = (isOther ? unnamed : 0) + (isNarrower(one.read, endpoints, words) ? narrower : 0);
      return { ...one, score: one.score - less };
    })
    .filter(({ score }) => score >= near)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

/** Whether an endpoint is called as another one and something more, which is no word of what is asked for. */
function isNarrower({ endpoint }: EndpointRead, endpoints: EndpointRead[], known: ReadonlySet<string>): boolean {
  const last = stems(lastOf(endpoint.path));
  return endpoints.some((other) => {
    const words = stems(lastOf(other.endpoint.path));
    const more = last.filter((stem) => !words.includes(stem));
    return words.length > 0 && more.length === last.length - words.length && more.some((stem) => !known.has(stem));
  });
}

interface Assigned {
  total: number;
  taken: Map<string, Candidate>;
}

/** The choice of endpoints, each for one capability at most, that serves all capabilities best; without one pair if that is barred. */
function assign(open: [string, Candidate[]][], barred: { name: string; read: EndpointRead } | null): Assigned {
  let best: Assigned = { total: 0, taken: new Map() };
  const used = new Map<string, Candidate>();
  const reach = open.map((_, n) => open.slice(n).reduce((sum, [, candidates]) => sum + (candidates[0]?.score ?? 0), 0));
  function go(n: number, total: number): void {
    if (total > best.total) best = { total, taken: new Map(used) };
    const [name, candidates] = open[n] ?? [];
    if (name === undefined || candidates === undefined || total + (reach[n] ?? 0) <= best.total) return;
    for (const candidate of candidates) {
      if (barred?.name === name && barred.read === candidate.read) continue;
      if ([...used.values()].some(({ read }) => read === candidate.read)) continue;
      used.set(name, candidate);
      go(n + 1, total + candidate.score);
      used.delete(name);
    }
    go(n + 1, total);
  }
  go(0, 0);
  return best;
}
