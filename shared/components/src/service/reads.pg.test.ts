import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { createApp } from "./app.ts";
import { testWorkshop } from "./test-workshop.ts";
import { openDatabase } from "./database.ts";
import { readsFrom } from "./reads.ts";
import { operation } from "./test-service.ts";

/** A database of its own in which a table says its name. */
async function database(name: string) {
  const server = process.env["PROOFROOM_TEST_POSTGRES"] ?? "";
  const url = new URL(server);
  const created = `reads_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${created}`);
  await admin.end();
  const address = {
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: decodeURIComponent(url.password),
    database: created,
  };
  const opened = openDatabase(address, 2);
  await opened.query(`create table place as select '${name}'::text as name`, []);
  return { opened, address };
}

const ask = "select name from place";

test("reads go to the standbys in turn and never to the primary while one of them answers", async () => {
  const [primary, one, two] = [await database("primary"), await database("one"), await database("two")];
  const replicas = [
    { component: "one", session: one.opened },
    { component: "two", session: two.opened },
  ];
  const reads = readsFrom({ primary: primary.opened, replicas, log: () => {} });
  const names: unknown[] = [];
  for (let n = 0; n < 4; n++) names.push((await reads.query(ask, []))[0]?.["name"]);
  expect(new Set(names)).toEqual(new Set(["one", "two"]));
  expect(names.slice(0, 2)).toEqual(names.slice(2));
});

test("a dead standby is said once and left alone, and the primary answers", async () => {
  const primary = await database("primary");
  const dead = openDatabase({ ...primary.address, port: 1 }, 2);
  const log: string[] = [];
  const reads = readsFrom({
    primary: primary.opened,
    replicas: [{ component: "standby", session: dead }],
    log: (line) => log.push(line),
  });
  for (let n = 0; n < 10; n++) expect(await reads.query(ask, [])).toEqual([{ name: "primary" }]);
  expect(log).toEqual([expect.stringMatching(/^standby is not read from for now: .*ECONNREFUSED/)]);
  expect(dead.statements()).toBe(0);
});

test("a statement that is wrong is told as just that, and the standby stays", async () => {
  const [primary, standby] = [await database("primary"), await database("standby")];
  const log: string[] = [];
  const reads = readsFrom({
    primary: primary.opened,
    replicas: [{ component: "standby", session: standby.opened }],
    log: (line) => log.push(line),
  });
  await expect(reads.query("select $1::uuid", ["no uuid"])).rejects.toThrow(/invalid input syntax/);
  expect(await reads.query(ask, [])).toEqual([{ name: "standby" }]);
  expect(log).toEqual([]);
});

test("an endpoint that only reads asks the standby, one that also writes sees what it has just written", async () => {
  const [primary, standby] = [await database("primary"), await database("standby")];
  const reads = readsFrom({
    primary: primary.opened,
    replicas: [{ component: "standby", session: standby.opened }],
    log: () => {},
  });
  const operations = [
    operation("GET", "/places", [{ list: "place" }, { return: { body: "$rows" } }]),
    operation("POST", "/places", [
      { insert: "place", values: { name: "new" } },
      { get: "place", by: { name: "new" } },
      { return: { status: 201, body: "$row" } },
    ]),
  ];
  const workshop = testWorkshop(primary.opened, { operations, reads });
  const app = createApp({ component: "api", operations, workshop, counters: () => ({}), log: () => {} });
  const ask = async (method: string) => (await app.request("http://service/places", { method })).json();
  expect(await ask("POST")).toEqual({ name: "new" });
  expect(await ask("GET")).toEqual([{ name: "standby" }]);
});
