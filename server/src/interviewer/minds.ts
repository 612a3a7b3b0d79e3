import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";
import type { RoomFeed } from "../channel/room-feed.ts";
import type { RoomStream } from "../rooms/room-events.ts";
import { type Memory, type MemoryDependencies, remember } from "./memory.ts";
import { createMind, type Mind, type MindDependencies } from "./mind.ts";
import type { Claim, Ownership } from "./ownership.ts";

export interface MindsDependencies extends MindDependencies, MemoryDependencies {
  db: Kysely<Database>;
  ownership: Ownership;
  feed: RoomFeed;
  follow: (roomId: RoomId, problem: string, listener: (reading: Reading, changed: Changed[]) => void) => () => void;
  people: (roomId: RoomId) => number;
}

interface Awake {
  mind: Mind;
  claim: Claim;
  /** Whether the feed's events come here; those before were read from the rows. */
  isJoined: boolean;
  stopFollowing: () => void;
}

interface Place {
  /** What is done to a room's mind, one after the other. */
  turn: Promise<void>;
  awake: Awake | null;
  callOff: () => void;
}

/** How soon a room is tried again in which another process speaks, or whose mind broke. */
const againMillis = 2_000;

/** The minds of this process, one for each room in which it has the right to speak and somebody to speak to. */
export function createMinds(deps: MindsDependencies) {
  const places = new Map<RoomId, Place>();
  const { db, ownership, feed, timers, report } = deps;
  let isClosed = false;

  function inTurn(roomId: RoomId, work: (place: Place) => Promise<void>): Promise<void> {
    const place = places.get(roomId) ?? { turn: Promise.resolve(), awake: null, callOff: () => {} };
    places.set(roomId, place);
    place.turn = place.turn.then(() => work(place)).catch(report);
    return place.turn;
  }

  function again(roomId: RoomId, place: Place): void {
    place.callOff();
    place.callOff = timers.after(againMillis, () => void inTurn(roomId, (at) => wake(roomId, at)));
  }

  /** Reads the room and begins to listen, if somebody is there and nobody else speaks. What fails is tried again soon. */
  async function wake(roomId: RoomId, place: Place): Promise<void> {
    place.callOff();
    let claim: Claim | null = null;
    let mind: Mind | null = null;
    const retire = (): void =>
      void inTurn(roomId, async (at) => {
        if (at.awake === null || at.awake.mind !== mind) return;
        await sleep(roomId, at);
        again(roomId, at);
      });
    try {
      if (isClosed || place.awake !== null || deps.people(roomId) === 0 || !(await mayWake(roomId))) return;
      claim = await ownership.claim(roomId, retire);
      if (claim === null) return again(roomId, place);
      const memory = await remember(deps, roomId, deps.now());
      if (memory === null) return await claim.release();
      mind = createMind(memory, deps, retire);
      await listen(roomId, place, { mind, claim, isJoined: false, stopFollowing: () => {} }, memory);
      if (!claim.isHeld) retire();
    } catch (error) {
      report(error);
      if (place.awake === null) await claim?.release();
      else await sleep(roomId, place);
      again(roomId, place);
    }
  }

  /** From the last event that was read on, everything comes to the mind. */
  async function listen(roomId: RoomId, place: Place, awake: Awake, { cursors, room }: Memory): Promise<void> {
    const { mind } = awake;
    place.awake = awake;
    await feed.join(roomId, {
      after: cursors,
      backfill: (stream, event) => mind.told(stream, event),
      cutOver: () => (awake.isJoined = true),
    });
    awake.stopFollowing = deps.follow(roomId, room.problem, (reading, changed) => mind.read(reading, changed));
    await mind.present(deps.people(roomId));
  }

  async function mayWake(roomId: RoomId): Promise<boolean> {
    const room = await db
      .selectFrom("room")
      .select(["problem", "state", "interviewer"])
      .where("id", "=", roomId)
      .executeTakeFirst();
    const isOpen = room?.state === "live" || room?.state === "locked";
    return isOpen && room.interviewer !== "off" && deps.packOf(room.problem) !== null;
  }

  async function sleep(roomId: RoomId, place: Place): Promise<void> {
    place.callOff();
    const { awake } = place;
    if (awake === null) return;
    place.awake = null;
    awake.stopFollowing();
    feed.leave(roomId);
    await awake.mind.close();
    await awake.claim.release();
  }

  /** Writes up what the interviewer knows and lets the room go, for good. */
  const ended = (roomId: RoomId): Promise<void> =>
    inTurn(roomId, async (place) => {
      await place.awake?.mind.settle();
      await sleep(roomId, place);
      places.delete(roomId);
    });

  return {
    /** Somebody is there, or nobody any more. */
    people: (roomId: RoomId, people: number): Promise<void> =>
      inTurn(roomId, async (place) => {
        if (people > 0 && place.awake === null) return wake(roomId, place);
        await place.awake?.mind.present(people);
      }),

    /** Nobody came back: whoever comes next may come to another process. */
    gone: (roomId: RoomId): Promise<void> =>
      inTurn(roomId, async (place) => {
        if (deps.people(roomId) === 0) await sleep(roomId, place);
      }),

    /** Nobody has been here for long: `work` is done, unless another process has people there, and so the claim. */
    left: (roomId: RoomId, work: () => Promise<unknown>): Promise<void> =>
      inTurn(roomId, async (place) => {
        await sleep(roomId, place);
        const claim = await ownership.claim(roomId, () => {});
        if (claim === null) return;
        try {
          if (deps.people(roomId) === 0) await work();
        } finally {
          await claim.release();
        }
      }),

    told: (stream: RoomStream, roomId: RoomId, event: RoomEvent): void => {
      const awake = places.get(roomId)?.awake ?? null;
      if (awake?.isJoined === true) awake.mind.told(stream, event);
      if (event.type === "state" && event.state === "ended") void ended(roomId);
      if (event.type !== "policy") return;
      void inTurn(roomId, (place) => (event.policy === "off" ? sleep(roomId, place) : wake(roomId, place)));
    },

    typed: (roomId: RoomId): void => places.get(roomId)?.awake?.mind.typed(),

    /** The mind of a room, once what is being done to it is done; null where it is not here. */
    async of(roomId: RoomId): Promise<Mind | null> {
      await places.get(roomId)?.turn;
      return places.get(roomId)?.awake?.mind ?? null;
    },

    ended,

    async close(): Promise<void> {
      isClosed = true;
      await Promise.all([...places.keys()].map((roomId) => inTurn(roomId, (place) => sleep(roomId, place))));
    },
  };
}
