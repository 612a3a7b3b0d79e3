import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { ServiceSettings } from "@proofroom/domain/infrastructure/component-message";
import { type PartProcess, replicasOf } from "./part.ts";

export function serviceParts(blueprint: Blueprint, connections: number): PartProcess[] {
  const { operations, tables } = blueprint;
  return blueprint.services.flatMap((service) =>
    replicasOf(service).map((component) => ({
      component,
      id: service.id,
      kind: "service",
      async settings(peers): Promise<ServiceSettings> {
        const [database, standbys] = await Promise.all([peers.database(), peers.standbys(service.uses)]);
        return { operations, tables, database, standbys, connections };
      },
    })),
  );
}
