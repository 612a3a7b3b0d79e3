import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { RoomId } from "@proofroom/domain/id";
import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { keepAlive } from "./keepalive.ts";
import { Peer } from "./peer.ts";

async function pair() {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`, { autoPong: false });
  const [ws] = await Promise.all([
    new Promise<WebSocket>((resolve) => server.once("connection", resolve)),
    once(client, "open"),
  ]);
  const person = { id: "1", name: "Ada", hue: 1 };
  const visitor = { roomId: RoomId.parse(randomUUID()), document: "schema" as const, person, subprotocol: "" };
  const peer = new Peer(
    ws,
    { ...visitor, role: () => "owner", state: () => "live", mode: "live" },
    { now: () => 0, onCaughtUp: () => {} },
  );
  return { peer, ws, client, [Symbol.dispose]: () => (client.terminate(), server.close()) };
}

test("a silent socket hears something every 20 s, which says nothing", async () => {
  using both = await pair();
  const heard = once(both.client, "message");
  keepAlive([both.peer], 19_000);
  keepAlive([both.peer], 21_000);
  const [data]: unknown[] = await heard;
  expect(data).toEqual(Buffer.from([1, 1, 0]));
});

test("a peer that does not answer a ping is gone at the next", async () => {
  using both = await pair();
  const pinged = once(both.client, "ping");
  const closed = once(both.ws, "close");
  keepAlive([both.peer], 25_000);
  await pinged;
  keepAlive([both.peer], 50_000);
  await closed;
});

test("a peer that answers stays", async () => {
  using both = await pair();
  both.ws.on("pong", () => (both.peer.isAlive = true));
  const pong = once(both.ws, "pong");
  both.client.on("ping", () => both.client.pong());
  keepAlive([both.peer], 25_000);
  await pong;
  keepAlive([both.peer], 50_000);
  expect(both.ws.readyState).toBe(WebSocket.OPEN);
});
