import type { Blueprint, Part } from "@proofroom/domain/infrastructure/blueprint";
import type { ServiceSettings } from "@proofroom/domain/infrastructure/component-message";
import { type PartProcess, replicasOf } from "./part.ts";

export function serviceParts(blueprint: Blueprint, connections: number): PartProcess[] {
  const { operations, tables } = blueprint;
  /** Parts of a kind that the service's arrows lead to. */
  const usedOf = (kind: Part["kind"], uses: string[]): string[] =>
    blueprint.parts.filter((part) => part.kind === kind && uses.includes(part.id)).map(({ id }) => id);
  return blueprint.services.flatMap((service) =>
    replicasOf(service).map((component) => ({
      component,
      id: service.id,
      kind: "service",
      async settings(peers): Promise<ServiceSettings> {
        const [database, standbys, caches, objectStores] = await Promise.all([
          peers.database(),
          peers.standbys(service.uses),
          peers.ofAll(usedOf("cache", service.uses)),
          peers.ofAll(usedOf("objectstore", service.uses)),
        ]);
        return { operations, tables, database, standbys, connections, caches, objectStore: objectStores[0] ?? null };
      },
    })),
  );
}
