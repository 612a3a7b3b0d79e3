import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Report } from "@proofroom/domain/interview/report/report";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { connectEngine } from "../../runs/engine.ts";
import { guest, type TestClient } from "../../test-client.ts";
import { startTestServer } from "../../test-server.ts";
import { loadPacks } from "../packs.ts";

const worker = join(import.meta.dirname, "../../../../workflows/src/main.ts");

/** The real worker as a process of its own. */
async function spawnWorker(databaseUrl: string, taskQueue: string): Promise<AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), "pr-"));
  const own = { DATABASE_URL: databaseUrl, PROOFROOM_HOME: home, PROOFROOM_TASK_QUEUE: taskQueue };
  const child = spawn(process.execPath, [worker], {
    env: { ...process.env, ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    void exited.then(([code]) => reject(new Error(`the worker ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.includes('"msg":"ready"')) resolve();
    });
  });
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}

const Created = z.object({ room: z.object({ id: z.string() }) });

async function untilOver(ada: TestClient, roomId: string): Promise<Report> {
  for (;;) {
    const report = Report.parse((await ada.ask("GET", `/api/rooms/${roomId}/report`)).body);
    if (report.status !== "writing") return report;
    await new Promise((next) => setTimeout(next, 50));
  }
}

test("a practice session without a key ends in a report of facts, soon after End", async () => {
  const address = process.env["TEMPORAL_ADDRESS"] ?? "";
  const taskQueue = `test-${randomBytes(4).toString("hex")}`;
  await using database = await freshDatabase();
  await using engine = connectEngine(taskQueue, { TEMPORAL_ADDRESS: address });
  await using server = await startTestServer({ taskQueue }, { engine, packs: loadPacks(["url-shortener"]) }, database);
  await using _worker = await spawnWorker(database.url, taskQueue);
  const ada = await guest(server.origin, "Ada");
  const created = await ada.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "practice" });
  const { id } = Created.parse(created.body).room;
  expect((await ada.ask("POST", `/api/rooms/${id}/interview/start`, { minutes: 20 })).status).toBe(200);
  const said = { id: "m1", text: "We expect 10k reads per second and 100 writes per second." };
  expect((await ada.ask("POST", `/api/rooms/${id}/messages`, said)).status).toBe(201);

  const began = performance.now();
  expect((await ada.ask("POST", `/api/rooms/${id}/end`)).status).toBe(200);
  const ended = Math.round(performance.now() - began);
  const report = await untilOver(ada, id);
  const millis = Math.round(performance.now() - began);
  console.log(`End answered after ${ended} ms, report without a key ready after ${millis} ms`);
  expect(report).toMatchObject({ status: "ready", voice: "rules", marks: [] });
  expect(report.reason).toBeUndefined();
  expect(report.phases[0]).toMatchObject({ id: "clarify", plannedMinutes: 3 });
  expect(report.debrief?.length).toBeGreaterThanOrEqual(24);
});
