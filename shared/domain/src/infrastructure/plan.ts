import { isDeployed, processesAtMost } from "../design/kinds.ts";
import type { Component, DesignModel, Edge } from "../design/model.ts";
import { mayCall, servicesCalled } from "../design/through-services.ts";
import type { Blueprint } from "./blueprint.ts";
import { millisOf } from "./duration.ts";
import { cacheNotes, cacheParts } from "./plan-caches.ts";
import { cdnNotes, cdnOf } from "./plan-edge.ts";
import { objectStoreNotes, objectStoresOf } from "./plan-objects.ts";
import { poolNotes } from "./plan-pools.ts";
import { queueNotes, queueParts } from "./plan-queues.ts";
import { standbyNotes, standbysOf } from "./plan-standbys.ts";

const servicesAtMost = 6;

type Readable = Pick<DesignModel, "components" | "edges" | "tables" | "operations" | "consumers"> & {
  ddl: Blueprint["ddl"];
};

/**
 * What of a design gets deployed. Services are reached through what is drawn: without a gateway in the drawing clients talk
 * to the first replica, and nothing spreads their requests; a service that no arrow of theirs leads to gets none. Where nothing is drawn, a gateway, one service and the database.
 */
export function planBlueprint(model: Readable): Blueprint {
  const { components, edges, tables, operations, ddl } = model;
  const front = frontOf(components, edges);
  const called = servicesCalled([...operations, ...(model.consumers ?? [])]);
  const outer = entered(components, edges, front);
  const inner = components.filter((one) => called.has(one.id) && !outer.includes(one));
  const drawnServices = [...outer, ...inner];
  const services = (drawnServices.length === 0 ? [defaultService] : drawnServices)
    .slice(0, servicesAtMost)
    .map(({ id, replicas }) => ({
      id,
      replicas: Math.max(1, Math.min(replicas, processesAtMost.service)),
      uses: usedBy(id, model, called),
      ...(inner.some((one) => one.id === id) ? { isInner: true } : {}),
    }));
  const isDrawn = drawnServices.length > 0 || components.some((c) => c.kind === "gateway");
  const gateway = front === null && !isDrawn ? defaultGateway : front;
  const database = components.find((c) => c.kind === "database") ?? (ddl.length > 0 ? { id: "database" } : null);
  const drawing = { components, edges, door: gateway?.id ?? services[0]?.id ?? defaultService.id };
  const parts = [...cacheParts(model), ...queueParts(model), ...objectStoresOf(components), ...cdnOf(drawing)];
  const deployed = [gateway, database, ...services, ...parts].flatMap((one) => (one === null ? [] : [one.id]));
  return {
    ddl,
    tables,
    operations,
    services,
    gateway: gateway === null ? null : gatewaySettings(gateway),
    database: database === null ? null : { id: database.id },
    standbys: database === null ? [] : standbysOf(components),
    parts,
    components,
    edges,
    notes: [
      ...cutNotes(components, new Set(deployed)),
      ...notesOf(components, front, drawnServices),
      ...cacheNotes(model),
      ...poolNotes(operations, tables),
      ...queueNotes(model),
      ...standbyNotes(components, services),
      ...objectStoreNotes(model),
      ...cdnNotes(drawing),
    ],
  };
}

/** The ids of what a service calls; of other services those that some step calls. */
const usedBy = (id: string, { components, edges }: Readable, called: ReadonlySet<string>): string[] =>
  components
    .filter(({ kind }) => kind !== "gateway" && kind !== "client")
    .filter((one) => one.kind !== "service" || (called.has(one.id) && mayCall(id, one.id, { components, edges })))
    .filter((one) => edges.some((edge) => edge.from === id && edge.to === one.id))
    .map((one) => one.id);

const defaultService = { id: "service", replicas: 1 };
const defaultGateway = { id: "gateway", replicas: 1, attrs: {} };

/** Of several gateways in a row, the one that clients meet first. */
function frontOf(components: Component[], edges: Edge[]): Component | null {
  const gateways = components.filter((c) => c.kind === "gateway");
  const isBehindAnother = (gateway: Component) =>
    edges.some((e) => e.to === gateway.id && gateways.some((g) => g.id === e.from));
  return gateways.find((g) => !isBehindAnother(g)) ?? gateways[0] ?? null;
}

/** The services that requests come to first; all of them where no arrow says which. */
function entered(components: Component[], edges: Edge[], front: Component | null): Component[] {
  const doors = front === null ? components.filter(({ kind }) => kind === "client") : [front];
  const seen = new Set(doors.map(({ id }) => id));
  const reached = new Set<string>();
  for (const from of seen)
    for (const { to } of edges.filter((edge) => edge.from === from && !edge.async)) {
      const kind = components.find(({ id }) => id === to)?.kind;
      if (kind === "service") reached.add(to);
      if (kind === "gateway" || kind === "cdn") seen.add(to);
    }
  return components.filter(({ id, kind }) => kind === "service" && (reached.size === 0 || reached.has(id)));
}

/**
 * `%% @gw retry=idempotent health=250ms eject=3 timeout=1s`. Health checks are on unless switched off, and with them a replica
 * is left out from its first failure on until a check finds it well; without them only where the drawing says so.
 */
function gatewaySettings({
  id,
  replicas,
  attrs,
}: Pick<Component, "id" | "replicas" | "attrs">): NonNullable<Blueprint["gateway"]> {
  const health = attrs["health"] === "off" ? 0 : (millisOf(attrs["health"] ?? "") ?? 250);
  return {
    id,
    replicas: Math.max(1, Math.min(replicas, processesAtMost.gateway)),
    healthMillis: health === 0 ? 0 : Math.max(50, health),
    retryIdempotent: attrs["retry"] === "idempotent",
    ejectAfter: ejectAfter(attrs["eject"], health === 0),
    timeoutMillis: Math.max(50, millisOf(attrs["timeout"] ?? "") ?? 5_000),
  };
}

function ejectAfter(said: string | undefined, isUnchecked: boolean): number {
  if (said === "off" || (said === undefined && isUnchecked)) return 0;
  return Math.max(1, Number.parseInt(said ?? "", 10) || 1);
}

/** Of what is deployed; of read replicas each that is not is told of by its name. */
const cutNotes = (components: Component[], deployed: ReadonlySet<string>): string[] =>
  components.flatMap(({ id, kind, replicas }) => {
    const most = processesAtMost[kind];
    if (kind === "replicadb" || replicas <= most || !deployed.has(id)) return [];
    return [`${id}: ${most} of ${replicas} replicas ${most === 1 ? "is" : "are"} deployed`];
  });

function notesOf(components: Component[], front: Component | null, services: Component[]): string[] {
  const notes: string[] = [];
  for (const { id } of services.slice(servicesAtMost))
    notes.push(`${id} is not deployed: ${servicesAtMost} services at most`);
  for (const one of components.filter((c) => c.kind === "service" && !services.includes(c)))
    notes.push(`${one.id} is not deployed yet: no arrow leads to it from ${front?.id ?? "the clients"}`);
  for (const { id, kind } of components)
    if (kind !== "client" && !isDeployed(kind)) notes.push(`${id} (${kind}) is not deployed yet`);
  for (const { id } of components.filter((c) => c.kind === "gateway" && c !== front)) {
    notes.push(`${id} is not deployed yet: requests enter through ${front?.id ?? "the service"}`);
  }
  for (const { id } of components.filter((c) => c.kind === "database").slice(1)) {
    notes.push(`${id} is not deployed yet: all tables lie in the first database`);
  }
  return notes;
}
