import { once } from "node:events";
import { connect } from "node:net";
import type { RoomId } from "@proofroom/domain/id";
import type { ClientToServer, LiveFact, RoomEvent, ServerToClient } from "@proofroom/domain/room/channel";
import { io, type Socket } from "socket.io-client";
import { WebSocket } from "ws";
import type { TestClient } from "./test-client.ts";

/** What a server answers to bytes that no proper client would send; everything until it ends the connection. */
export async function rawAnswer(port: number, lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.end([...lines, "", ""].join("\r\n"));
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

interface ClosedSocket {
  code: number;
  reason: string;
}

export interface CollabSocket {
  ws: WebSocket;
  closed: Promise<ClosedSocket>;
}

/** A document's socket, as a program opens it that is no browser. */
export function collab(origin: string, path: string, cookie = "", protocols: string[] = []): CollabSocket {
  const ws = new WebSocket(`${origin.replace("http", "ws")}/collab/${path}`, protocols, {
    headers: { origin, cookie },
  });
  ws.on("error", () => {});
  const closed = new Promise<ClosedSocket>((resolve) =>
    ws.once("close", (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  return { ws, closed };
}

type TestSocket = Socket<ServerToClient, ClientToServer>;

/** The channel of a room; everything heard is kept in order of arrival. */
export function channel(origin: string, client: Pick<TestClient, "cookie">, room: RoomId | string, auth: object = {}) {
  const socket: TestSocket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { room, ...auth },
    extraHeaders: { origin, cookie: client.cookie },
  });
  const events: RoomEvent[] = [];
  const staff: RoomEvent[] = [];
  const live: LiveFact[] = [];
  socket.on("event", (event) => events.push(event));
  socket.on("staff", (event) => staff.push(event));
  socket.on("live", (fact) => live.push(fact));
  return { socket, events, staff, live };
}
export type TestChannel = ReturnType<typeof channel>;

/** Resolves once the socket is in its room: it has heard who is there. Rejects with what it was refused with. */
export function seated({ socket }: Pick<TestChannel, "socket">): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("live", () => resolve());
    socket.once("connect_error", reject);
  });
}

/** Resolves with the first event that fits, be it here already. */
export function heard(
  { socket, events, staff }: TestChannel,
  stream: "event" | "staff",
  fits: (event: RoomEvent) => boolean,
): Promise<RoomEvent> {
  return new Promise((resolve) => {
    const known = (stream === "event" ? events : staff).find(fits);
    if (known !== undefined) return resolve(known);
    const look = (event: RoomEvent): void => {
      if (!fits(event)) return;
      socket.off(stream, look);
      resolve(event);
    };
    socket.on(stream, look);
  });
}
