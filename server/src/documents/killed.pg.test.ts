import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { RoomId } from "@proofroom/domain/id";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { freePort } from "@proofroom/process/free-port";
import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { createDocumentStore } from "./document-store.ts";
import { createWatch } from "./harness-watch.ts";
import { roomSubprotocol } from "./protocol.ts";

/** Types tags one after another and keeps a ledger of those that the room has acknowledged. */
function typist(port: number, person: string) {
  const doc = new Y.Doc();
  const text = doc.getText("content");
  const typed: string[] = [];
  const acked = new Set<string>();
  const { look, until } = createWatch();
  let sent = 0;

  class Counting extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sent = 0;
    }
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      super.send(data);
      if (data instanceof Uint8Array && data[0] === 0 && data[1] !== 0) sent++;
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, "schema", doc, {
    params: { person },
    protocols: [roomSubprotocol],
    disableBc: true,
    maxBackoffTime: 100,
    WebSocketPolyfill: Counting,
  });
  provider.messageHandlers[101] = () => {};
  provider.messageHandlers[100] = (_reply, frame) => {
    // The number covers every frame of this socket; its first step 2 carried what earlier sockets had lost.
    if (decoding.readVarUint(frame) === sent && provider.synced) for (const tag of typed) acked.add(tag);
    look();
  };
  return {
    doc,
    text,
    typed,
    acked,
    provider,
    type(tag: string): void {
      typed.push(tag);
      text.insert(text.length, `${tag};`);
    },
    until,
  };
}

test("a server killed again and again loses nothing that it acknowledged, and doubles nothing", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const roomId = RoomId.parse(randomUUID());
  const people = [randomUUID(), randomUUID()];
  await db
    .insertInto("person")
    .values(people.map((id) => ({ id, name: id })))
    .execute();
  const room = {
    id: roomId,
    problem: "p",
    mode: "live",
    interviewer: "off",
    state: "live",
    owner_id: people[0] ?? "",
  } as const;
  await db.insertInto("room").values(room).execute();
  const store = createDocumentStore(db);
  await store.create(db, roomId);

  const port = await freePort();
  const start = async (): Promise<ChildProcess> => {
    const child = fork(new URL("./harness-process.ts", import.meta.url), [database.url, String(port), roomId]);
    await once(child, "message");
    return child;
  };
  let server = await start();
  const typists = people.map((id) => typist(port, id));
  try {
    for (let kill = 0; kill < 4; kill++) {
      for (let n = 0; n < 5 + kill; n++) typists.forEach((one, who) => one.type(`${who}-${kill}-${n}`));
      // Now and then in the middle of a commit, now and then after some were acknowledged.
      await typists[kill % 2]?.until(() => kill % 3 === 0 || (typists[kill % 2]?.acked.size ?? 0) > 0);
      for (let n = 0; n < 5; n++) typists.forEach((one, who) => one.type(`${who}-${kill}-late-${n}`));
      const promised = typists.flatMap((one) => [...one.acked]);
      server.kill("SIGKILL");
      await once(server, "exit");
      const kept = await committedText(store, roomId);
      expect(promised.filter((tag) => !kept.includes(`${tag};`))).toEqual([]);
      server = await start();
    }
    await Promise.all(typists.map((one) => one.until(() => one.acked.size === one.typed.length)));
    const kept = await committedText(store, roomId);
    for (const { typed } of typists) for (const tag of typed) expect(kept.split(`${tag};`)).toHaveLength(2);
    const reader = typist(port, randomUUID());
    await new Promise<void>((resolve) => reader.provider.on("sync", () => resolve()));
    expect(reader.text.toJSON()).toBe(kept);
    reader.provider.destroy();
  } finally {
    for (const { provider } of typists) provider.destroy();
    server.kill("SIGKILL");
  }
});

async function committedText(store: ReturnType<typeof createDocumentStore>, roomId: RoomId): Promise<string> {
  const document = await store.find(roomId, "schema");
  if (document === null) throw new Error("no document");
  const doc = new Y.Doc();
  for (const { bytes } of await store.updates(document, 0)) Y.applyUpdate(doc, bytes);
  expect(doc.store.pendingStructs).toBeNull();
  return doc.getText("content").toJSON();
}
