import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeRunData, type RunServer, startRunPostgres } from "./run-server.ts";

let folder: string;
let server: RunServer;
let client: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp("/var/tmp/proofroom-run-server-");
  await chmod(folder, 0o711);
  server = await startRunPostgres({
    dataDir: join(folder, "run/postgres"),
    cacheDir: join(folder, "cache"),
    connections: 5,
  });
  client = await connect();
});

afterAll(async () => {
  await client.end();
  await server.stop();
  removeRunData(join(folder, "run/postgres"));
  expect(await readdir(join(folder, "run"))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

async function connect(database = server.role.database): Promise<pg.Client> {
  const { user, password } = server.role;
  const connected = new pg.Client({ host: "127.0.0.1", port: server.port, user, password, database });
  connected.on("error", () => {});
  await connected.connect();
  return connected;
}

test("a design may use the extensions that designs use", async () => {
  for (const name of "pg_trgm btree_gist btree_gin citext pgcrypto uuid-ossp hstore ltree unaccent fuzzystrmatch intarray".split(
    " ",
  )) {
    await client.query(`create extension "${name}"`);
  }
  expect((await client.query("select 'ABC'::citext = 'abc' as same")).rows).toEqual([{ same: true }]);
});

test("what reaches out of the database is refused", async () => {
  const refused: [string, RegExp][] = [
    ["create extension pltcl", /not available/],
    ["create extension plperl", /not available/],
    ["create extension dblink", /not available/],
    ["set extension_control_path = '$system'", /permission denied/],
    ["copy (select 1) to program 'true'", /permission denied/],
    ["select pg_read_file('/etc/passwd')", /permission denied/],
    ["create function f() returns int language c as 'libc', 'getpid'", /permission denied/],
    ["create database other", /permission denied/],
    ["create role other", /permission denied/],
    ["set temp_file_limit = -1", /permission denied/],
  ];
  for (const [statement, reason] of refused) await expect(client.query(statement)).rejects.toThrow(reason);
});

test("the design's role has its own database only, and so many sessions", async () => {
  await expect(connect("postgres")).rejects.toThrow(/permission denied/);
  const more = await Promise.all([connect(), connect(), connect(), connect()]);
  await expect(connect()).rejects.toThrow(/too many connections/);
  for (const extra of more) await extra.end();
});

test("what was acknowledged is there after a kill -9, on the same port", async () => {
  await client.query("create table note(text text); insert into note values ('kept')");
  process.kill(server.pid, "SIGKILL");
  await server.exited;
  const again = await server.restart();
  server = { ...server, ...again };
  expect(again.port).toBe(server.port);
  client = await connect();
  expect((await client.query("select text from note")).rows).toEqual([{ text: "kept" }]);
});

test.runIf(existsSync("/proc/sysvipc/shm"))(
  "a server that was killed leaves no shared memory once its data are removed",
  async () => {
    const dataDir = join(folder, "killed/postgres");
    const killed = await startRunPostgres({ dataDir, cacheDir: join(folder, "cache"), connections: 2 });
    const piece = /\d+\s+(\d+)/.exec(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[6] ?? "")?.[1];
    const pieces = () =>
      readFileSync("/proc/sysvipc/shm", "utf8")
        .split("\n")
        .map((line) => line.trim().split(/\s+/)[1]);
    expect(pieces()).toContain(piece);
    process.kill(killed.pid, "SIGKILL");
    await killed.exited;
    expect(pieces()).toContain(piece);
    removeRunData(dataDir);
    expect(pieces()).not.toContain(piece);
  },
);
