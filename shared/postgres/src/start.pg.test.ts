import { chmod, mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "./start.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp("/var/tmp/proofroom-launcher-");
  await chmod(folder, 0o711);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;

async function ask(postgres: Postgres, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query({ text: query, rowMode: "array" });
  await client.end();
  return rows;
}

test("data is there again after a stop and after a kill -9, on the same port", async () => {
  const dataDir = join(folder, "kept");
  const first = await startPostgres({ dataDir });
  await ask(first, "create table note(text text); insert into note values ('kept')");
  await first.stop();
  expect(await first.exited).toBe("exit code 0");

  const second = await startPostgres({ dataDir, port: first.port });
  expect(await ask(second, "select text from note")).toEqual([["kept"]]);
  process.kill(second.pid, "SIGKILL");
  expect(await second.exited).toBe("ended by SIGKILL");

  await using third = await startPostgres({ dataDir, port: first.port });
  expect(await ask(third, "select text from note")).toEqual([["kept"]]);
  expect(await ask(third, "show fsync")).toEqual([["on"]]);
});

test("a Postgres that was left behind is ended first, without losing anything", async () => {
  const dataDir = join(folder, "orphaned");
  const left = await startPostgres({ dataDir, settings: { fsync: "off" } });
  await ask(left, "create table note(text text)");
  await using found = await startPostgres({ dataDir, settings: { fsync: "off" } });
  expect(await left.exited).toBe("exit code 0");
  expect(await ask(found, "select count(*)::int from note")).toEqual([[0]]);
});

test("the password is needed, generated, and readable by its owner alone", async () => {
  const dataDir = join(folder, "locked");
  await using postgres = await startPostgres({ dataDir, settings: { fsync: "off" } });
  const stranger = new URL(postgres.url);
  stranger.password = "guess";
  const client = new pg.Client({ connectionString: stranger.href });
  await expect(client.connect()).rejects.toThrow("password authentication failed");
  expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
});

test.runIf(isRoot)("a private parent folder sends the data elsewhere, and the same data is found again", async () => {
  const home = join(folder, "private");
  await mkdir(home, { mode: 0o700 });
  const dataDir = join(home, "postgres");
  const first = await startPostgres({ dataDir, settings: { fsync: "off" } });
  await ask(first, "create table note(text text)");
  await first.stop();
  const real = await realpath(dataDir);
  try {
    expect(real).toMatch(/^\/var\/tmp\/proofroom-[0-9a-f]{16}\/postgres$/);
    await using again = await startPostgres({ dataDir, settings: { fsync: "off" } });
    expect(await ask(again, "select count(*)::int from note")).toEqual([[0]]);
  } finally {
    await rm(dirname(real), { recursive: true, force: true });
  }
});
