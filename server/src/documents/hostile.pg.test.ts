import { freshDatabase } from "@proofroom/migrations/test-database";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "./harness.ts";
import { step2Frame, updateFrame } from "./protocol.ts";

const numbers = (...values: number[]): Uint8Array =>
  encoding.encode((encoder) => values.forEach((value) => encoding.writeVarUint(encoder, value)));

/** A squat on clocks 0 to 999,999 of a client, as one collected struct: nine bytes. */
const squat = (client: number, from: number): Uint8Array => numbers(1, 1, client, from, 0, 1_000_000, 0);
/** Deletes a million clocks that their owner has yet to use. */
const eraseFuture = (client: number, from: number): Uint8Array => numbers(0, 1, client, 1, from, 1_000_000);
const writeAs = (client: number): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getText("content").insert(0, "forged");
  return Y.encodeStateAsUpdate(doc);
};

/** A room in which Ada has written, Bob reads along, and Mallory is about to send what no client sends. */
async function attacked() {
  const database = await freshDatabase();
  const room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"));
  const mallory = room.guest("candidate", "mallory");
  await Promise.all([ada.synced(), bob.synced()]);
  ada.text.insert(0, "mine");
  await Promise.all([bob.reads("mine"), ada.until(() => ada.told.committed === 2)]);
  return {
    room,
    ada,
    bob,
    mallory,
    /** Everybody, a newcomer too, reads what Ada writes from now on. */
    async isUnharmed(): Promise<void> {
      ada.text.insert(4, " still");
      await Promise.all([bob.reads("mine still"), room.client(room.guest("observer")).reads("mine still")]);
      expect((await room.documents.text(room.roomId, "schema"))?.text).toBe("mine still");
    },
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

const frames: [name: string, code: number, frame: (adaId: number) => Uint8Array | string][] = [
  ["a text frame", 1003, () => "hello"],
  ["an unknown message type", 1007, () => numbers(99)],
  ["an empty frame", 1007, () => new Uint8Array()],
  ["bytes after a frame", 1007, () => numbers(3, 0)],
  ["a frame that ends early", 1007, () => updateFrame(writeAs(77)).subarray(0, -4)],
  ["a state vector that is none", 1007, () => numbers(0, 0, 1, 33_000_000)],
  ["awareness that is none", 1007, () => numbers(1, 2, 200, 1)],
  ["a claim of 33 million structs", 1007, () => updateFrame(numbers(1, 33_000_000, 7, 0))],
  ["a frame beyond 1 MiB", 1009, () => new Uint8Array(1024 * 1024 + 1)],
  ["a squat on Ada's clock", 1008, (adaId) => updateFrame(squat(adaId, 4))],
  ["a squat within a step 2", 1008, (adaId) => step2Frame(squat(adaId, 4))],
  ["a delete set over Ada's future", 1008, (adaId) => updateFrame(eraseFuture(adaId, 4))],
  ["writing under Ada's id", 1008, (adaId) => updateFrame(encodeAt(adaId))],
];

/** Text under somebody's id at exactly their next clock. */
function encodeAt(client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getText("content").insert(0, "mine");
  const before = Y.encodeStateVector(doc);
  doc.getText("content").insert(0, "forged");
  return Y.encodeStateAsUpdate(doc, before);
}

test.each(frames)("%s closes its socket with %i and leaves the room unharmed", async (_name, code, frame) => {
  await using scene = await attacked();
  const { ws, closed } = await scene.room.raw(scene.mallory);
  ws.send(frame(scene.ada.doc.clientID));
  expect(await closed).toBe(code);
  await scene.isUnharmed();
});

test("a gap after the first step 2 closes the socket", async () => {
  await using scene = await attacked();
  const { ws, closed } = await scene.room.raw(scene.mallory);
  ws.send(step2Frame(numbers(0, 0)));
  ws.send(updateFrame(squatAsText(9_000, 5)));
  expect(await closed).toBe(1008);
  await scene.isUnharmed();
});

function squatAsText(client: number, from: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getText("content").insert(0, "x".repeat(from));
  const before = Y.encodeStateVector(doc);
  doc.getText("content").insert(0, "later");
  return Y.encodeStateAsUpdate(doc, before);
}

test("the third offence in a minute is answered for good", async () => {
  await using scene = await attacked();
  const codes: (number | undefined)[] = [];
  for (let n = 0; n < 3; n++) {
    const { ws, closed } = await scene.room.raw(scene.mallory);
    ws.send(numbers(99));
    codes.push(await closed);
  }
  expect(codes).toEqual([1007, 1007, 4403]);
  await scene.isUnharmed();
});

test("a second person cannot speak for the cursor of the first", async () => {
  await using scene = await attacked();
  const { ada, bob, room, mallory } = scene;
  const id = ada.doc.clientID;
  await bob.until(() => bob.provider.awareness.getStates().has(id));
  const { ws } = await room.raw(mallory);
  const entry = encoding.encode((encoder) => {
    for (const value of [1, id, 1_000]) encoding.writeVarUint(encoder, value);
    encoding.writeVarString(encoder, "null");
  });
  ws.send(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, entry);
    }),
  );
  ada.provider.awareness.setLocalStateField("selection", null);
  ada.provider.awareness.setLocalStateField("user", { name: "somebody else" });
  await scene.isUnharmed();
  const seen = bob.provider.awareness.getStates().get(id);
  expect(seen?.["user"]).toEqual({ name: room.owner.name, hue: room.owner.hue, id: room.owner.id });
});

test("a person who floods is read slowly and loses nothing", async () => {
  await using database = await freshDatabase();
  const rates = {
    updatesPerSecond: 200,
    updatesBurst: 50,
    bytesPerSecond: 1e6,
    bytesBurst: 1e6,
  };
  await using room = await openRoom(database.db, { rates });
  const ada = room.client(room.owner);
  const bob = room.client(room.guest("candidate"));
  await Promise.all([ada.synced(), bob.synced()]);
  for (let n = 0; n < 150; n++) ada.text.insert(ada.text.length, "x");
  await bob.reads("x".repeat(150));
});

test("a document that is full says so, and takes the edit once there is room", async () => {
  await using database = await freshDatabase();
  const limits = { updateBytes: 1_000, textBytes: 100, stateBytes: 100_000, updates: 1_000 };
  await using room = await openRoom(database.db, { limits });
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"), { ours: true });
  await Promise.all([ada.synced(), bob.synced()]);
  ada.text.insert(0, "a".repeat(90));
  await bob.reads("a".repeat(90));

  bob.text.insert(90, "b".repeat(20));
  await bob.until(() => bob.told.room.at(-1)?.["reason"] === "full");
  expect(ada.text.length).toBe(90);

  ada.text.delete(0, 50);
  const both = "a".repeat(40) + "b".repeat(20);
  await Promise.all([ada.reads(both), bob.until(() => bob.told.room.at(-1)?.["readOnly"] === false)]);
});
