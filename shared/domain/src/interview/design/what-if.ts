import type { Component } from "../../design/model.ts";
import type { DesignView } from "./design-view.ts";
import { sketchesOf } from "./sketches.ts";
import { type Graph, graphOf, reached } from "./graph.ts";

/** What a request can no longer do when one component stops. */
export interface Outage {
  component: Component;
  /** Endpoints that fail, as `GET /{code}`. */
  fails: string[];
  /** Endpoints that still answer. */
  answers: string[];
  /** Endpoints that answer as far as a cache holds what they read. */
  cached: string[];
  /** That cache. */
  cache: Component | null;
}

const known = new WeakMap<DesignView, readonly Outage[]>();

/** For each component that stands alone: what fails without it; only those without which something fails. */
export function outagesOf(view: DesignView): readonly Outage[] {
  const outages = known.get(view) ?? newOutages(view);
  known.set(view, outages);
  return outages;
}

function newOutages(view: DesignView): Outage[] {
  const graph = graphOf(view.reading.model.components, view.reading.model.edges);
  const whole = reached(graph, null);
  const operations =
    view.operations.length > 0 ? view.operations : sketchesOf(view).map((operation) => ({ operation, acts: [] }));
  if (graph.sources.length === 0 || operations.length === 0) return [];
  const before = servedBy(graph, whole);
  const works = operations.map(({ operation, acts }) => {
    const isRead = operation.method === "GET" && acts.every(({ kind }) => kind === "get" || kind === "list");
    const isOne = isRead && acts.every(({ kind }) => kind === "get");
    return {
      opId: `${operation.method} ${operation.path}`,
      does: isRead ? ("reads" as const) : ("writes" as const),
      isOne,
    };
  });
  return [...graph.components.values()].flatMap((component) => {
    if (component.kind === "client" || component.replicas > 1 || !whole.has(component.id)) return [];
    const left = reached(graph, component.id);
    const after = servedBy(graph, left);
    const cache = [...graph.components.values()].find(({ id, kind }) => kind === "cache" && left.has(id)) ?? null;
    const isCached = ({ isOne }: (typeof works)[number]) => cache !== null && isOne;
    const lost = works.filter(({ does }) => before[does] && !after[does]);
    if (lost.length === 0) return [];
    const ids = (some: typeof works) => some.map(({ opId }) => opId);
    const fails = ids(lost.filter((work) => !isCached(work)));
    const answers = ids(works.filter(({ does }) => after[does]));
    return [{ component, fails, answers, cached: ids(lost.filter(isCached)), cache }];
  });
}

/** Whether requests get to what keeps the data (a read replica suffices for reads), or, where none is drawn, to a service. */
function servedBy(graph: Graph, ids: ReadonlySet<string>): { reads: boolean; writes: boolean } {
  const all = [...graph.components.values()];
  const isKept = all.some(({ kind }) => kind === "database");
  const reach = (kind: Component["kind"]) => all.some((one) => one.kind === kind && ids.has(one.id));
  const writes = reach(isKept ? "database" : "service");
  return { writes, reads: writes || (isKept && reach("replicadb")) };
}

/** Services that alone stand on every way to the data. */
export const loneServices = (outages: readonly Outage[]): Component[] =>
  outages.map(({ component }) => component).filter(({ kind }) => kind === "service");
