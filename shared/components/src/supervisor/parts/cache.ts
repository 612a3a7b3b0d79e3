import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { CacheSettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess } from "./part.ts";

export const cacheParts = ({ parts }: Blueprint): PartProcess[] =>
  parts
    .filter((part) => part.kind === "cache")
    .map(({ id, bytes }) => ({
      component: id,
      id,
      kind: "cache",
      settings: async (): Promise<CacheSettings> => ({ bytes }),
    }));
