import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isDatabaseAway } from "@proofroom/database/away";
import { DocumentName } from "@proofroom/domain/document/document";
import { may } from "@proofroom/domain/room/permissions";
import { type WebSocket, WebSocketServer } from "ws";
import type { Visitor } from "../documents/access.ts";
import { roomSubprotocol } from "../documents/protocol.ts";
import { type Door, type Entered, enter } from "../rooms/enter.ts";
import type { CloseReason, Standing } from "../rooms/open-sockets.ts";
import { databaseAway, foreignOrigin, internal, notFound, type Refusal } from "./refusal.ts";

export interface UpgradeDependencies extends Door {
  publicUrl: string;
  connect: (ws: WebSocket, visitor: Visitor) => void;
  /** Takes over a request for the channel. */
  channel: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  report: (error: unknown) => void;
}

const closeCodes = { "signed-out": 4401, removed: 4403, "not-found": 4404, full: 1013 } as const;
const statuses = {
  403: "Forbidden",
  404: "Not Found",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

/** Passed as a value, for the types of ws do not know `closeTimeout`: who is told to go and stays is cut off sooner. */
const options = { noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false, closeTimeout: 5_000 };

/**
 * The one listener for upgrades. Whoever asks from another origin is refused before anything else is looked at. The path is
 * split by hand: a parser of URLs throws at targets like `//`, and a throw in here would end the process.
 */
export function createUpgrade(deps: UpgradeDependencies) {
  const { origin } = new URL(deps.publicUrl);
  const sockets = new WebSocketServer({
    ...options,
    handleProtocols: (offered) => (offered.has(roomSubprotocol) ? roomSubprotocol : false),
  });

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on("error", () => socket.destroy());
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    if (request.headers.origin !== origin) return refuse(socket, 403, foreignOrigin(origin));
    if (path.startsWith("/socket.io/")) return deps.channel(request, socket, head);
    const collab = /^\/collab\/([^/]+)\/([^/]+)$/.exec(path);
    if (collab === null) return refuse(socket, 404, notFound);
    const [, roomId = "", document = ""] = collab;
    // Upgraded only when all is known: until then no frame is read, so none is lost.
    const known = (entered: Entered): void =>
      sockets.handleUpgrade(request, socket, head, (ws) => {
        ws.on("error", () => ws.terminate());
        admit(deps, ws, entered, document);
      });
    enter(deps, { cookies: request.headers.cookie, roomId }, known).catch((error: unknown) => {
      if (isDatabaseAway(error)) return refuse(socket, 503, databaseAway);
      deps.report(error);
      refuse(socket, 500, internal);
    });
  };
}

function admit({ sockets, connect }: UpgradeDependencies, ws: WebSocket, entered: Entered, document: string): void {
  if (entered.outcome !== "in") return ws.close(closeCodes[entered.outcome], entered.outcome);
  const name = DocumentName.safeParse(document);
  const { caller, member } = entered;
  const standing: Standing = { role: member.role, state: member.room.state, mode: member.room.mode };
  if (!name.success || !may("document.view", member.role, member.room)) return ws.close(4404, "not-found");
  const remove = sockets.add({
    roomId: member.room.id,
    personId: caller.person.id,
    session: caller.session,
    standing,
    close: (reason) => end(ws, reason),
  });
  ws.on("close", remove);
  connect(ws, {
    roomId: member.room.id,
    document: name.data,
    person: { ...member.person, hue: member.hue },
    role: () => standing.role,
    state: () => standing.state,
    mode: standing.mode,
    subprotocol: ws.protocol,
  });
}

const graceMillis = 1_000;

/** Reading goes on, or the other side's goodbye would not be heard; who says none is cut off. */
function end(ws: WebSocket, reason: CloseReason): void {
  ws.close(closeCodes[reason], reason);
  ws.resume();
  const cut = setTimeout(() => ws.terminate(), graceMillis);
  ws.once("close", () => clearTimeout(cut));
}

function refuse(socket: Duplex, status: keyof typeof statuses, why: Refusal): void {
  const body = JSON.stringify(why);
  const head = [
    `HTTP/1.1 ${status} ${statuses[status]}`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.once("finish", () => socket.destroy()); // or it would stay half open for as long as the other side likes
  socket.end([...head, "", body].join("\r\n"));
}
