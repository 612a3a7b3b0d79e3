import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess } from "./part.ts";

export function gatewayParts({ gateway, services }: Blueprint): PartProcess[] {
  if (gateway === null) return [];
  const { id, ...policy } = gateway;
  return [
    {
      component: id,
      id,
      kind: "gateway",
      async settings(peers): Promise<GatewaySettings> {
        const upstreams = await Promise.all(services.map((service) => peers.of(service.id)));
        return { ...policy, upstreams: upstreams.flat() };
      },
    },
  ];
}
