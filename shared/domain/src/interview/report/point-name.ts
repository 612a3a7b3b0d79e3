import type { ItemId } from "../speech.ts";

const areas: Record<string, string> = {
  req: "Requirements",
  arch: "Architecture",
  api: "API",
  data: "Data",
  rel: "Reliability",
  scale: "Scale",
  talk: "Trade-offs",
};

/** What a point of a problem belongs to, by the one word that its id tells. */
export const areaOf = (item: ItemId): string => areas[item.split("-")[0] ?? ""] ?? "Other";

/** "Data 3": names a point without saying what it is about. */
export const pointName = (item: ItemId): string => `${areaOf(item)} ${item.split("-")[1] ?? ""}`.trim();
