import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import { doingSettings } from "./doing.ts";
import { type PartProcess, replicasOf } from "./part.ts";

export function serviceParts(blueprint: Blueprint, connections: number): PartProcess[] {
  return blueprint.services.flatMap((service) =>
    replicasOf(service).map((component) => ({
      component,
      id: service.id,
      kind: "service",
      settings: (peers): Promise<DoingSettings> => doingSettings(blueprint, service.uses, connections, peers),
    })),
  );
}
