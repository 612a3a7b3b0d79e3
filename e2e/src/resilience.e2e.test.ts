import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { reference, startRun, write } from "./designs.ts";
import { comeIn, get, type Integrator, openRoom, type Room } from "./integrator.ts";
import { childOf, stillRunning, treeOf } from "./processes.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";
import { openChannel, openDocument } from "./stock-clients.ts";

let proofroom: Proofroom;
let room: Room;
let carl: Integrator;

beforeAll(async () => {
  proofroom = await startProofroom();
  room = await openRoom(proofroom.url, "Ivy");
  carl = await comeIn(proofroom.url, room.invites.candidate, "Carl");
});
afterAll(() => proofroom?.[Symbol.asyncDispose]());

const patience = { timeout: 60_000, interval: 100 };
const isReady = async (): Promise<number> => (await get(proofroom.url, "/readyz").catch(() => null))?.status ?? 0;

test("a worker killed in the middle of a run is back, and the run goes on to its verdict", async () => {
  await write(carl, room, reference);
  using run = await startRun(carl, room);
  await run.tells(({ type }) => type === "result");
  const tree = treeOf("supervisor/main", run.runId);
  process.kill(childOf(proofroom.starter.pid, "workflows/src/main.ts"), "SIGKILL");
  const done = await run.over();
  expect(done).toMatchObject({ status: "completed", verdict: "passed" });
  const events = await run.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const statuses = events.filter(({ type }) => type === "status").map((event) => event["status"]);
  expect(statuses).toEqual(["pending", "validating", "deploying", "testing", "completed"]);
  const names = done.results.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(stillRunning(tree)).toEqual([]);
  expect(readdirSync(join(proofroom.home, "runs"))).toEqual([]);
});

test("a server killed while people write and talk is back, and loses nothing that was acknowledged", async () => {
  using mine = openDocument(carl, room.id, "schema");
  using theirs = openDocument(room.owner, room.id, "schema");
  using channel = openChannel(carl, room.id);
  await Promise.all([mine.synced, theirs.synced, channel.seated]);
  const said = await channel.socket.emitWithAck("chat", { id: "before", text: "before" });
  process.kill(childOf(proofroom.starter.pid, "server/src/main.ts"), "SIGKILL");
  await channel.gone;
  mine.text.insert(0, "-- written meanwhile\n");
  await theirs.reads(mine.text.toJSON());
  expect(await carl.ask("GET", room.at("documents/schema"))).toMatchObject({ body: { text: mine.text.toJSON() } });
  expect(await channel.socket.emitWithAck("chat", { id: "before", text: "before" })).toEqual(said);
});

const Messages = z.object({ messages: z.array(z.object({ seq: z.int(), id: z.string() })) });

test("while the database is away nothing is acknowledged; all of it arrives once it is back", async () => {
  using mine = openDocument(carl, room.id, "api");
  using theirs = openDocument(room.owner, room.id, "api");
  await Promise.all([mine.synced, theirs.synced]);
  const before = theirs.text.toJSON();

  const postgres = treeOf(`${proofroom.home}/postgres -p`);
  for (const pid of postgres) process.kill(pid, "SIGSTOP");
  mine.text.insert(0, "# written without a database\n");
  let isAnswered = false;
  const said = carl.ask("POST", room.at("messages"), { id: "away", text: "away" });
  void said.then(() => (isAnswered = true));
  // A probe's own patience has to end first: long enough for an answer that was not meant to be given.
  expect(await isReady()).toBe(503);
  expect(isAnswered).toBe(false);
  expect(theirs.text.toJSON()).toBe(before);

  for (const pid of postgres) process.kill(pid, "SIGKILL");
  expect([201, 503]).toContain((await said).status);
  await expect.poll(isReady, patience).toBe(200);
  await theirs.reads(mine.text.toJSON());
  const again = await carl.ask("POST", room.at("messages"), { id: "away", text: "away" });
  expect(again).toMatchObject({ status: 201 });
  const { messages } = Messages.parse((await carl.ask("GET", room.at("messages"))).body);
  expect(messages.filter(({ id }) => id === "away")).toEqual([
    { id: "away", ...z.object({ seq: z.int() }).parse(again.body) },
  ]);
  const { events } = z
    .object({ events: z.array(z.object({ seq: z.int() })) })
    .parse((await carl.ask("GET", room.at("events"))).body);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
});

test("a deployment that dies under its tests is no fault of the design", async () => {
  await write(carl, room, reference);
  using run = await startRun(carl, room);
  await run.tells(({ type }) => type === "result");
  const tree = treeOf("supervisor/main", run.runId);
  const [supervisor] = tree;
  if (supervisor !== undefined) process.kill(supervisor, "SIGKILL");
  const done = await run.over();
  expect(done).toMatchObject({ status: "failed", reason: expect.stringContaining("not the design's doing") });
  expect(done.verdict ?? null).toBeNull();
  expect(done.results.filter(({ status }) => status === "failed")).toEqual([]);
  // The shell that watched over the dead supervisor's Postgres looks once a second whether its work is done.
  await expect.poll(() => stillRunning(tree), patience).toEqual([]);
  expect(await carl.ask("POST", room.at("runs"), {})).toMatchObject({ status: 202 });
});
