import type { Component } from "../design/model.ts";
import type { DesignView } from "./design-view.ts";
import { type Graph, graphOf, reached } from "./graph.ts";

/** What a request can no longer do when one component stops. */
export interface Outage {
  component: Component;
  /** Endpoints that fail, as `GET /{code}`. */
  fails: string[];
  /** Endpoints that still answer. */
  answers: string[];
}

/** For each component that stands alone: what fails without it; only those without which something fails. */
export function outagesOf(
  view: DesignView,
  graph: Graph = graphOf(view.reading.model.components, view.reading.model.edges),
): Outage[] {
  const whole = reached(graph, null);
  if (graph.sources.length === 0 || view.operations.length === 0) return [];
  return [...graph.components.values()].flatMap((component) => {
    if (component.kind === "client" || component.replicas > 1 || !whole.has(component.id)) return [];
    const rest = reached(graph, component.id);
    const works = view.operations.map(({ operation, acts }) => {
      const isRead = operation.method === "GET" && acts.every(({ kind }) => kind === "get" || kind === "list");
      const opId = `${operation.method} ${operation.path}`;
      return { opId, before: isServed(graph, whole, isRead), after: isServed(graph, rest, isRead) };
    });
    const fails = works.filter(({ before, after }) => before && !after).map(({ opId }) => opId);
    const answers = works.filter(({ after }) => after).map(({ opId }) => opId);
    return fails.length === 0 ? [] : [{ component, fails, answers }];
  });
}

/** Whether requests get to what keeps the data (a read replica suffices for reads), or, where none is drawn, to a service. */
function isServed(graph: Graph, ids: ReadonlySet<string>, isRead: boolean): boolean {
  const all = [...graph.components.values()];
  const hasDatabase = all.some(({ kind }) => kind === "database");
  return all.some(({ id, kind }) => {
    if (!ids.has(id)) return false;
    if (!hasDatabase) return kind === "service";
    return kind === "database" || (isRead && kind === "replicadb");
  });
}

/** Services that alone stand on every way to the data. */
export const loneServices = (outages: readonly Outage[]): Component[] =>
  outages.map(({ component }) => component).filter(({ kind }) => kind === "service");
