import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { QueueSettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess } from "./part.ts";

export const queueParts = ({ parts }: Blueprint): PartProcess[] =>
  parts
    .filter((part) => part.kind === "queue")
    .map(({ id, visibilityMillis, deliveries }) => ({
      component: id,
      id,
      kind: "queue",
      settings: async (peers): Promise<QueueSettings> => ({ visibilityMillis, deliveries, folder: peers.folder(id) }),
    }));
