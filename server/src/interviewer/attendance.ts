import type { RoomId } from "@proofroom/domain/id";
import type { OpenSockets } from "../rooms/open-sockets.ts";
import type { Timers } from "./timers.ts";

/** How long a room is taken for left only for a moment: a page that is loaded again. */
const lingerMillis = 5_000;
/** After this a practice room that everybody has left pauses its clock. */
const leftMillis = 60_000;

export interface AttendanceOptions {
  sockets: Pick<OpenSockets, "speakers" | "watch">;
  timers: Timers;
  now: () => number;
  /** How many people are here now. */
  onPeople: (roomId: RoomId, people: number) => void;
  /** Nobody came back for a moment. */
  onGone: (roomId: RoomId) => void;
  /** Nobody has been here for a minute. */
  onLeft: (roomId: RoomId) => void;
}

interface Attended {
  /** When somebody last did something here without a socket. */
  touchedAt: number;
  /** Since when nobody is here; null while somebody is. */
  emptySince: number | null;
  /** Whether anybody who may speak had a socket when we looked last. */
  wasSeated: boolean;
  callOff: () => void;
}

const unseen = { wasSeated: false, callOff: (): void => {} };

export interface Attendance {
  people: (roomId: RoomId) => number;
  /** Somebody did something in a room over HTTP: for a minute they count as being there. */
  touch: (roomId: RoomId) => void;
  /** Waits a minute for people in a room that was found without. */
  expect(roomId: RoomId): void;
  close(): void;
}

/** Who is in the rooms of this process, and since when nobody is. */
export function createAttendance({ sockets, timers, now, onPeople, onGone, onLeft }: AttendanceOptions): Attendance {
  const rooms = new Map<RoomId, Attended>();

  const enter = (roomId: RoomId): Attended => {
    const room = rooms.get(roomId) ?? { touchedAt: Number.NEGATIVE_INFINITY, emptySince: now(), ...unseen };
    rooms.set(roomId, room);
    return room;
  };

  const people = (roomId: RoomId): number => {
    const seated = sockets.speakers(roomId);
    if (seated > 0) return seated;
    return now() - (rooms.get(roomId)?.touchedAt ?? Number.NEGATIVE_INFINITY) < leftMillis ? 1 : 0;
  };

  function look(roomId: RoomId): void {
    const room = enter(roomId);
    room.callOff();
    const here = people(roomId);
    room.wasSeated = sockets.speakers(roomId) > 0;
    if (here > 0) {
      room.emptySince = null;
      if (!room.wasSeated) room.callOff = timers.after(room.touchedAt + leftMillis - now(), () => look(roomId));
      return onPeople(roomId, here);
    }
    // Whoever acted without a socket was last here when they did.
    room.emptySince ??= Number.isFinite(room.touchedAt) ? room.touchedAt : now();
    const gone = now() - room.emptySince;
    onPeople(roomId, 0);
    if (gone >= lingerMillis) onGone(roomId);
    if (gone >= leftMillis) {
      rooms.delete(roomId);
      return onLeft(roomId);
    }
    room.callOff = timers.after((gone >= lingerMillis ? leftMillis : lingerMillis) - gone, () => look(roomId));
  }

  const unwatch = sockets.watch((roomId) => {
    const room = rooms.get(roomId);
    // Whoever had a socket and closed it has left, whatever they pressed just before.
    if (room?.wasSeated === true && sockets.speakers(roomId) === 0) room.touchedAt = Number.NEGATIVE_INFINITY;
    look(roomId);
  });

  return {
    people,
    touch(roomId) {
      if (sockets.speakers(roomId) > 0) return;
      enter(roomId).touchedAt = now();
      look(roomId);
    },
    expect(roomId) {
      if (!rooms.has(roomId)) look(roomId);
    },
    close() {
      unwatch();
      for (const room of rooms.values()) room.callOff();
      rooms.clear();
    },
  };
}
