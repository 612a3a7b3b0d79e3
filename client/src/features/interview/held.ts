import type { HeldDecision, RoomEvent } from "@proofroom/domain/room/channel";

export interface Decided {
  decision: HeldDecision;
  by: string;
}

/** What staff decided about messages that waited, by the id of the waiting one. */
export const decisionsIn = (events: readonly RoomEvent[]): ReadonlyMap<string, Decided> =>
  new Map(
    events.flatMap((event) =>
      event.type === "held-decided" ? [[event.id, { decision: event.decision, by: event.by.name }] as const] : [],
    ),
  );
