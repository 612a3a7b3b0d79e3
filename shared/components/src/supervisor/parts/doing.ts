import type { Blueprint, Part } from "@proofroom/domain/infrastructure/blueprint";
import type { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import type { Peers } from "./part.ts";

/** What a service or a worker is told: the design, and where each part is that its arrows lead to. */
export async function doingSettings(
  { parts, services, operations, tables }: Blueprint,
  uses: readonly string[],
  connections: number,
  peers: Peers,
): Promise<DoingSettings> {
  const used = (kind: Part["kind"]) =>
    peers.ofAll(parts.filter((part) => part.kind === kind && uses.includes(part.id)).map(({ id }) => id));
  const [database, standbys, caches, queues, objectStores, called] = await Promise.all([
    peers.database(),
    peers.standbys([...uses]),
    used("cache"),
    used("queue"),
    used("objectstore"),
    Promise.all(services.filter(({ id }) => uses.includes(id)).map(async ({ id }) => ({ id, at: await peers.of(id) }))),
  ]);
  const reached = { caches, queues, objectStore: objectStores[0] ?? null, services: called };
  return { operations, tables, database, standbys, connections, ...reached };
}
