import type { ComponentKind } from "@proofroom/domain/design/model";
import type { Flow, FlowNode } from "./flow.ts";
import { kindOf } from "./kinds.ts";

/** What a component is, and whether that is but a guess. */
export interface KindInPlace {
  kind: ComponentKind;
  isGuessed: boolean;
}

type Kinds = ReadonlyMap<string, ComponentKind | undefined>;

/**
 * What each component of a flowchart is: as a directive says, else by its name, else by what leads to it and where it leads.
 * `writer` behind a queue is a worker, `shortener` between gateway and database a service, and who asks and is asked by
 * nobody a client. `nginx + php-fpm` is what answers where nothing else does.
 */
export function kindsInPlace(flow: Flow, said: Kinds): Map<string, KindInPlace> {
  const named: Kinds = new Map([...flow.nodes.values()].map((node) => [node.id, said.get(node.id) ?? kindOf(node)]));
  return new Map(
    [...flow.nodes.values()].map((node) => {
      const own = said.get(node.id);
      return [node.id, own === undefined ? byPlace(node, flow, named) : { kind: own, isGuessed: false }];
    }),
  );
}

const stores: ReadonlySet<unknown> = new Set(["database", "replicadb", "cache", "queue", "objectstore", "search"]);
const before: ReadonlySet<unknown> = new Set(["client", "gateway", "cdn"]);

function byPlace(node: FlowNode, flow: Flow, named: Kinds): KindInPlace {
  const { id } = node;
  const read = named.get(id);
  const from = flow.edges.filter((edge) => edge.to === id).map((edge) => edge.from);
  const to = flow.edges.filter((edge) => edge.from === id).map((edge) => edge.to);
  const of = (ids: string[]) => ids.map((one) => named.get(one));
  const isSource = to.length > 0 && from.length === 0;
  const known = (kind: ComponentKind): KindInPlace => ({ kind, isGuessed: false });
  if (read === undefined && isSource) {
    // Who takes rows from a database and hands them to a queue is no client: an outbox's relay.
    return known(of(to).includes("database") && of(to).includes("queue") ? "worker" : "client");
  }
  if (read === undefined && takes(id, flow, named)) return known("worker");
  if (read === undefined) {
    const isAsked = from.some((one) => before.has(named.get(one)) || isUnnamedSource(one, flow, named));
    return { kind: "service", isGuessed: !isAsked || !of(to).some((kind) => stores.has(kind)) };
  }
  if (read === "gateway" && to.some((one) => stores.has(named.get(one))) && answersItself(node, named))
    return known("service");
  if (read === "service" && isSource && isFace(node, flow)) return known("client");
  // `Spring Boot<br/>Caffeine cache`: between those who ask and the database stands what answers, where nothing else does.
  const isBetween = from.some((one) => before.has(named.get(one))) && of(to).includes("database");
  if (read === "cache" && isBetween && ![...named.values()].includes("service")) return known("service");
  const isServed = [...named].some(([one, kind]) => kind === "service" && !takes(one, flow, named));
  return known(read === "service" && isServed && takes(id, flow, named) ? "worker" : read);
}

const isUnnamedSource = (id: string, { edges }: Flow, named: Kinds): boolean =>
  named.get(id) === undefined && !edges.some((edge) => edge.to === id);

/** Whether nothing but queues leads to it, to which it does not lead back; beside a worker that takes as well it has to write somewhere. */
function takes(id: string, { edges }: Flow, named: Kinds): boolean {
  const queues = new Set(edges.filter(({ to }) => to === id).map(({ from }) => from));
  if (queues.size === 0 || [...queues].some((one) => named.get(one) !== "queue")) return false;
  const to = edges.filter(({ from }) => from === id).map((edge) => edge.to);
  const isAlone = !edges.some((edge) => queues.has(edge.from) && edge.to !== id);
  return !to.some((one) => queues.has(one)) && (isAlone || to.some((one) => stores.has(named.get(one))));
}

/** A gateway in whose box stands what it hands requests to, `nginx/unicorn`, `Caddy and our Go binary`, where no service is drawn. */
function answersItself(node: FlowNode, named: Kinds): boolean {
  const parts = node.label
    .split(/\s*[+&/,;()]\s*|\s(?:->|→|and|with|und|mit|et|avec|y|con|e|com|i|z)\s/i)
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:x\s?\d|\d)/i.test(part));
  const more = parts.filter((part) => kindOf({ ...node, id: "", label: part }) !== "gateway" && !ofGateways.test(part));
  return more.length > 0 && more.length < parts.length && ![...named.values()].includes("service");
}

/** What a gateway does itself. */
const ofGateways = /\b(?:tls|ssl|https?|waf|auth\w*|limit\w*|rate|cach\w*|rout\w*|static|gzip|replicas?|instances?)\b/i;

/** `web --> gateway`, `Web app --> API`, `web --> API` beside `web --> Stripe`: what people look at, in front of what is built. */
function isFace({ id, label }: FlowNode, { edges, nodes }: Flow): boolean {
  const asked = edges.flatMap(({ from, to }) => (from === id ? (nodes.get(to) ?? []) : [])).map(kindOf);
  return (
    /^(?:the )?(?:web ?(?:app|site|page|ui)?|(?:react |vue |mobile |single.page |native )?app|site|ui|front ?-?end|pwa|portal)$/i.test(
      label.trim(),
    ) &&
    asked.some((kind) => kind !== undefined) &&
    asked.every((kind) => kind === undefined || ["gateway", "service", "cdn"].includes(kind))
  );
}
