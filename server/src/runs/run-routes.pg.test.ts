import { randomUUID } from "node:crypto";
import { recordRun } from "@proofroom/database/record-run";
import { type RoomId, RunId } from "@proofroom/domain/id";
import { RunView } from "@proofroom/domain/run/view";
import { tell } from "@proofroom/domain/run/told";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guest, join, openRoom, type TestClient } from "../test-client.ts";
import { startTestServer, type TestServer } from "../test-server.ts";
import { viewRuns } from "./view-runs.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A run that `by` has pressed, told as far as its first result. */
async function pressedBy(by: TestClient, roomId: RoomId): Promise<RunId> {
  const { db } = server;
  const id = RunId.parse(randomUUID());
  await db
    .insertInto("run_design")
    .values({ hash: id, texts: JSON.stringify({ schema: "", api: "", design: "" }) })
    .execute();
  const versions = JSON.stringify({ schema: "1.1", api: "1.2", design: "1.3" });
  const suites = JSON.stringify(["functional"]);
  const number = (await viewRuns(db, roomId)).length + 1;
  const fixed = { room_id: roomId, number, target: "local", suites, versions, design_hash: id };
  await db
    .insertInto("run")
    .values({ id, ...fixed, started_by: by.person.id })
    .execute();
  const result = {
    suite: "functional",
    name: "resolve of an unknown code is 404",
    status: "passed",
    observed: "GET /zzzzzzz answered 404.",
    threshold: "GET /{code} answers 404.",
    teaches: "",
    attribution: "design",
  } as const;
  const facts = [tell({ type: "status", status: "testing" }), tell({ type: "result", ...result })];
  await recordRun(db, id, facts);
  return id;
}

test("a run is shown as the fold of its events, and its events page by page without a gap", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const runId = await pressedBy(ada, room.id);
  const { status, body } = await ada.ask("GET", `/api/runs/${runId}`);
  expect(status).toBe(200);
  expect(RunView.parse(body)).toMatchObject({
    id: runId,
    roomId: room.id,
    number: 1,
    startedBy: { name: "Ada" },
    status: "testing",
    versions: { schema: "1.1", api: "1.2", design: "1.3" },
    results: [{ name: "resolve of an unknown code is 404", status: "passed" }],
    endpoints: [],
    lastSeq: 2,
  });
  const later = await ada.ask("GET", `/api/runs/${runId}/events?after=1`);
  expect(later.body).toMatchObject({ events: [{ seq: 2, type: "result" }] });
  expect(await viewRuns(server.db, room.id)).toMatchObject([{ id: runId, tests: { passed: 1, failed: 0, other: 0 } }]);
});

test("unknown, foreign and forbidden runs are the same 404", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const runId = await pressedBy(ada, room.id);
  const stranger = await guest(server.origin, "Eve");
  const observer = await join(server.origin, room, "observer", "Olga");
  const unknown = await ada.ask("GET", `/api/runs/${randomUUID()}`);
  expect(unknown.status).toBe(404);
  const same = [
    await stranger.ask("GET", `/api/runs/${runId}`),
    await stranger.ask("GET", `/api/runs/${runId}/events`),
    await stranger.ask("POST", `/api/runs/${runId}/cancel`),
    await stranger.ask("POST", `/api/runs/${runId}/faults`, {}),
    await stranger.ask("GET", `/api/rooms/${room.id}/runs`),
    await stranger.ask("POST", `/api/rooms/${room.id}/runs`, {}),
    await observer.ask("POST", `/api/rooms/${room.id}/runs`, {}),
    await observer.ask("POST", `/api/runs/${runId}/cancel`),
    await ada.ask("GET", "/api/runs/no-id"),
  ];
  for (const { status, body } of same) expect([status, body]).toEqual([404, unknown.body]);
  expect((await observer.ask("GET", `/api/runs/${runId}`)).status).toBe(200);
});

test("a candidate stops what they pressed themselves, and nobody else's", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const candidate = await join(server.origin, room, "candidate", "Bob");
  const adas = await pressedBy(ada, room.id);
  expect((await candidate.ask("POST", `/api/runs/${adas}/cancel`)).status).toBe(404);
  // Runs are off on this server: whoever is let through gets the sentence that says so.
  expect(await ada.ask("POST", `/api/runs/${adas}/cancel`)).toMatchObject({
    status: 503,
    body: { error: "runs-away" },
  });
  await recordRun(server.db, adas, [tell({ type: "status", status: "cancelled" })]);
  const own = await pressedBy(candidate, room.id);
  expect((await candidate.ask("POST", `/api/runs/${own}/cancel`)).status).toBe(503);
});

test("what is not there yet says so, and where runs are off Run says what is missing", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const run = async (body: object) => {
    const asked = await ada.ask("POST", `/api/rooms/${room.id}/runs`, body);
    return [asked.status, asked.body];
  };
  expect(await run({ target: "gcp" })).toMatchObject([422, { error: "not-available" }]);
  expect(await run({ suites: ["functional", "chaos"] })).toMatchObject([422, { error: "not-available" }]);
  expect(await run({ target: "moon" })).toMatchObject([400, { error: "invalid" }]);
  expect(await run({})).toMatchObject([503, { error: "runs-off", message: "Runs are off in this test." }]);
  const runId = await pressedBy(ada, room.id);
  expect((await ada.ask("POST", `/api/runs/${runId}/faults`, {})).status).toBe(422);
  expect((await ada.ask("DELETE", `/api/runs/${runId}/faults/1`)).status).toBe(422);
  const list = await ada.ask("GET", `/api/rooms/${room.id}/runs`);
  expect(list.body).toMatchObject({ runs: [{ id: runId }], off: "Runs are off in this test." });
});
