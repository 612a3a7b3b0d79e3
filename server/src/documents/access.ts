import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { may } from "@proofroom/domain/room/permissions";
import type { Role, RoomMode, RoomState } from "@proofroom/domain/room/room";
import type { Person } from "./awareness.ts";
import type { ReadOnlyReason } from "./protocol.ts";

/** Whoever opened a socket, as the login and the room know them. */
export interface Visitor {
  roomId: RoomId;
  document: DocumentName;
  person: Person;
  /** Asked for every frame; null once the person is no member any more. */
  role: () => Role | null;
  state: () => RoomState;
  mode: RoomMode;
  /** As negotiated; the empty string for none. */
  subprotocol: string;
}

export type Access = { may: "edit" } | { may: "view"; reason: ReadOnlyReason } | { may: "nothing" };

/** What a visitor may do at this moment, by the one table of permissions. */
export function accessOf(visitor: Visitor): Access {
  const [role, state] = [visitor.role(), visitor.state()];
  const room = { state, mode: visitor.mode };
  if (role === null || !may("document.view", role, room)) return { may: "nothing" };
  if (may("document.edit", role, room)) return { may: "edit" };
  return { may: "view", reason: state === "ended" || state === "locked" ? state : "role" };
}

export const refusals: Record<ReadOnlyReason, string> = {
  ended: "The room has ended; its documents can be read and no longer changed.",
  locked: "The documents are locked; wait until the room's owner unlocks them.",
  role: "You may read this document; ask the room's owner for a role that may edit.",
  full: "This edit does not fit in the document; remove some text and try again.",
};
