import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import type { Objects } from "../../objectstore/client.ts";
import { createLingering } from "../lingering.ts";
import { startCache } from "../test-cache.ts";
import { operation, startService, table } from "../test-service.ts";

const shop = {
  ddl: `create table seats (no int primary key, status text not null default 'free', price numeric, until timestamptz);
    create table orders (id int generated always as identity primary key, seat int not null unique references seats, who text);
    insert into seats(no, price) select n, n * 10 from generate_series(1, 5) n`,
  tables: [
    table("seats", { no: "int", status: "text", until: "timestamptz" }, { primaryKey: ["no"] }),
    table("orders", { id: "int", seat: "int", who: "text" }, { primaryKey: ["id"], uniques: [["seat"]] }),
  ],
};

// oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
const when = (asked: Extract<Step, { if: unknown }>["if"], taken: Step[], other?: Step[]): Step => ({
  if: asked,
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
  then: taken,
  ...(other === undefined ? {} : { else: other }),
});
const answer = (status: number, body?: unknown): Step => ({
  return: { status, ...(body === undefined ? {} : { body }) },
});

test("a branch is taken by what was found, by the row, by a value, and by alternatives", async () => {
  const look = operation("GET", "/seats/{no}", [
    { get: "seats", by: { no: "$path.no" } },
    when({ found: false }, [answer(410)]),
    when({ status: "sold" }, [answer(409)]),
    when(
      { any: [{ price: { gt: 40 } }, { "$row.price": { in: [10] } }], status: { eq: "free" } },
      [answer(299)],
      [answer(200, { price: "$row.price" })],
    ),
  ]);
  const service = await startService({ ...shop, operations: [look] });
  await service.sql("update seats set status = 'sold' where no = 3");
  const statusOf = async (no: number) => (await service.ask("GET", `/seats/${no}`)).status;
  expect([await statusOf(9), await statusOf(3), await statusOf(5), await statusOf(1)]).toEqual([410, 409, 299, 299]);
  expect((await service.ask("GET", "/seats/2")).body).toEqual({ price: 20 });
});

test("an update that finds nothing leaves it to the if behind it, and times compare as moments", async () => {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const take: Step[] = [
    {
      update: "seats",
      set: { status: "held", until: { add: ["$now", "2m"] } },
      where: { no: "$path.no", status: "free" },
    },
    when({ found: true }, [answer(201)]),
    { get: "seats", by: { no: "$path.no" } },
    when({ until: { lt: "$now" } }, [answer(200, "expired")], [answer(423)]),
  ];
  const service = await startService({
    ...shop,
    operations: [operation("POST", "/seats/{no}", take)],
    now: () => new Date(now),
  });
  const statusOf = async (no: number) => (await service.ask("POST", `/seats/${no}`)).status;
  expect([await statusOf(1), await statusOf(1), await statusOf(9)]).toEqual([201, 423, 404]);
  now += 121_000;
  expect(await statusOf(1)).toBe(200);
});

test("a branch that refuses inside a transaction undoes what came before it", async () => {
  const buy = operation("POST", "/orders", [
    {
      transaction: [
        {
          forEach: "$body.seats",
          do: [
            { get: "seats", by: { no: "$item" }, lock: true },
            when({ status: "free" }, [
              { update: "seats", set: { status: "sold" }, where: { no: "$item" } },
              { insert: "orders", values: { seat: "$item", who: "$body.who" } },
            ]),
            when({ "$seats.status": { in: ["held"] } }, [answer(423, { error: "held" })]),
          ],
        },
        { count: "orders", where: { who: "$body.who" } },
        when({ $count: { gt: 3 } }, [answer(403)]),
      ],
    },
    answer(201, { count: "$count" }),
  ]);
  const service = await startService({ ...shop, operations: [buy] });
  await service.sql("update seats set status = 'held' where no = 5");
  const send = (seats: unknown, who = "ada") => service.ask("POST", "/orders", { seats, who });
  expect((await send([1, 2])).body).toEqual({ count: 2 });
  expect((await send([3, 5])).status).toBe(423);
  expect((await send([3, 4])).status).toBe(403);
  expect(await service.sql("select seat from orders order by 1")).toEqual([{ seat: 1 }, { seat: 2 }]);
  expect(await service.sql("select no from seats where status = 'sold' order by 1")).toEqual([{ no: 1 }, { no: 2 }]);
  expect((await send("no list")).status).toBe(400);
  expect((await send([])).body).toEqual({ count: 2 });
});

test("a locked row waits for whoever locked it, so that check and write are one", async () => {
  const take = operation("POST", "/seats/{no}", [
    {
      transaction: [
        { get: "seats", by: { no: "$path.no" }, lock: true },
        when({ status: { in: ["sold"] } }, [answer(409)]),
        { update: "seats", set: { status: "sold" }, where: { no: "$path.no" } },
      ],
    },
    answer(201),
  ]);
  const service = await startService({ ...shop, operations: [take] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => service.ask("POST", "/seats/1")));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(7).fill(409)]);
});

test("keys of the cache itself are read, kept for a time, counted by many at once and deleted", async () => {
  const limit = operation("POST", "/calls/{key}", [
    { "cache.increment": "calls:{key}", ttl: "60s", in: "hot" },
    when({ $count: { gt: 3 } }, [answer(429)], [answer(200, { count: "$count" })]),
  ]);
  const put = operation("PUT", "/notes/{key}", [
    { "cache.put": "n:{path.key}", value: "$body", ttl: "5s", in: "hot" },
    answer(204),
  ]);
  const get = operation("GET", "/notes/{key}", [
    { "cache.get": "n:{path.key}", in: "hot" },
    when({ found: true }, [answer(200, "$cached")], [answer(404)]),
  ]);
  const remove = operation("DELETE", "/notes/{key}", [{ "cache.delete": "n:{path.key}", in: "hot" }, answer(204)]);
  const { pass, die, caches } = startCache();
  const service = await startService({ ...shop, operations: [limit, put, get, remove], caches });
  const calls = await Promise.all(Array.from({ length: 5 }, () => service.ask("POST", "/calls/a")));
  expect(calls.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429, 429]);
  expect((await service.ask("POST", "/calls/b")).body).toEqual({ count: 1 });
  await service.ask("PUT", "/notes/x", { text: "hi", n: [1] });
  expect((await service.ask("GET", "/notes/x")).body).toEqual({ text: "hi", n: [1] });
  pass(5_001);
  expect((await service.ask("GET", "/notes/x")).status).toBe(404);
  await service.ask("PUT", "/notes/x", { text: "hi" });
  await service.ask("DELETE", "/notes/x");
  expect((await service.ask("GET", "/notes/x")).status).toBe(404);
  pass(60_000);
  expect((await service.ask("POST", "/calls/a")).body).toEqual({ count: 1 });
  die();
  expect((await service.ask("POST", "/calls/a")).status).toBe(503);
  expect((await service.ask("GET", "/notes/x")).status).toBe(404);
});

test("of many who put one key there where there is none one does, and only who names what it holds finds or deletes it", async () => {
  const key = "hold:{path.no}";
  const is = { json: { hold: "$body.hold" } };
  const hold = operation("POST", "/holds/{no}", [
    {
      "cache.put": key,
      value: { json: { hold: { uuid: true }, who: "$body.who" } },
      ttl: "2m",
      absent: true,
      in: "hot",
    },
    when({ found: true }, [answer(201, "$cached")], [answer(409)]),
  ]);
  const confirm = operation("POST", "/holds/{no}/confirm", [
    { "cache.get": key, is, in: "hot" },
    when({ found: true }, [answer(200, { who: "$cached.who" })], [answer(410)]),
  ]);
  const letGo = operation("DELETE", "/holds/{no}", [
    { "cache.delete": key, is, in: "hot" },
    when({ found: true }, [answer(204)], [answer(404)]),
  ]);
  const { pass, die, caches } = startCache();
  const service = await startService({ ...shop, operations: [hold, confirm, letGo], caches });
  const ask = (method: string, path: string, body: object = {}) => service.ask(method, path, body);
  const answers = await Promise.all(["ada", "bob", "eve"].map((who) => ask("POST", "/holds/1", { who })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  const { hold: own, who } = Object(answers.find(({ status }) => status === 201)?.body);
  expect(await ask("POST", "/holds/1/confirm", { hold: own })).toMatchObject({ status: 200, body: { who } });
  const statuses = async (...asked: [method: string, path: string, body?: object][]): Promise<number[]> => {
    const got: number[] = [];
    for (const one of asked) got.push((await ask(...one)).status);
    return got;
  };
  expect(
    await statuses(
      ["POST", "/holds/1/confirm", { hold: "another" }],
      ["POST", "/holds/1/confirm"],
      ["DELETE", "/holds/1", { hold: "another" }],
      ["DELETE", "/holds/1", { hold: own }],
      ["DELETE", "/holds/1", { hold: own }],
      ["POST", "/holds/1", { who: "bob" }],
    ),
  ).toEqual([410, 410, 404, 204, 404, 201]);
  pass(120_001);
  expect(await statuses(["POST", "/holds/1/confirm", { hold: own }], ["POST", "/holds/1", { who: "eve" }])).toEqual([
    410, 201,
  ]);
  die();
  expect(await statuses(["POST", "/holds/2", { who: "ada" }])).toEqual([503]);
});

test("objects are kept by name, read back as they were and deleted; without a store that is said", async () => {
  const kept = new Map<string, { bytes: Buffer; contentType: string }>();
  const objects: Objects = {
    put: async (name, bytes, contentType) => kept.set(name, { bytes: Buffer.from(bytes), contentType }) === kept,
    get: async (name) => kept.get(name) ?? null,
    remove: async (name) => kept.delete(name),
  };
  const operations = [
    operation("PUT", "/files/{name}", [{ "object.put": "f/{name}", body: "$body.text" }, answer(204)]),
    operation("GET", "/files/{name}", [{ "object.get": "f/{name}" }, answer(200, { text: "$object" })]),
    operation("DELETE", "/files/{name}", [
      { "object.delete": "f/{name}" },
      when({ found: true }, [answer(204)], [answer(404)]),
    ]),
  ];
  const service = await startService({ ...shop, operations, objects });
  expect((await service.ask("PUT", "/files/a%2Fb", { text: "grün" })).status).toBe(204);
  expect([...kept.keys()]).toEqual(["f/a%2Fb"]);
  expect((await service.ask("GET", "/files/a%2Fb")).body).toEqual({ text: "grün" });
  expect((await service.ask("GET", "/files/none")).status).toBe(404);
  expect((await service.ask("DELETE", "/files/a%2Fb")).status).toBe(204);
  expect((await service.ask("DELETE", "/files/a%2Fb")).status).toBe(404);
  const without = await startService({ ...shop, operations });
  expect((await without.ask("GET", "/files/a")).status).toBe(503);
});

test("a message of a transaction goes out once that is committed, and never when it is undone", async () => {
  const sent: unknown[] = [];
  const book = operation("POST", "/orders", [
    {
      transaction: [
        { publish: "bookings", to: "q", message: { seat: "$body.seat" } },
        { insert: "orders", values: { seat: "$body.seat", who: "$body.who" } },
      ],
    },
  ]);
  const publish = async (queue: string, message: object) => void sent.push([queue, message]);
  const service = await startService({ ...shop, operations: [book], publish });
  await service.ask("POST", "/orders", { seat: 1, who: "ada" });
  expect((await service.ask("POST", "/orders", { seat: 1, who: "eve" })).status).toBe(409);
  expect(sent).toEqual([["q", { seat: 1 }]]);
});

test("what is published stands for the row that is not there yet, and a repeat is answered with what is", async () => {
  const sent: object[] = [];
  const order = {
    ...operation("POST", "/orders", [
      { publish: "orders", to: "q", message: { who: "$body.who", seat: { hash: "$body.who", first: 8 } } },
      answer(202, { seat: "$orders.seat" }),
    ]),
    idempotency: { header: "Idempotency-Key", column: "orders.who" },
  };
  const publish = async (_queue: string, message: object) => void sent.push(message);
  const service = await startService({ ...shop, operations: [order], publish });
  const ask = () => service.ask("POST", "/orders", { who: "ada" }, { "idempotency-key": "ada" });
  const first = await ask();
  expect(first).toMatchObject({ status: 202, body: { seat: expect.stringMatching(/^[0-9a-f]{8}$/) } });
  expect(sent).toEqual([{ who: "ada", ...Object(first.body) }]);
  await service.sql("insert into orders (seat, who) values (3, 'ada')");
  expect(await ask()).toMatchObject({ status: 202, body: { seat: 3 } });
  expect(sent).toHaveLength(1);
});

test("requests that linger after each look have all looked before the first of them writes, unless the look locks", async () => {
  const sell = (path: string, steps: Step[]) => operation("POST", path, [{ transaction: [...steps, answer(201)] }]);
  const free: Step = when({ status: "sold" }, [answer(409)]);
  const write: Step = { update: "seats", set: { status: "sold" }, where: { no: "$path.no" } };
  const service = await startService({
    ...shop,
    operations: [
      sell("/looked/{no}", [{ get: "seats", by: { no: "$path.no" } }, free, write]),
      sell("/locked/{no}", [{ get: "seats", by: { no: "$path.no" }, lock: true }, free, write]),
      sell("/guarded/{no}", [
        { get: "seats", by: { no: "$path.no" } },
        { ...write, where: { no: "$path.no", status: "free" } },
      ]),
    ],
    afterLook: createLingering(25).afterLook,
  });
  const sold = async (path: string): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => service.ask("POST", path)));
    return answers.filter(({ status }) => status === 201).length;
  };
  expect([await sold("/looked/1"), await sold("/locked/2"), await sold("/guarded/3")]).toEqual([8, 1, 1]);
});

test("of those who look for what is not there one adds it where the look locks it absent, and each does where it does not", async () => {
  const book = (path: string, look: Step) =>
    operation("POST", path, [
      { transaction: [look, when({ found: true }, [answer(200)]), { insert: "visits", values: { who: "$body.who" } }] },
      answer(201),
    ]);
  const by = { who: "$body.who" };
  const service = await startService({
    ddl: "create table visits (id int generated always as identity primary key, who text not null)",
    tables: [table("visits", { id: "int", who: "text" }, { primaryKey: ["id"] })],
    operations: [book("/looked", { get: "visits", by }), book("/locked", { get: "visits", by, lock: "absent" })],
    afterLook: createLingering(25).afterLook,
  });
  const statuses = async (path: string, who: string): Promise<number[]> => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => service.ask("POST", path, { who })));
    return answers.map(({ status }) => status).toSorted((a, b) => a - b);
  };
  expect(await statuses("/looked", "ada")).toEqual([201, 201, 201, 201]);
  expect(await statuses("/locked", "bob")).toEqual([200, 200, 200, 201]);
  expect(await service.sql("select count(*)::int as n from visits where who = 'bob'")).toMatchObject([{ n: 1 }]);
});
