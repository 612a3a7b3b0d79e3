import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { WorkerSettings } from "@proofroom/domain/infrastructure/component-message";
import { doingSettings } from "./doing.ts";
import { type PartProcess, replicasOf } from "./part.ts";

export const workerParts = (blueprint: Blueprint, connections: number): PartProcess[] =>
  blueprint.parts
    .filter((part) => part.kind === "worker")
    .flatMap((worker) =>
      replicasOf(worker).map((component) => ({
        component,
        id: worker.id,
        kind: "worker",
        async settings(peers): Promise<WorkerSettings> {
          const doing = await doingSettings(blueprint, worker.uses, connections, peers);
          const consumes = worker.consumes.map(async ({ queue, ...does }) =>
            (await peers.of(queue)).map((at) => ({ queue: at, ...does })),
          );
          return { ...doing, consumes: (await Promise.all(consumes)).flat() };
        },
      })),
    );
