import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { ObjectStoreSettings } from "@proofroom/domain/infrastructure/component-message";
import type { PartProcess } from "./part.ts";

export const objectStoreParts = ({ parts }: Blueprint): PartProcess[] =>
  parts.flatMap((part) => {
    if (part.kind !== "objectstore") return [];
    const { id, mostBytes } = part;
    const settings = async ({ folder }: { folder: (component: string) => string }): Promise<ObjectStoreSettings> => ({
      folder: folder(id),
      mostBytes,
    });
    return [{ component: id, id, kind: "objectstore", settings }];
  });
