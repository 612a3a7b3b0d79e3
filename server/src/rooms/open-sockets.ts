import type { PersonId, RoomId } from "@proofroom/domain/id";
import { may } from "@proofroom/domain/room/permissions";
import type { Role, RoomMode, RoomState } from "@proofroom/domain/room/room";

/** What a person may do is asked anew for every frame; this is where the answer is read. */
export interface Standing {
  /** Null once its person may not be here any more: what still arrives while the socket closes is refused. */
  role: Role | null;
  state: RoomState;
  mode: RoomMode;
}

export type CloseReason = "signed-out" | "removed";

export interface OpenSocket {
  roomId: RoomId;
  personId: PersonId;
  session: string;
  standing: Standing;
  close: (reason: CloseReason) => void;
}

/** One tab holds four. */
const mostPerPerson = 16;
const mostPerRoom = 100;

/** Every socket that is open into a room, of documents and of the channel: what changes in the room reaches them here. */
export function createOpenSockets() {
  const open = new Set<OpenSocket>();
  const watchers = new Set<(roomId: RoomId) => void>();
  let revision = 0;

  const tell = (roomId: RoomId): void => watchers.forEach((watcher) => watcher(roomId));

  const closeWhere = (isMeant: (socket: OpenSocket) => boolean, reason: CloseReason): void => {
    revision++;
    for (const socket of [...open].filter(isMeant)) {
      socket.standing.role = null;
      socket.close(reason);
      tell(socket.roomId);
    }
  };

  return {
    /**
     * Counts what changed. Who reads a standing from the database compares this before and after: a change in between found
     * no socket to tell.
     */
    revision: () => revision,

    /** Answers how to take it out again. */
    add(socket: OpenSocket): () => void {
      open.add(socket);
      tell(socket.roomId);
      return () => void (open.delete(socket) && tell(socket.roomId));
    },

    /** Tells of every room into which a socket came or from which one went; answers how to stop. */
    watch(watcher: (roomId: RoomId) => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },

    /** How many people who may speak have the room open here. */
    speakers(roomId: RoomId): number {
      const here = [...open].filter(
        ({ roomId: id, standing }) =>
          id === roomId && standing.role !== null && may("chat.write", standing.role, standing),
      );
      return new Set(here.map(({ personId }) => personId)).size;
    },

    isFull(roomId: RoomId, personId: PersonId): boolean {
      const all = [...open];
      return (
        all.filter((socket) => socket.personId === personId).length >= mostPerPerson ||
        all.filter((socket) => socket.roomId === roomId).length >= mostPerRoom
      );
    },

    all: (): OpenSocket[] => [...open],

    stateChanged(roomId: RoomId, state: RoomState): void {
      revision++;
      for (const socket of open) if (socket.roomId === roomId) socket.standing.state = state;
    },

    removed: (roomId: RoomId, personId: PersonId): void =>
      closeWhere((socket) => socket.roomId === roomId && socket.personId === personId, "removed"),

    signedOut: (session: string): void => closeWhere((socket) => socket.session === session, "signed-out"),
  };
}
export type OpenSockets = ReturnType<typeof createOpenSockets>;
