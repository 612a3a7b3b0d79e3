import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { type PartProcess, replicasOf } from "./part.ts";

/** Several gateways listen at one port, as behind one public address; only Linux spreads connections over them. */
export function gatewayParts(
  { gateway, services, operations }: Blueprint,
  platform: NodeJS.Platform = process.platform,
): PartProcess[] {
  if (gateway === null) return [];
  const { id, replicas, ...policy } = gateway;
  const declared = operations.flatMap(({ idempotency }) =>
    idempotency !== undefined && "header" in idempotency ? [idempotency.header] : [],
  );
  const keyHeaders = [...new Set(["idempotency-key", ...declared.map((header) => header.toLowerCase())])];
  const components = replicasOf({ id, replicas: platform === "linux" ? replicas : 1 });
  const isOneOfSeveral = components.length > 1;
  return components.map((component, n) => ({
    component,
    id,
    kind: "gateway",
    async settings(peers): Promise<GatewaySettings> {
      const outer = services.filter(({ isInner }) => isInner !== true);
      const upstreams = await Promise.all(outer.map((service) => peers.of(service.id)));
      const first = n === 0 ? null : await peers.first(id);
      return { ...policy, keyHeaders, upstreams: upstreams.flat(), isOneOfSeveral, sharedPort: first?.port ?? 0 };
    },
  }));
}

/** What of the gateways cannot run on this system. */
export const gatewayNotes = (blueprint: Blueprint, platform: NodeJS.Platform = process.platform): string[] => {
  const drawn = blueprint.gateway?.replicas ?? 1;
  const runs = gatewayParts(blueprint, platform).length;
  return blueprint.gateway === null || runs >= drawn
    ? []
    : [`${blueprint.gateway.id}: ${runs} of ${drawn} is deployed, since this system lets one process listen at a port`];
};
