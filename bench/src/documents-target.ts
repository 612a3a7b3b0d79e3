import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { openDatabase } from "@proofroom/database/open";
import { RoomId } from "@proofroom/domain/id";
import { createDocuments, type Documents } from "@proofroom/server/documents/documents";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { type WebSocket, WebSocketServer } from "ws";
import { createReader } from "../../server/src/interviewer/reading/reader.ts";

/**
 * A process of its own that serves documents: `relay` passes every frame on, `proofroom` guards and commits it first, and
 * `followed` reads every room besides, as for an interviewer.
 */
const [, , kind, databaseUrl = ""] = process.argv;

const unhurried = {
  updatesPerSecond: 1e6,
  updatesBurst: 1e6,
  bytesPerSecond: 1e9,
  bytesBurst: 1e9,
};

const rooms = new Map<string, Set<WebSocket>>();

function relay(ws: WebSocket, roomId: string): void {
  const room = rooms.get(roomId) ?? new Set();
  rooms.set(roomId, room.add(ws));
  ws.on("message", (data) => {
    for (const other of room) if (other !== ws) other.send(data);
  });
  ws.on("close", () => room.delete(ws));
}

function serve(documents: Documents, ws: WebSocket, roomId: string, personId: string): void {
  const person = { id: personId, name: personId, hue: 1 };
  documents.connect(ws, {
    roomId: RoomId.parse(roomId),
    document: "schema",
    person,
    role: () => "candidate",
    state: () => "live",
    mode: "live",
    subprotocol: ws.protocol,
  });
}

const { db } = openDatabase(databaseUrl, 5, () => {});
const log = { warn: console.error, info: () => {} };
const documents = createDocuments({ db, log, now: () => performance.now(), rates: unhurried });

const reader = createReader({ db, documents, log, now: () => performance.now() });
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const followed = new Set<string>();

function follow(roomId: string): void {
  if (followed.has(roomId)) return;
  followed.add(roomId);
  reader.follow(RoomId.parse(roomId), capabilities, () => process.send?.("read"));
}

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (request: IncomingMessage, socket, head) => {
  const [, roomId = "", personId = ""] = (request.url ?? "").split("/");
  sockets.handleUpgrade(request, socket, head, (ws) => {
    if (kind === "followed") follow(roomId);
    if (kind === "relay") relay(ws, roomId);
    else serve(documents, ws, roomId, personId);
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
process.send?.(typeof address === "string" ? null : address?.port);
process.on("disconnect", () => process.exit(0));
