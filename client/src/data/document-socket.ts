import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import {
  contentOf,
  messageCommitted,
  messageRoom,
  readRoomFrame,
  type RoomFrame,
  subprotocol,
} from "./document-frames.ts";

const messageDenied = 2;
const longestWaitMillis = 5_000;

export interface SocketEvents {
  opened(): void;
  /** A frame with content left for the room; `whole` if it carries all that the room lacks. */
  sent(whole: boolean): void;
  synced(): void;
  committed(frames: number): void;
  room(frame: RoomFrame): void;
  /** The connection broke; the next attempt comes in `retryMillis`. */
  lost(retryMillis: number): void;
  /** Closed by the room for good. */
  closed(code: number): void;
}

/** The stock provider over a socket that counts what it sends, with the room's own message types. Not connected yet. */
export function createDocumentSocket(
  address: string,
  room: string,
  name: string,
  doc: Y.Doc,
  tell: SocketEvents,
): WebsocketProvider {
  class CountingSocket extends WebSocket {
    override send(data: string | Blob | BufferSource): void {
      super.send(data);
      const content = data instanceof Uint8Array ? contentOf(data) : null;
      if (content !== null) tell.sent(content === "whole");
    }
  }

  const socket = new WebsocketProvider(`${address}/collab/${room}`, name, doc, {
    connect: false,
    disableBc: true, // tabs would hand each other structs that the room never saw
    protocols: [subprotocol],
    WebSocketPolyfill: CountingSocket,
  });

  socket.messageHandlers[messageCommitted] = (_reply, frame) => tell.committed(decoding.readVarUint(frame));
  socket.messageHandlers[messageRoom] = (_reply, frame) => {
    const said = readRoomFrame(frame);
    if (said !== null) tell.room(said);
  };
  socket.messageHandlers[messageDenied] = () => {}; // a `room` frame says the same and more

  socket.on("status", ({ status }) => {
    if (status === "connected") tell.opened();
  });
  socket.on("sync", (isSynced) => {
    if (isSynced) tell.synced();
  });
  socket.on("connection-close", () => {
    // The provider doubles its wait up to this cap; a cap of its own for each attempt keeps a whole room from returning at once.
    socket.maxBackoffTime = longestWaitMillis * (0.5 + Math.random() / 2);
    tell.lost(Math.min(2 ** (socket.wsUnsuccessfulReconnects + 1) * 100, socket.maxBackoffTime));
  });
  socket.on("closed", ({ code }) => tell.closed(code));
  return socket;
}
