import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess } from "./part.ts";

export function gatewayParts({ gateway, services, operations }: Blueprint): PartProcess[] {
  if (gateway === null) return [];
  const { id, ...policy } = gateway;
  const declared = operations.flatMap(({ idempotency }) => (idempotency === undefined ? [] : [idempotency.header]));
  const keyHeaders = [...new Set(["idempotency-key", ...declared.map((header) => header.toLowerCase())])];
  return [
    {
      component: id,
      id,
      kind: "gateway",
      async settings(peers): Promise<GatewaySettings> {
        const upstreams = await Promise.all(
          services.filter(({ isInner }) => isInner !== true).map(({ id: one }) => peers.of(one)),
        );
        return { ...policy, keyHeaders, upstreams: upstreams.flat() };
      },
    },
  ];
}
