import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { ClientToServer, ServerToClient } from "@proofroom/domain/room/channel";
import type { Server, Socket } from "socket.io";
import type { CurrentMember } from "../rooms/member.ts";
import type { Standing } from "../rooms/open-sockets.ts";

/** What a socket is, once it was let in. */
export interface Seat {
  member: CurrentMember;
  standing: Standing;
  after: { room_event?: number; staff_event?: number };
}

export type ChannelServer = Server<ClientToServer, ServerToClient, Record<string, never>, { seat?: Seat }>;
export type ChannelSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { seat?: Seat }>;

/** Who hears what: the names of Socket.IO's own rooms. */
export const audience = {
  everybody: (roomId: RoomId) => `room/${roomId}`,
  staff: (roomId: RoomId) => `staff/${roomId}`,
  person: (roomId: RoomId, personId: PersonId) => `person/${roomId}/${personId}`,
};
