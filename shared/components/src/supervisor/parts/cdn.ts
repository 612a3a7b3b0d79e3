import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { CdnSettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess, Peers } from "./part.ts";

/** It stands before the gateway, or before the first replica of a service that has none. */
export const cdnParts = ({ parts }: Blueprint): PartProcess[] =>
  parts.flatMap((part) => {
    if (part.kind !== "cdn") return [];
    const { id, ttlMillis, before } = part;
    const settings = async (peers: Peers): Promise<CdnSettings> => {
      const [upstream] = await peers.of(before);
      if (upstream === undefined) throw new Error(`${id} stands before ${before}, which is not deployed`);
      return { upstream: { host: upstream.host, port: upstream.port }, ttlMillis };
    };
    return [{ component: id, id, kind: "cdn", settings }];
  });
