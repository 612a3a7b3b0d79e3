import { once } from "node:events";
import { createServer } from "node:http";
import { openDatabase } from "@proofroom/database/open";
import { RoomId } from "@proofroom/domain/id";
import { WebSocketServer } from "ws";
import { createDocuments } from "./documents.ts";

/** A document server as a process of its own, so that a test can kill it. Arguments: database, port, room. */
const [, , databaseUrl = "", port = "", room = ""] = process.argv;

const { db } = openDatabase(databaseUrl, 5, () => {});
const documents = createDocuments({ db, log: { warn: () => {}, info: () => {} }, now: () => performance.now() });
const server = createServer();
const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false });
server.on("upgrade", (request, socket, head) => {
  const id = new URL(request.url ?? "", "http://room").searchParams.get("person") ?? "";
  sockets.handleUpgrade(request, socket, head, (ws) => {
    documents.connect(ws, {
      roomId: RoomId.parse(room),
      document: "schema",
      person: { id, name: id, hue: 1 },
      role: () => "candidate",
      state: () => "live",
      mode: "live",
      subprotocol: ws.protocol,
    });
  });
});
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.send?.("ready");
process.on("disconnect", () => process.exit(0));
