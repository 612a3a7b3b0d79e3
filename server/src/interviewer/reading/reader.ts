import type { Database } from "@proofroom/database/schema";
import { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { Place } from "@proofroom/domain/interview/place";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { Kysely } from "kysely";
import { createDocumentStore } from "../../documents/document-store.ts";
import type { Documents } from "../../documents/documents.ts";
import { seqOf, storedState } from "../../documents/history.ts";
import { createReadThread, type ReadThread } from "./read-thread.ts";
import { type Capabilities, type ReadingListener, type ReadingPace, RoomReading } from "./room-reading.ts";

export interface ReaderOptions {
  db: Kysely<Database>;
  documents: Pick<Documents, "onCommit">;
  log: { warn(details: object, message: string): void };
  /** Milliseconds of any clock that only goes forward. */
  now: () => number;
  pace?: ReadingPace;
  thread?: ReadThread;
}

export interface Reader {
  /**
   * Reads the room's documents now and after each burst of commits, and tells what changed since the last time; at first
   * nothing has. Answers how to stop. Rooms that nobody follows cost nothing.
   */
  follow(roomId: RoomId, capabilities: Capabilities, listener: ReadingListener): () => void;
  /** What is committed by now. In a room that is followed its listeners are told at once, too. */
  readNow(roomId: RoomId, capabilities: Capabilities): Promise<Reading>;
  /** The start of a place's line as a Yjs relative position in base64; throws where the document never had that version. */
  anchor(roomId: RoomId, place: Pick<Place, "document" | "version" | "line">): Promise<string>;
  close(): Promise<void>;
}

/** Reads designs in a thread of their own: a keystroke that is committed is only noted here. */
export function createReader({
  db,
  documents,
  log,
  now,
  pace = { quietMillis: 500, lateMillis: 2_000 },
  thread = createReadThread((err) => log.warn({ err }, "designs are read by a new thread")),
}: ReaderOptions): Reader {
  const store = createDocumentStore(db);
  const rooms = new Map<RoomId, RoomReading>();
  const closing = new Set<Promise<void>>();
  let isClosed = false;

  async function load(roomId: RoomId, name: DocumentName) {
    const document = await store.find(roomId, name);
    if (document === null) throw new Error(`room ${roomId} has no document ${name}`);
    return storedState(store, document);
  }

  const open = (roomId: RoomId, capabilities: Capabilities): RoomReading =>
    new RoomReading({
      key: crypto.randomUUID(),
      roomId,
      capabilities,
      thread,
      load: (name) => load(roomId, name),
      log,
      now,
      pace,
    });

  function shut(room: RoomReading): void {
    const closed = room.close().finally(() => closing.delete(closed));
    closing.add(closed);
  }

  const stopListening = documents.onCommit((commit) => rooms.get(commit.roomId)?.note(commit));

  return {
    follow(roomId, capabilities, listener) {
      const room = rooms.get(roomId) ?? open(roomId, capabilities);
      rooms.set(roomId, room);
      const stop = room.listen(listener);
      return () => {
        stop();
        if (room.isHeard || rooms.get(roomId) !== room) return;
        rooms.delete(roomId);
        shut(room);
      };
    },
    async readNow(roomId, capabilities) {
      const followed = rooms.get(roomId);
      if (followed !== undefined) {
        try {
          return await followed.readNow();
        } catch (error) {
          // Its last follower may have left while this waited; whoever asked still wants to know.
          if (!followed.isClosed || isClosed) throw error;
        }
      }
      const once = open(roomId, capabilities);
      try {
        return await once.readNow();
      } finally {
        shut(once);
      }
    },
    async anchor(roomId, { document: name, version, line }) {
      const document = await store.find(roomId, name);
      const seq = document === null ? null : await seqOf(store, document, version);
      if (document === null || seq === null) throw new Error(`${name} never had version ${version}`);
      const { updates } = await storedState(store, document, seq);
      const answer = await thread.ask({ ask: "anchor", updates, line });
      if (answer.outcome !== "anchored") throw new Error(`a line of ${name} could not be anchored`);
      return Buffer.from(answer.position).toString("base64");
    },
    async close() {
      isClosed = true;
      stopListening();
      for (const room of rooms.values()) shut(room);
      rooms.clear();
      await thread.close();
      await Promise.all(closing);
    },
  };
}
