import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { RoomId, RunId } from "@proofroom/domain/id";
import type { LiveFact, RoomEvent } from "@proofroom/domain/room/channel";
import type { RunEvent } from "@proofroom/domain/run/event";
import { Server } from "socket.io";
import type { Chat } from "../chat/post-message.ts";
import type { Door } from "../rooms/enter.ts";
import type { RoomStream } from "../rooms/room-events.ts";
import { atTheDoor } from "./at-the-door.ts";
import { inTheRoom } from "./in-the-room.ts";
import { createPresence } from "./presence.ts";
import { createRoomFeed } from "./room-feed.ts";
import { audience, type ChannelServer } from "./seat.ts";

export interface ChannelDependencies extends Door {
  chat: Chat;
  now: () => number;
  report: (error: unknown) => void;
}

/** Who listens in this process, beside the sockets. */
export interface Ear {
  /** Of rooms that the feed follows: every kept event, once and in order. */
  told(stream: RoomStream, roomId: RoomId, event: RoomEvent): void;
  typed(roomId: RoomId): void;
}

/** People and processes of a room, live. Documents do not travel here. */
export function createChannel(deps: ChannelDependencies) {
  const io: ChannelServer = new Server({
    path: "/socket.io",
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: 10_000,
    destroyUpgrade: false,
  });
  // A server that never listens: the engine would otherwise take upgrades itself, and answer a refusal with its own status.
  io.attach(createServer());

  const ears = new Set<Ear>();
  const feed = createRoomFeed({
    db: deps.db,
    tell: (stream, roomId, event) => {
      if (stream === "room_event") io.to(audience.everybody(roomId)).emit("event", event);
      else io.to(audience.staff(roomId)).emit("staff", event);
      // Its author is no staff, and has to learn what became of the message that waited.
      if (event.type === "held-decided") {
        const { message, decision, person } = event;
        io.to(audience.person(roomId, person)).emit("live", { type: "held-decided", message, decision });
      }
      for (const ear of ears) ear.told(stream, roomId, event);
    },
  });
  const onTyping = (roomId: RoomId): void => ears.forEach((ear) => ear.typed(roomId));
  io.use(atTheDoor(deps));
  io.on("connection", inTheRoom({ io, feed, presence: createPresence(), onTyping, ...deps }));

  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      io.engine.handleUpgrade(request, socket, head),
    feed,
    listen(ear: Ear): () => void {
      ears.add(ear);
      return () => void ears.delete(ear);
    },
    /** What is told and forgotten, to those who read the stream. */
    emitLive: (roomId: RoomId, stream: RoomStream, fact: LiveFact): void => {
      io.to(stream === "room_event" ? audience.everybody(roomId) : audience.staff(roomId)).emit("live", fact);
    },
    emitRun: (roomId: RoomId, runId: RunId, event: RunEvent): void => {
      io.to(audience.everybody(roomId)).emit("run", { ...event, runId });
    },
    close: (): Promise<void> => io.close(),
  };
}
