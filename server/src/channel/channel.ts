import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { RoomId, RunId } from "@proofroom/domain/id";
import type { RunEvent } from "@proofroom/domain/run/event";
import { Server } from "socket.io";
import type { Chat } from "../chat/post-message.ts";
import type { Door } from "../rooms/enter.ts";
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

  const feed = createRoomFeed({
    db: deps.db,
    tell: (stream, roomId, event) => {
      if (stream === "room_event") io.to(audience.everybody(roomId)).emit("event", event);
      else io.to(audience.staff(roomId)).emit("staff", event);
    },
  });
  io.use(atTheDoor(deps));
  io.on("connection", inTheRoom({ io, feed, presence: createPresence(), ...deps }));

  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      io.engine.handleUpgrade(request, socket, head),
    feed,
    emitRun: (roomId: RoomId, runId: RunId, event: RunEvent): void => {
      io.to(audience.everybody(roomId)).emit("run", { ...event, runId });
    },
    close: (): Promise<void> => io.close(),
  };
}
