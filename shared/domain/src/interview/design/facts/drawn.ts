import type { Component, ComponentKind, Edge } from "../../../design/model.ts";
import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { graphOf, reached } from "../graph.ts";
import { says } from "../../language/negation.ts";
import { loneServices, outagesOf } from "../what-if.ts";

const drawn: readonly [FactName, ComponentKind][] = [
  ["gateway-drawn", "gateway"],
  ["service-drawn", "service"],
  ["database-drawn", "database"],
  ["cache-drawn", "cache"],
  ["queue-drawn", "queue"],
  ["replica-database-drawn", "replicadb"],
];

/** What the diagram shows; absent while nothing is drawn. */
export function drawnFacts(view: DesignView): Facts {
  const { components, edges } = view.reading.model;
  const all = components.filter(({ from }) => from !== "default");
  if (all.length === 0) return [];
  const of = (kind: ComponentKind) => all.filter((one) => one.kind === kind);
  const fact = (holds: boolean, one: Component | undefined, number?: string): Fact => ({
    holds,
    place: one?.line === undefined ? null : placeOf(view, "design", one.line),
    holes: {
      ...(one === undefined ? {} : { component: one.id }),
      ...(one?.line === undefined ? {} : { line: String(one.line) }),
      ...(number === undefined ? {} : { number }),
    },
  });

  const graph = graphOf(components, edges);
  const onPath = reached(graph, null);
  const services = of("service").filter(({ id }) => onPath.has(id));
  const single = services.find((one) => one.replicas < 2 && !hasTwin(one, services, edges));
  const [lone] = loneServices(outagesOf(view));
  const [cache] = of("cache");
  const queues = of("queue");
  const unread = queues.find(({ id }) => !isConsumed(view, id));
  return [
    ...drawn.map(([name, kind]): [FactName, Fact] => [name, fact(of(kind).length > 0, of(kind)[0])]),
    ...pairs(services.length > 0, "service-replicated", () => {
      const one = single ?? services[0];
      return fact(single === undefined, one, String(one?.replicas ?? 1));
    }),
    ...pairs(services.length > 0 && view.operations.length > 0, "no-single-service", () =>
      fact(lone === undefined, lone ?? services[0]),
    ),
    ...pairs(cache !== undefined, "cache-has-invalidation-text", () => invalidation(view, fact(false, cache))),
    ...pairs(queues.length > 0, "queue-has-consumer", () => fact(unread === undefined, unread ?? queues[0])),
  ];
}

/** Whether a box of its own does the same as another: called by the same, calling the same, as `app1` and `app2`. */
function hasTwin(one: Component, services: readonly Component[], edges: readonly Edge[]): boolean {
  const ways = ({ id }: Component): string =>
    edges
      .flatMap(({ from, to }) => (from === id ? [`>${to}`] : to === id ? [`<${from}`] : []))
      .toSorted()
      .join(" ");
  return services.some((other) => other.id !== one.id && ways(other) === ways(one));
}

const pairs = (decides: boolean, name: FactName, fact: () => Fact): Facts => (decides ? [[name, fact()]] : []);

/** Whether something takes from a queue: what it points to, or a worker that points at it. */
export function isConsumed({ reading: { model } }: DesignView, id: string): boolean {
  const kindOf = new Map(model.components.map((one) => [one.id, one.kind]));
  return model.edges.some(({ from, to }) => (from === id && to !== id) || (to === id && kindOf.get(from) === "worker"));
}

const staleness = [
  "ttl",
  "expire",
  "expires",
  "expiry",
  "invalidate",
  "invalidated",
  "invalidation",
  "evict",
  "eviction",
  "stale",
  "refresh",
  "write-through",
  "write through",
  "time to live",
  "delete the entry",
  "deleted from the cache",
  "removed from the cache",
  "purge",
  "lru",
];

function invalidation(view: DesignView, without: Fact): Fact {
  const paragraph = view.prose.find(
    ({ text, heading }) =>
      /cache|redis|memcache|ttl/i.test(`${heading} ${text}`) && staleness.some((word) => says(text, word)),
  );
  const isStep = view.operations.some(({ acts }) =>
    acts.some(({ step }) => "get" in step && step.cache?.ttl !== undefined),
  );
  if (paragraph === undefined) return isStep ? { ...without, holds: true } : without;
  return { ...without, holds: true, place: placeOf(view, "design", paragraph.line, paragraph.endLine) };
}
