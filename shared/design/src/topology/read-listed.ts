import type { ComponentKind } from "@proofroom/domain/design/model";
import type { Drawing } from "./drawing.ts";
import { kindOf } from "./kinds.ts";

const most = { lines: 2_000, items: 12, label: 40 };

const heading =
  /^[\s#>*_]*(?:(?:the )?(?:main |system )?(?:components?|parts|building blocks|stack|services|pieces)|komponenten|bausteine|teile|composants|componentes|componenti|partes|piezas|componenten|onderdelen)[*_]*\s*(?::[*_]*\s*(.*)|)$/i;
const item = /^\s{0,8}(?:[-*+•]|\d{1,2}[.)])\s+(.+)$/;

/** What a list of components names, `## Components` and below it `* PostgreSQL, one primary`, as a client, a service and what that asks; null where there is none. */
export function readListed(text: string): { labels: string[]; drawing: Drawing } | null {
  const found = new Map<string, ComponentKind>();
  for (const written of itemsIn(text)) {
    const label = labelOf(written);
    const kind = label === "" ? undefined : kindOf({ id: "n", label, shape: "rect", at: 0 });
    const isOwn = kind !== undefined && kind !== "client" && !pooler.test(label);
    if (isOwn && found.size < most.items) found.set(label, kind);
  }
  const of = (...kinds: ComponentKind[]): string[] =>
    [...found].flatMap(([label, kind]) => (kinds.includes(kind) ? [label] : []));
  // What a worker works on stands in a queue.
  const workers = of("queue").length === 0 ? [] : of("worker");
  if (of("service", "database").length === 0 || found.size < 2) return null;
  const services = of("service").length === 0 ? ["API service"] : of("service");
  const stores = of("database").length === 0 ? ["Database"] : of("database");
  const asked = [...stores, ...of("cache", "queue", "replicadb", "search", "objectstore")];
  const before = [...of("cdn"), ...of("gateway")];
  const chain = ["Client", ...before];
  const calls = [
    ...chain.slice(1).map((to, n) => [chain[n] ?? "", to]),
    ...services.map((to) => [chain.at(-1) ?? "", to]),
    ...services.flatMap((from) => asked.map((to) => [from, to])),
    ...workers.flatMap((to) => [...of("queue").map((from) => [from, to]), ...stores.map((store) => [to, store])]),
  ];
  const labels = [...new Set(calls.flat())];
  const id = (label = ""): string => `n${labels.indexOf(label) + 1}`;
  return {
    labels,
    drawing: {
      parts: new Map(labels.map((label) => [id(label), { label }])),
      calls: calls.map(([from, to]) => ({ from: id(from), to: id(to) })),
    },
  };
}

/** What stands before a database and keeps nothing. */
const pooler = /bouncer|pg-?pool|pooler/i;

/** The items below the first line that announces components, or those that stand behind it, `Parts: nginx, Django, PostgreSQL.` */
function itemsIn(text: string): string[] {
  const lines = text.split("\n", most.lines).map((line) => line.slice(0, 400));
  const at = lines.findIndex((line) => heading.test(line));
  if (at === -1) return [];
  const beside = heading.exec(lines[at] ?? "")?.[1]?.trim() ?? "";
  if (beside !== "") return beside.replace(/\.$/, "").split(/,\s+(?![^()]*\))/);
  const items: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const [, written] = item.exec(line) ?? [];
    if (written !== undefined) items.push(written);
    else if (/^#{1,6}\s/.test(line) || (items.length > 0 && /^\S/.test(line))) break;
  }
  return items;
}

/** `booking-service (Spring Boot, 4+ instances)` and `**Redis**: one key an event` by what they are called; none where that is a sentence. */
function labelOf(written: string): string {
  const label = written
    .replaceAll(/[`*"[\]{}|]/g, "")
    .split(/\s*(?:\(|:(?=\s|$)|\s[–—-]\s|[,;.](?:\s|$)|\bfor\b|\bwith\b|\bbehind\b)/)[0]
    ?.trim();
  return label === undefined || label.includes("::") || label.length > most.label || label.split(/\s+/).length > 4
    ? ""
    : label;
}
