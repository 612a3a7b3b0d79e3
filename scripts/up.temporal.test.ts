import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { freePort } from "@proofroom/process/free-port";
import { isAlive } from "@proofroom/process/process-table";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { find, postmasterOf, processesOf, start, survivors, type TestStart, until } from "./up-test-run.ts";

let home: string;
let port: number;
const started: TestStart[] = [];

beforeAll(async () => {
  home = await mkdtemp("/var/tmp/proofroom-up-");
  await chmod(home, 0o711);
  port = await freePort();
});

afterEach(async () => {
  for (const { npm, ended } of started.splice(0)) {
    npm.kill("SIGTERM");
    await ended;
  }
});

afterAll(() => rm(home, { recursive: true, force: true }));

const url = () => `http://127.0.0.1:${port}`;

async function ready(env: Record<string, string> = {}): Promise<TestStart & { pid: number }> {
  const run = start(home, port, env);
  started.push(run);
  await run.says(`Proofroom is ready at ${url()}\n`);
  return { ...run, pid: run.npm.pid ?? 0 };
}

/** The state of each dependency, or null while the server does not answer. */
async function state(): Promise<unknown> {
  const answer = await fetch(`${url()}/readyz`).catch(() => null);
  return answer?.ok === true ? await answer.json() : null;
}

async function signIn(): Promise<string> {
  const body = JSON.stringify({ name: "Ada" });
  const headers = { origin: url(), "content-type": "application/json" };
  const answer = await fetch(`${url()}/api/session/guest`, { method: "POST", headers, body });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const whoAmI = async (cookie: string): Promise<unknown> =>
  await (await fetch(`${url()}/api/session`, { headers: { cookie } })).json();

test("a later start finds what an earlier one has stored", async () => {
  const first = await ready();
  const cookie = await signIn();
  first.npm.kill("SIGTERM");
  await first.ended;
  await ready();
  expect(await whoAmI(cookie)).toMatchObject({ person: { name: "Ada" } });
}, 120_000);

test("server, worker, Postgres and Temporal come back when they are killed, and nobody loses the session", async () => {
  const { pid } = await ready();
  const cookie = await signIn();
  const names = ["server/src/main.ts", "workflows/src/main.ts", "server start-dev", `-D ${home}/postgres`];
  for (const name of names) {
    const victim = find(processesOf(home, pid), name);
    process.kill(victim, "SIGKILL");
    await until(() => (isAlive(victim) ? null : true), 1_000, "death");
    await until(
      async () =>
        [...processesOf(home, pid)].find(([other, command]) => command.includes(name) && other !== victim) ?? null,
      5_000,
      `new ${name}`,
    );
    await until(state, 5_000, "ready server");
  }
  expect(await whoAmI(cookie)).toMatchObject({ person: { name: "Ada" } });
});

describe("nothing outlives", () => {
  const endings: [string, (run: TestStart, pids: Map<number, string>) => void][] = [
    ["SIGTERM to npm", ({ npm }) => npm.kill("SIGTERM")],
    ["Ctrl-C", ({ npm }) => process.kill(-(npm.pid ?? 0), "SIGINT")],
    ["kill -9 of npm", ({ npm }) => npm.kill("SIGKILL")],
    ["kill -9 of the starter", (_run, pids) => process.kill(find(pids, "scripts/up.ts"), "SIGKILL")],
    ["kill -9 of npm's whole group", ({ npm }) => process.kill(-(npm.pid ?? 0), "SIGKILL")],
  ];
  test.each(endings)("%s", async (_name, finish) => {
    const run = await ready();
    const before = processesOf(home, run.pid);
    expect([...before.keys()]).toContain(postmasterOf(home));
    finish(run, before);
    // A few seconds on a quiet machine; what counts is that everything goes, however busy it is.
    expect(await survivors(before, 60_000)).toEqual([]);
    expect([...processesOf(home, run.pid).values()]).toEqual([]);
  });
});

test("a second start on the same folder says where the first runs, and harms nothing", async () => {
  const first = await ready();
  const second = await start(home, port).ended;
  expect(second.code).toBe(1);
  expect(second.said).toContain(`Proofroom already runs at ${url()}\n`);
  const elsewhere = await start(home, await freePort()).ended;
  expect(elsewhere.said).toContain(`Proofroom already runs at ${url()}\n`);
  expect(first.npm.exitCode).toBeNull();
  expect(await state()).toMatchObject({ database: "ok" });
});

test("a port that is taken is named", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const { code, said } = await start(home, port).ended;
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} on 127.0.0.1 is taken.`);
});

test("settings that are wrong are all named at once", async () => {
  const { code, said } = await start(home, port, { PORT: "none", PUBLIC_URL: "here", DATABASE_URL: "mysql://x" }).ended;
  expect(code).toBe(1);
  for (const name of ["PORT", "PUBLIC_URL", "DATABASE_URL"]) expect(said).toContain(`  ${name} must be`);
});

test("without a Temporal server to be had the room runs, and says what to install", async () => {
  // Nothing is on this PATH but what npm itself needs, and the cache is empty.
  const run = await ready({
    XDG_CACHE_HOME: "/dev/null",
    PATH: `${import.meta.dirname}/../node_modules/.bin:/usr/bin:/bin`,
  });
  expect(await run.says("Runs are off: no Temporal server could be had.")).toContain("Install the Temporal CLI");
  expect(await state()).toMatchObject({ database: "ok" });
});

test("with a TEMPORAL_CLI_PATH that leads nowhere the room runs, and names it", async () => {
  const run = await ready({ TEMPORAL_CLI_PATH: "/nowhere/temporal" });
  await run.says("Runs are off: TEMPORAL_CLI_PATH names /nowhere/temporal, which cannot be run.");
  expect(await state()).toMatchObject({ database: "ok" });
});
