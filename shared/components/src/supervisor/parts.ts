import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import { cacheParts } from "./parts/cache.ts";
import { cdnParts } from "./parts/cdn.ts";
import { gatewayParts } from "./parts/gateway.ts";
import { objectStoreParts } from "./parts/objectstore.ts";
import type { PartProcess } from "./parts/part.ts";
import { queueParts } from "./parts/queue.ts";
import { serviceParts } from "./parts/service.ts";
import { workerParts } from "./parts/worker.ts";

const sessionsAtMost = 60;

/** All processes of a deployment, its database apart; what is called comes before who calls it. */
export function partsOf(blueprint: Blueprint): { parts: PartProcess[]; connections: number } {
  const workers = blueprint.parts.filter((part) => part.kind === "worker");
  const clients = [...blueprint.services, ...workers].reduce((sum, { replicas }) => sum + replicas, 0);
  const each = Math.max(2, Math.min(10, Math.floor(sessionsAtMost / Math.max(1, clients))));
  return {
    parts: [
      ...cacheParts(blueprint),
      ...queueParts(blueprint),
      ...objectStoreParts(blueprint),
      ...serviceParts(blueprint, each),
      ...workerParts(blueprint, each),
      ...gatewayParts(blueprint),
      ...cdnParts(blueprint),
    ],
    connections: each * clients,
  };
}

/** The drawn component where clients enter. */
export const doorOf = ({ gateway, services, parts }: Blueprint): string =>
  parts.find(({ kind }) => kind === "cdn")?.id ?? gateway?.id ?? services[0]?.id ?? "service";
