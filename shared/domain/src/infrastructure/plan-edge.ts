import type { Component, Edge } from "../design/model.ts";
import type { Blueprint } from "./blueprint.ts";
import { millisOf } from "./duration.ts";

interface Drawing {
  components: Component[];
  edges: Edge[];
  /** Where requests of the API would enter without a CDN. */
  door: string;
}

/**
 * The CDN that stands in the way of the API's requests: its arrow leads to their door, and clients have none of their own
 * there. `%% @cdn ttl=60s` is for answers that do not say themselves how long they may be kept.
 */
export function cdnOf(drawing: Drawing): Blueprint["parts"] {
  const cdn = inTheWay(drawing);
  if (cdn === undefined) return [];
  const ttlMillis = Math.max(0, millisOf(cdn.attrs["ttl"] ?? "") ?? 0);
  return [{ kind: "cdn", id: cdn.id, ttlMillis, before: drawing.door }];
}

export function cdnNotes(drawing: Drawing): string[] {
  const front = inTheWay(drawing);
  return drawing.components
    .filter(({ kind }) => kind === "cdn")
    .flatMap((cdn) => {
      if (cdn !== front)
        return [`${cdn.id} is not deployed: requests of the API enter through ${front?.id ?? drawing.door}`];
      if (millisOf(cdn.attrs["ttl"] ?? "") !== null) return [];
      return [`${cdn.id} keeps no answer that does not say for how long; with %% @${cdn.id} ttl=60s it does`];
    });
}

function inTheWay({ components, edges, door }: Drawing): Component | undefined {
  const isClient = (id: string): boolean => components.some((one) => one.id === id && one.kind === "client");
  if (edges.some(({ from, to }) => to === door && isClient(from))) return undefined;
  return components.find(({ id, kind }) => kind === "cdn" && edges.some(({ from, to }) => from === id && to === door));
}
