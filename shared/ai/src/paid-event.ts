import type { ModelEvent, ModelFailure, Tier } from "./model.ts";

/** What a paid stream tells; the last one is `stop` or `failed`. */
export type PaidEvent = ModelEvent | { type: "sent"; tier: Tier } | Failed;

export interface Failed {
  type: "failed";
  failure: ModelFailure;
  /** For the log, not for the room. */
  detail: string;
}
