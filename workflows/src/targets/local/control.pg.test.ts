import { afterAll, beforeAll, expect, test } from "vitest";
import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { type Control, controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, remove } = makeHome();
const target = createLocalTarget({ home, host: "test" });
const lease = newLease();
let deployment: Deployment;
let control: Control;

beforeAll(async () => {
  const blueprint = { ...linksBlueprint(2), notes: ["hot (cache) is not deployed yet"] };
  deployment = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  control = controlOf(deployment.socketPath);
});
afterAll(async () => {
  await target.destroy(lease);
  remove();
});

async function born(): Promise<number> {
  const body = JSON.stringify({ url: "https://a.b/c" });
  const answer = await fetch(`${deployment.endpoint}/links`, { method: "POST", body });
  const { born: at } = JSON.parse(await answer.text());
  return Date.parse(at);
}

test("a moved clock is seen by every replica's next request, in column defaults too, and after a restart", async () => {
  const hour = 3_600_000;
  expect(Math.abs((await born()) - Date.now())).toBeLessThan(hour / 2);
  expect(await control.advanceClock(hour)).toBe(hour);
  const both = [await born(), await born()];
  for (const at of both) expect(at - Date.now()).toBeGreaterThan(hour / 2);

  const status = await control.status();
  const services = status?.components.filter(({ kind }) => kind === "service") ?? [];
  for (const { pid } of services) process.kill(pid ?? 0, "SIGKILL");
  const restarts = async () => (await control.status())?.components.map((c) => c.restarts).filter((n) => n > 0);
  await expect.poll(restarts, patience).toEqual([1, 1]);
  await expect.poll(() => born().catch(() => 0), patience).toBeGreaterThan(Date.now() + hour / 2);
  expect(await control.advanceClock(-hour)).toBe(0);
  expect(Math.abs((await born()) - Date.now())).toBeLessThan(hour / 2);
});

test("what every component counts is asked in one place, of those that are up", async () => {
  // Of both: one that was just started again may not have its turn yet.
  const statements = async () => {
    const counted = await control.counters();
    return (counted["api-1"]?.["statements"] ?? 0) + (counted["api-2"]?.["statements"] ?? 0);
  };
  const before = await statements();
  await Promise.all([born(), born()]);
  expect(await statements()).toBe(before + 2);
  expect(Object.keys(await control.counters())).toEqual(["api-1", "api-2", "gw"]);

  await control.sumUp();
  const said = (await control.logs(0)).filter(({ line }) => line.startsWith("since its start: "));
  const whose = new Set(said.map(({ component }) => component.replace(/-\d$/, "")));
  expect([...whose].toSorted()).toEqual(["api", "gw"]);
});

test("rows of a table are counted, and a table that is not there is none", async () => {
  const before = (await control.rowCount("link")) ?? 0;
  await born();
  expect(await control.rowCount("link")).toBe(before + 1);
  expect(await control.rowCount('no" such')).toBeNull();
});

test("tables are filled by the database itself, all of it or nothing", async () => {
  const before = (await control.rowCount("link")) ?? 0;
  const fill = (url: string) => ({
    table: "link",
    rows: 1_000,
    sql: `insert into link (code, url) select 'filled' || i, ${url} from generate_series(1, 1000) as s(i)`,
  });
  expect(await control.bulkInsert([fill("'https://a.b/' || i")])).toMatchObject({ outcome: "inserted" });
  expect(await control.rowCount("link")).toBe(before + 1_000);
  expect(await control.bulkInsert([fill("null")])).toMatchObject({
    outcome: "refused",
    table: "link",
    reason: expect.stringMatching(/not-null/),
  });
  expect(await control.rowCount("link")).toBe(before + 1_000);
});

test("a row is put into a table as it is, and what the table refuses is told", async () => {
  const before = (await control.rowCount("link")) ?? 0;
  const put = await control.insertRow({ table: "link", values: { code: "c'); drop table link; --", url: "u" } });
  expect(put).toMatchObject({ outcome: "inserted", row: { url: "u", born: expect.stringMatching(/^20\d\d-/) } });
  expect(await control.rowCount("link")).toBe(before + 1);
  expect(await control.insertRow({ table: "link", values: { code: "x", born: "no time" } })).toMatchObject({
    outcome: "refused",
  });
  expect(await control.insertRow({ table: 'no" such', values: {} })).toMatchObject({ outcome: "refused" });
});

test("logs are read on from where one was, every component in one order", async () => {
  await fetch(`${deployment.endpoint}/unknown`);
  const said = async () => (await control.logs(0)).map(({ line }) => line);
  await expect.poll(said, patience).toContainEqual(expect.stringMatching(/^GET \/unknown 404/));
  const speakers = async () => new Set((await control.logs(0)).map(({ component }) => component));
  await expect.poll(speakers, patience).toEqual(new Set(["supervisor", "db", "api-1", "api-2", "gw"]));
  const all = await control.logs(0);
  expect(all.map(({ n }) => n)).toEqual(all.map((_, n) => n + 1));
  expect(all[0]).toMatchObject({ component: "supervisor", line: "hot (cache) is not deployed yet" });
  const middle = all.at(5)?.n ?? 0;
  expect((await control.logs(middle))[0]?.n).toBe(middle + 1);
  // Components go on talking: what is read on comes after all that was read.
  const last = all.length;
  const further = await control.logs(last);
  expect(further.map(({ n }) => n)).toEqual(further.map((_, k) => last + 1 + k));
});

test("DDL that never ends is ended from outside, and the finding names it", async () => {
  const other = newLease();
  const endless = "create materialized view slow as select 1 as one from pg_sleep(1e9)";
  const refused = await target.deploy(linksBlueprint(1, [{ line: 3, sql: endless }]), other, () => {}, never);
  expect(refused).toMatchObject({
    outcome: "refused",
    findings: [{ line: 3, rule: "ddl", message: expect.stringMatching(/10 seconds.*create materialized view slow/) }],
  });
  await target.destroy(other);
  await expect.poll(() => leftOf(other.runId), patience).toEqual([]);
});

test("a request is found by its id in every process that it passed, with its statements, plans and log lines", async () => {
  const ask = (id: string) =>
    fetch(`${deployment.endpoint}/nowhere-${id}`, { redirect: "manual", headers: { [requestIdHeader]: id } });
  expect((await ask("wanted")).status).toBe(404);
  await ask("other");

  const trace = await control.trace(["wanted"]);
  expect(trace?.hops.map(({ component, kind, status }) => ({ component, kind, status }))).toEqual([
    { component: "gw", kind: "gateway", status: 404 },
    { component: expect.stringMatching(/^api-/), kind: "service", status: 404 },
  ]);
  const [statement] = trace?.hops[1]?.statements ?? [];
  expect(statement).toMatchObject({ values: ["nowhere-wanted"], rows: 0, plan: { kind: "measured" } });
  expect(trace?.log.map(({ component }) => component.replace(/-\d$/, "")).toSorted()).toEqual(["api", "gw"]);
  for (const { line } of trace?.log ?? []) expect(line).toContain("(request wanted)");
  expect(await control.trace(["never-sent"])).toEqual({ hops: [], log: [] });
});

test("each of many requests at once has the lines of every process that it passed", async () => {
  const ids = Array.from({ length: 48 }, (_, n) => `burst${n}`);
  for (const id of ids)
    await fetch(`${deployment.endpoint}/nowhere`, { redirect: "manual", headers: { [requestIdHeader]: id } });
  const last = ids.slice(-20);
  const lines = (await control.trace(last))?.log.map(({ line }) => line) ?? [];
  expect(last.filter((id) => lines.filter((line) => line.includes(`(request ${id})`)).length !== 2)).toEqual([]);
});
