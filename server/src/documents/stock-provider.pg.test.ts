import { expect, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { guest, join, openRoom, type TestClient } from "../test-client.ts";
import { startTestServer } from "../test-server.ts";

/** The stock provider as it is, in a program that carries the cookie and the origin of a browser. */
function open(origin: string, roomId: string, { cookie }: TestClient, document: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/collab/${roomId}`, document, doc, {
    disableBc: true,
    WebSocketPolyfill: class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, { protocols: protocols ?? [], headers: { origin, cookie } });
      }
    },
  });
  const text = doc.getText("content");
  const reads = (expected: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (text.toJSON() === expected) resolve();
      };
      doc.on("afterTransaction", look);
      look();
    });
  return {
    provider,
    text,
    reads,
    closed: new Promise<number>((resolve) => provider.on("closed", ({ code }) => resolve(code))),
  };
}

test("the stock y-websocket provider works with a session's cookie, in every document", async () => {
  await using server = await startTestServer();
  const owner = await guest(server.origin, "Ada");
  const room = await openRoom(owner);
  const candidate = await join(server.origin, room, "candidate", "Bob");

  for (const document of ["schema", "api", "design"]) {
    const ada = open(server.origin, room.id, owner, document);
    const bob = open(server.origin, room.id, candidate, document);
    ada.text.insert(0, document);
    await bob.reads(document);
    bob.text.insert(0, "my ");
    await ada.reads(`my ${document}`);
    const { body } = await owner.ask("GET", `/api/rooms/${room.id}/documents/${document}`);
    expect(body).toMatchObject({ text: `my ${document}`, version: "1.2" });
    for (const { provider } of [ada, bob]) provider.destroy();
  }
});

test("an ended room takes no further letter, by whatever door", async () => {
  await using server = await startTestServer();
  const owner = await guest(server.origin, "Ada");
  const room = await openRoom(owner);
  const ada = open(server.origin, room.id, owner, "schema");
  const before = open(server.origin, room.id, owner, "schema");
  ada.text.insert(0, "final");
  await before.reads("final");

  expect((await owner.ask("POST", `/api/rooms/${room.id}/end`)).status).toBe(200);
  const late = open(server.origin, room.id, owner, "schema");
  await late.reads("final"); // two first letters of two people stand in the order of their random ids
  late.text.insert(0, "late ");
  late.provider.messageHandlers[2] = () => {};
  ada.provider.messageHandlers[2] = () => {};
  for (let n = 0; n < 100; n++) ada.text.insert(0, "x");
  expect(await ada.closed).toBe(4403);
  const { body } = await owner.ask("GET", `/api/rooms/${room.id}/documents/schema`);
  expect(body).toMatchObject({ text: "final" });
  for (const { provider } of [ada, before, late]) provider.destroy();
});
