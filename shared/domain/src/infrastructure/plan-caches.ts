import type { DesignModel } from "../design/model.ts";
import { cachesOf } from "../design/through-cache.ts";
import type { Blueprint } from "./blueprint.ts";

const cachesAtMost = 2;

type Drawing = Pick<DesignModel, "components" | "edges">;

/** `%% @cache size=16mb`: the caches that services use, with what each may hold. */
export const cacheParts = (drawing: Drawing): Blueprint["parts"] =>
  cachesOf(drawing)
    .slice(0, cachesAtMost)
    .map(({ id, attrs }) => {
      const megabytes = Number(/^(\d{1,3})\s*mb?$/i.exec(attrs["size"] ?? "")?.[1] ?? 32);
      return { kind: "cache", id, bytes: Math.max(1, Math.min(megabytes, 64)) * 1024 * 1024 };
    });

export function cacheNotes(drawing: Drawing): string[] {
  const used = cachesOf(drawing);
  const idle = drawing.components.filter((one) => one.kind === "cache" && !used.includes(one));
  return [
    ...idle.map(({ id }) => `${id} is not deployed: no arrow leads to it from a service`),
    ...used.slice(cachesAtMost).map(({ id }) => `${id} is not deployed: ${cachesAtMost} caches at most`),
  ];
}
