import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeRunData, type RunServer, startRunPostgres } from "./run-server.ts";
import { type RunStandby, startRunStandby } from "./run-standby.ts";

let folder: string;
let primary: RunServer;
let standby: RunStandby;
const patience = { timeout: 20_000, interval: 20 };

beforeAll(async () => {
  folder = await mkdtemp("/var/tmp/proofroom-run-standby-");
  await chmod(folder, 0o711);
  const cacheDir = join(folder, "cache");
  const starting = startRunPostgres({ dataDir: join(folder, "primary/postgres"), cacheDir, connections: 5 });
  standby = await startRunStandby(starting, {
    name: "replica",
    dataDir: join(folder, "replica/postgres"),
    cacheDir,
    connections: 5,
  });
  primary = await starting;
  await query(primary.port, "create table link (code text primary key)");
});

afterAll(async () => {
  await standby.stop();
  await primary.stop();
  for (const name of ["primary", "replica"]) removeRunData(join(folder, name, "postgres"));
  await rm(folder, { recursive: true, force: true });
});

/** As the design's own role, whose password is the same there as here. */
async function query(port: number, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: "127.0.0.1", port, ...primary.role });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const codes = async () => (await query(standby.port, "select code from link order by code")).map(({ code }) => code);

test("what the primary commits is read from the standby, which takes no writes", async () => {
  await query(primary.port, "insert into link values ('a')");
  expect(await standby.catchUp(10_000)).toBe(true);
  expect(await codes()).toEqual(["a"]);
  await expect(query(standby.port, "insert into link values ('b')")).rejects.toThrow(/read-only transaction/);
  expect(await query(standby.port, "select pg_is_in_recovery() as standby")).toEqual([{ standby: true }]);
});

test("with a delay the standby shows a commit that much later, and not before", async () => {
  await standby.delay(800);
  const began = performance.now();
  await query(primary.port, "insert into link values ('c')");
  const committed = performance.now();
  expect(await standby.catchUp(50)).toBe(false);
  await expect.poll(codes, patience).toContain("c");
  // Counted by the primary from its commit, which lies between the two.
  expect(performance.now() - began).toBeGreaterThan(800 - (committed - began));
  await standby.delay(0);
  await query(primary.port, "insert into link values ('d')");
  expect(await standby.catchUp(10_000)).toBe(true);
  expect(await codes()).toContain("d");
});

test("a standby that was killed hears what it has missed, and goes on after the primary was killed too", async () => {
  process.kill(standby.pid, "SIGKILL");
  await standby.exited;
  await query(primary.port, "insert into link values ('e')");
  const again = await standby.restart();
  await expect.poll(codes, patience).toContain("e");
  process.kill(primary.pid, "SIGKILL");
  await primary.exited;
  expect(await codes()).toContain("e");
  const back = await primary.restart();
  await query(primary.port, "insert into link values ('f')");
  await expect.poll(codes, patience).toContain("f");
  await again.stop();
  await back.stop();
});

test("the design's role learns nothing of how the standby comes to the primary", async () => {
  const again = await standby.restart();
  await expect(query(standby.port, "show primary_conninfo")).rejects.toThrow(/permission denied/);
  await again.stop();
});
