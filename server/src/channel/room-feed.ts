import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";
import { eventPage, readRoomEvents, type RoomStream } from "../rooms/room-events.ts";

export type Cursors = Record<RoomStream, number>;

export interface FeedReader {
  /** The last `seq` that the reader has of each stream it wants from there on. */
  after: Partial<Cursors>;
  /** Gets what the reader missed, before anything new. */
  backfill: (stream: RoomStream, event: RoomEvent) => void;
  /** From here on the reader hears what the feed tells. */
  cutOver: () => void;
}

interface Feed {
  readers: number;
  cursors: Cursors | null;
  /** Reads and cut-overs of one room, one after the other: so no event falls between a reader's past and its future. */
  turn: Promise<void>;
  isWaiting: boolean;
}

const streams = ["room_event", "staff_event"] as const;

/** Follows the rooms that somebody here listens to, and tells each kept event once, in order. Where to look, NOTIFY says. */
export function createRoomFeed({
  db,
  tell,
}: {
  db: Kysely<Database>;
  tell: (stream: RoomStream, roomId: RoomId, event: RoomEvent) => void;
}) {
  const feeds = new Map<RoomId, Feed>();

  async function read(
    roomId: RoomId,
    stream: RoomStream,
    from: number,
    use: (event: RoomEvent) => void,
  ): Promise<void> {
    for (let after = from; ;) {
      const events = await readRoomEvents(db, { stream, roomId, after });
      for (const event of events) use(event);
      if (events.length < eventPage) return;
      after = events.at(-1)?.seq ?? after;
    }
  }

  async function pull(roomId: RoomId, feed: Feed): Promise<Cursors> {
    const last = await lastOf(db, roomId);
    const cursors = feed.cursors ?? last;
    feed.cursors = cursors;
    for (const stream of streams) {
      if (last[stream] <= cursors[stream]) continue;
      await read(roomId, stream, cursors[stream], (event) => {
        cursors[stream] = event.seq;
        // The last reader may have left meanwhile, and the next one's feed tells for itself.
        if (feeds.get(roomId) === feed) tell(stream, roomId, event);
      });
    }
    return cursors;
  }

  function inTurn(feed: Feed, work: () => Promise<void>): Promise<void> {
    const done = feed.turn.then(work);
    feed.turn = done.catch(() => {});
    return done;
  }

  return {
    /** Brings a reader up to date and then into the stream. Rejects where the database is away; the reader has to come again. */
    async join(roomId: RoomId, reader: FeedReader): Promise<void> {
      const feed = feeds.get(roomId) ?? { readers: 0, cursors: null, turn: Promise.resolve(), isWaiting: false };
      feeds.set(roomId, feed);
      feed.readers++;
      await inTurn(feed, async () => {
        const cursors = await pull(roomId, feed);
        for (const stream of streams) {
          const after = reader.after[stream];
          if (after === undefined || after >= cursors[stream]) continue;
          await read(roomId, stream, after, (event) => {
            if (event.seq <= cursors[stream]) reader.backfill(stream, event);
          });
        }
        reader.cutOver();
      });
    },

    /** Once for each `join`, whether it succeeded or not. */
    leave(roomId: RoomId): void {
      const feed = feeds.get(roomId);
      if (feed !== undefined && --feed.readers === 0) feeds.delete(roomId);
    },

    /** Looks for what is new in a room; resolves when that was told. Many calls while one waits are one. */
    async wake(roomId: RoomId): Promise<void> {
      const feed = feeds.get(roomId);
      if (feed === undefined) return;
      if (feed.isWaiting) return feed.turn;
      feed.isWaiting = true;
      await inTurn(feed, async () => {
        feed.isWaiting = false;
        await pull(roomId, feed);
      });
    },

    rooms: (): RoomId[] => [...feeds.keys()],
  };
}
export type RoomFeed = ReturnType<typeof createRoomFeed>;

async function lastOf(db: Kysely<Database>, roomId: RoomId): Promise<Cursors> {
  const room = await db
    .selectFrom("room")
    .select(["last_seq", "last_staff_seq"])
    .where("id", "=", roomId)
    .executeTakeFirstOrThrow();
  return { room_event: Number(room.last_seq), staff_event: Number(room.last_staff_seq) };
}
