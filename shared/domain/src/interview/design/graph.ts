import type { Component, Edge } from "../../design/model.ts";

/** The drawn components and what follows from how they are joined. */
export interface Graph {
  components: ReadonlyMap<string, Component>;
  next: ReadonlyMap<string, readonly Edge[]>;
  /** Where requests come from: clients, else whatever nobody calls. */
  sources: string[];
}

const stores: ReadonlySet<Component["kind"]> = new Set(["database", "replicadb", "cache", "objectstore", "search"]);

/** Whether a component keeps things and calls nobody. */
export const isStore = ({ kind }: Component): boolean => stores.has(kind);

/** More than this is no drawing any more; the rest is not looked at. */
const mostComponents = 80;

export function graphOf(components: readonly Component[], edges: readonly Edge[]): Graph {
  const drawn = components.filter(({ from }) => from !== "default").slice(0, mostComponents);
  const known = new Map(drawn.map((one) => [one.id, one]));
  const next = new Map<string, Edge[]>();
  const entered = new Set<string>();
  for (const edge of edges.slice(0, 400)) {
    const caller = known.get(edge.from);
    if (caller === undefined || !known.has(edge.to) || edge.from === edge.to) continue;
    entered.add(edge.to);
    // What goes out of a store is its replication; no request waits for it.
    if (isStore(caller)) continue;
    const from = next.get(edge.from) ?? [];
    from.push(edge);
    next.set(edge.from, from);
  }
  const clients = drawn.filter(({ kind }) => kind === "client").map(({ id }) => id);
  const heads = drawn.filter(({ id }) => !entered.has(id) && next.has(id)).map(({ id }) => id);
  return { components: known, next, sources: clients.length > 0 ? clients : heads };
}

/** What a request reaches by waiting calls when `without` does not answer. */
export function reached(graph: Graph, without: string | null): Set<string> {
  const seen = new Set(graph.sources.filter((id) => id !== without));
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { to, async } of graph.next.get(id) ?? [])
      if (!async && to !== without && !seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
  return seen;
}

/** The longest chain of calls that wait for each other, from where requests come from, as far as a queue; without cycles. */
export function longestChain(graph: Graph): string[] {
  let best: string[] = [];
  let steps = 0;
  const walk = (path: string[]): void => {
    steps += 1;
    if (path.length > best.length) best = path;
    const last = path.at(-1) ?? "";
    if (steps > 2_000 || graph.components.get(last)?.kind === "queue") return;
    for (const { to, async } of graph.next.get(last) ?? []) if (!async && !path.includes(to)) walk([...path, to]);
  };
  for (const source of graph.sources) walk([source]);
  return best;
}
