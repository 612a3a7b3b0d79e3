import { randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "@proofroom/database/schema";
import type { DocumentName } from "@proofroom/domain/document/document";
import { RoomId } from "@proofroom/domain/id";
import type { Role, RoomState } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import * as decoding from "lib0/decoding";
import { WebSocket, WebSocketServer } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { createDocuments, type Documents, type DocumentsOptions } from "./documents.ts";
import { createWatch } from "./harness-watch.ts";
import { roomSubprotocol } from "./protocol.ts";

export interface Guest {
  id: string;
  name: string;
  hue: number;
  role: Role | null;
}

/** A room with its document server behind real sockets; the doors in front of it (origin, login) are other files' matter. */
export async function openRoom(db: Kysely<Database>, options: Partial<DocumentsOptions> = {}) {
  const roomId = RoomId.parse(randomUUID());
  const guests = new Map<string, Guest>();
  const room: { state: RoomState } = { state: "live" };
  const guest = (role: Role, name: string = role): Guest => {
    const made = { id: randomUUID(), name, hue: 1 + (guests.size % 8), role };
    guests.set(made.id, made);
    return made;
  };
  const owner = guest("owner");
  await db.insertInto("person").values({ id: owner.id, name: owner.name }).execute();
  await db
    .insertInto("room")
    .values({
      id: roomId,
      problem: "url-shortener",
      mode: "live",
      interviewer: "off",
      state: "live",
      owner_id: owner.id,
    })
    .execute();

  const start = (): Documents =>
    createDocuments({ db, log: { warn: () => {}, info: () => {} }, now: () => performance.now(), ...options });
  let documents = start();
  await documents.create(db, roomId);

  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    const url = new URL(request.url ?? "", "http://room");
    const visitor = guests.get(url.searchParams.get("person") ?? "");
    const name = url.pathname.split("/").at(-1);
    if (visitor === undefined) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const document: DocumentName = name === "api" || name === "design" ? name : "schema";
      const person = { id: visitor.id, name: visitor.name, hue: visitor.hue };
      documents.connect(ws, {
        roomId,
        document,
        person,
        role: () => visitor.role,
        state: () => room.state,
        mode: "live",
        subprotocol: ws.protocol,
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server.address());
  const clients = new Set<() => void>();

  return {
    roomId,
    room,
    owner,
    guest,
    url: `ws://127.0.0.1:${port}/collab/${roomId}`,
    get documents(): Documents {
      return documents;
    },
    /** The stock provider, or ours where `ours` is set. */
    client(person: Guest, { document = "schema", ours = false, doc = new Y.Doc() }: ClientOptions = {}) {
      doc.clientID = randomInt(2 ** 32); // Yjs' own may repeat between documents of one process under a seed
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab/${roomId}`, document, doc, {
        params: { person: person.id },
        disableBc: true,
        maxBackoffTime: 200,
        ...(ours ? { protocols: [roomSubprotocol] } : {}),
      });
      clients.add(() => provider.destroy());
      return following(doc, provider);
    },
    /** A socket that sends whatever bytes it is told to. */
    async raw(person: Guest, document: DocumentName = "schema") {
      const ws = new WebSocket(
        `ws://127.0.0.1:${port}/collab/${roomId}/${document}?person=${person.id}`,
        roomSubprotocol,
      );
      clients.add(() => ws.terminate());
      ws.on("error", () => {});
      const closed = once(ws, "close").then(([code]: number[]) => code);
      await once(ws, "open");
      return { ws, closed };
    },
    /** What waits on the server for each socket that does not read. */
    bufferedBytes: (): number[] => [...sockets.clients].map((ws) => ws.bufferedAmount),
    /** How many sockets the server does not read just now. */
    unread: (): number => [...sockets.clients].filter((ws) => ws.isPaused).length,
    /** As after a crash of the process: nothing is committed or told before the next one starts. */
    restart(): void {
      documents = start();
      for (const ws of sockets.clients) ws.terminate();
    },
    async [Symbol.asyncDispose]() {
      for (const end of clients) end();
      await documents.drain();
      for (const ws of sockets.clients) ws.terminate();
      server.close();
    },
  };
}

interface ClientOptions {
  document?: DocumentName;
  ours?: boolean;
  doc?: Y.Doc;
}

function following(doc: Y.Doc, provider: WebsocketProvider) {
  const text = doc.getText("content");
  const told: { committed: number; room: Record<string, unknown>[] } = { committed: 0, room: [] };
  /** Claims are looked at after everything that this client hears. */
  const { look, until } = createWatch();
  provider.messageHandlers[2] = () => {}; // the stock one writes to the console
  provider.messageHandlers[100] = (_reply, frame) => {
    told.committed = decoding.readVarUint(frame);
    look();
  };
  provider.messageHandlers[101] = (_reply, frame) => {
    told.room.push(JSON.parse(decoding.readVarString(frame)));
    look();
  };
  doc.on("afterTransaction", look);
  provider.awareness.on("change", look);
  provider.on("sync", look);
  provider.on("status", look);
  const closed = new Promise<number>((resolve) => provider.on("closed", ({ code }) => resolve(code)));

  return {
    doc,
    provider,
    text,
    told,
    closed,
    until,
    synced: () => until(() => provider.synced),
    reads: (expected: string) => until(() => text.toJSON() === expected),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
