import type { Blueprint, Part } from "@proofroom/domain/infrastructure/blueprint";
import type { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import type { Peers } from "./part.ts";

/** What a service or a worker is told: the design, and where each part is that its arrows lead to. */
export async function doingSettings(
  { parts, operations, tables }: Blueprint,
  uses: readonly string[],
  connections: number,
  peers: Peers,
): Promise<DoingSettings> {
  const used = (kind: Part["kind"]) =>
    peers.ofAll(parts.filter((part) => part.kind === kind && uses.includes(part.id)).map(({ id }) => id));
  const [database, standbys, caches, queues, objectStores] = await Promise.all([
    peers.database(),
    peers.standbys([...uses]),
    used("cache"),
    used("queue"),
    used("objectstore"),
  ]);
  return { operations, tables, database, standbys, connections, caches, queues, objectStore: objectStores[0] ?? null };
}
