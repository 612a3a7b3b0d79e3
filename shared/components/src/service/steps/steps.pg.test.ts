import { expect, test } from "vitest";
import { operation, startService, table } from "../test-service.ts";

const seats = {
  ddl: `create table seats (event_id int, seat_no int, status text not null default 'free', hold_id uuid,
      hold_until timestamptz, user_id text, primary key (event_id, seat_no));
    create table bookings (id bigint generated always as identity primary key, event_id int not null, seat_no int not null,
      user_id text, idem_key text unique, unique (event_id, seat_no));
    insert into seats(event_id, seat_no) select 1, n from generate_series(1, 5) n`,
  tables: [
    table(
      "seats",
      { event_id: "int", seat_no: "int", hold_id: "uuid", hold_until: "timestamptz" },
      { primaryKey: ["event_id", "seat_no"] },
    ),
    table("bookings", { id: "bigint", idem_key: "text" }, { primaryKey: ["id"], uniques: [["idem_key"]] }),
  ],
};

const hold = operation("POST", "/events/{event}/seats/{seat}/hold", [
  {
    update: "seats",
    set: { status: "held", hold_id: { uuid: true }, hold_until: { add: ["$now", "2m"] }, user_id: "$body.user" },
    where: {
      event_id: "$path.event",
      seat_no: "$path.seat",
      any: [{ status: "free" }, { status: "held", hold_until: { lt: "$now" } }],
    },
  },
  { return: { status: 201, body: { holdId: "$row.hold_id" } } },
]);

const confirm = operation(
  "POST",
  "/holds/{hold}/confirm",
  [
    {
      transaction: [
        { update: "seats", set: { status: "sold" }, where: { hold_id: "$path.hold", hold_until: { gte: "$now" } } },
        { insert: "bookings", values: { event_id: "$row.event_id", seat_no: "$row.seat_no", user_id: "$row.user_id" } },
      ],
    },
    { return: { status: 200, body: { seat: "$row.seat_no" } } },
  ],
  { idempotency: { header: "Idempotency-Key", column: "bookings.idem_key" } },
);

function clock() {
  let millis = Date.parse("2026-01-01T00:00:00Z");
  return { now: () => new Date(millis), advance: (by: number) => (millis += by) };
}

const holdIdOf = (body: unknown): string => /"holdId":"([\w-]+)"/.exec(JSON.stringify(body))?.[1] ?? "";

test("a guarded update lets one of many in, and the guard, not the key, refuses the others", async () => {
  const service = await startService({ ...seats, operations: [hold] });
  const tries = Array.from({ length: 10 }, (_, n) => service.ask("POST", "/events/1/seats/1/hold", { user: `u${n}` }));
  const statuses = (await Promise.all(tries)).map((answer) => answer.status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect((await service.ask("POST", "/events/1/seats/99/hold", { user: "u" })).status).toBe(404);
});

test("a hold ends by the deployment's clock, and its confirmation too", async () => {
  const time = clock();
  const service = await startService({ ...seats, operations: [hold, confirm], now: time.now });
  const first = await service.ask("POST", "/events/1/seats/2/hold", { user: "a" });
  time.advance(3 * 60_000);
  expect((await service.ask("POST", `/holds/${holdIdOf(first.body)}/confirm`)).status).toBe(409);
  const second = await service.ask("POST", "/events/1/seats/2/hold", { user: "b" });
  expect(second.status).toBe(201);
  expect((await service.ask("POST", `/holds/${holdIdOf(second.body)}/confirm`)).status).toBe(200);
  expect(await service.sql("select user_id from bookings")).toEqual([{ user_id: "b" }]);
  expect((await service.ask("POST", "/holds/00000000-0000-0000-0000-000000000000/confirm")).status).toBe(404);
});

test("a transaction repeated under its key is one booking and one answer", async () => {
  const service = await startService({ ...seats, operations: [hold, confirm] });
  const held = await service.ask("POST", "/events/1/seats/3/hold", { user: "a" });
  const send = () => service.ask("POST", `/holds/${holdIdOf(held.body)}/confirm`, {}, { "Idempotency-Key": "k1" });
  const answers = [...(await Promise.all([send(), send(), send()])), await send()];
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 4 }, () => ({ status: 200, body: { seat: 3 } })),
  );
  expect(await service.sql("select count(*)::int as n from bookings")).toEqual([{ n: 1 }]);
});

test("a key that an update keeps answers a repeated send alike, also one that came before the first had ended", async () => {
  const byUpdate = operation(
    "POST",
    "/seats/{hold}/buy",
    [
      {
        update: "seats",
        set: { status: "sold", bought_under: "$header.idempotency-key" },
        where: { hold_id: "$path.hold", status: "held" },
      },
      { return: { status: 200, body: { seat: "$seats.seat_no" } } },
    ],
    { idempotency: { header: "Idempotency-Key", column: "seats.bought_under" } },
  );
  const service = await startService({ ...seats, operations: [hold, byUpdate] });
  await service.sql("alter table seats add bought_under text unique");
  const held = await service.ask("POST", "/events/1/seats/5/hold", { user: "a" });
  const send = (key: string) =>
    service.ask("POST", `/seats/${holdIdOf(held.body)}/buy`, {}, { "Idempotency-Key": key });
  const answers = [...(await Promise.all([send("k"), send("k"), send("k")])), await send("k")];
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 4 }, () => ({ status: 200, body: { seat: 5 } })),
  );
  expect((await send("other")).status).toBe(409);
});

test("a transaction that is refused half-way leaves nothing behind", async () => {
  const service = await startService({ ...seats, operations: [hold, confirm] });
  await service.sql("insert into bookings(event_id, seat_no) values (1, 4)");
  const held = await service.ask("POST", "/events/1/seats/4/hold", { user: "a" });
  expect((await service.ask("POST", `/holds/${holdIdOf(held.body)}/confirm`)).status).toBe(409);
  expect(await service.sql("select status from seats where seat_no = 4")).toEqual([{ status: "held" }]);
});

const posts = {
  ddl: `create table users (id int primary key, name text not null check (name <> ''));
    create table posts (id int generated always as identity primary key, user_id int not null references users,
      title varchar(10) not null, tags jsonb, likes int not null default 0, at timestamptz);
    insert into users values (1, 'ada')`,
  tables: [
    table("users", { id: "int", name: "text" }, { primaryKey: ["id"] }),
    table("posts", { id: "int", tags: "jsonb", at: "timestamptz" }, { primaryKey: ["id"] }),
  ],
};

const post = operation("POST", "/users/{user}/posts", [
  { insert: "posts", values: { user_id: "$path.user", title: "$body.title", tags: "$body.tags" } },
]);

test("what the database refuses becomes the status that says so", async () => {
  const byBody = operation("POST", "/posts", [
    { insert: "posts", values: { user_id: "$body.user", title: "$body.title" } },
  ]);
  const user = operation("POST", "/users", [{ insert: "users", values: { id: "$body.id", name: "$body.name" } }], {
    responses: [{ status: 422, headers: [] }],
  });
  const member = operation("POST", "/members", [{ insert: "users", values: { id: "$body.id", name: "$body.name" } }]);
  const removeUser = operation("DELETE", "/users/{id}", [{ delete: "users", where: { id: "$path.id" } }]);
  const service = await startService({ ...posts, operations: [post, byBody, user, member, removeUser] });
  const statusOf = async (...asked: Parameters<typeof service.ask>) => (await service.ask(...asked)).status;
  expect(await statusOf("POST", "/users/1/posts", { title: "first", tags: ["a"] })).toBe(201);
  expect(await statusOf("POST", "/users/9/posts", { title: "no parent" })).toBe(404);
  expect(await statusOf("POST", "/posts", { user: 9, title: "no parent" })).toBe(409);
  expect(await statusOf("POST", "/users/1/posts", { title: "longer than ten" })).toBe(400);
  expect(await statusOf("POST", "/users/1/posts", {})).toBe(400);
  expect(await statusOf("POST", "/users/x/posts", { title: "no id" })).toBe(400);
  expect(await statusOf("POST", "/users", { id: 2, name: "" })).toBe(422);
  expect(await statusOf("POST", "/members", { id: 1, name: "twice" })).toBe(409);
  // Where 422 is all that is declared, it is how this API refuses what is there already as well.
  expect(await statusOf("POST", "/users", { id: 1, name: "twice" })).toBe(422);
  expect(await statusOf("DELETE", "/users/1")).toBe(409);
  expect(await statusOf("DELETE", "/users/7")).toBe(404);
});

test("increments that meet do not lose each other", async () => {
  const like = operation("POST", "/posts/{id}/likes", [{ increment: "posts.likes", where: { id: "$path.id" } }], {
    responses: [{ status: 200, headers: [], schema: { type: "object", properties: { likes: { type: "integer" } } } }],
  });
  const service = await startService({ ...posts, operations: [post, like] });
  await service.ask("POST", "/users/1/posts", { title: "liked" });
  await Promise.all(Array.from({ length: 25 }, () => service.ask("POST", "/posts/1/likes")));
  expect((await service.ask("POST", "/posts/1/likes")).body).toEqual({ likes: 26 });
  expect((await service.ask("POST", "/posts/2/likes")).status).toBe(404);
});

test("pages of a list follow each other without gap or repetition, by times closer than a millisecond too", async () => {
  const list = operation(
    "GET",
    "/posts",
    [
      {
        list: "posts",
        where: { user_id: "$query.user" },
        order: ["at desc"],
        limit: "$query.limit",
        cursor: "$query.cursor",
      },
    ],
    {
      parameters: [
        { name: "user", in: "query", required: false, schema: { type: "integer" } },
        { name: "limit", in: "query", required: false, schema: { type: "integer", default: 7, maximum: 50 } },
        { name: "cursor", in: "query", required: false, schema: { type: "string" } },
      ],
      responses: [
        {
          status: 200,
          headers: [],
          schema: {
            type: "object",
            properties: {
              items: { type: "array", items: { type: "object", properties: { id: { type: "integer" } } } },
              nextCursor: { type: "string" },
            },
          },
        },
      ],
    },
  );
  const service = await startService({ ...posts, operations: [list] });
  await service.sql(`insert into posts(user_id, title, at) select 1, 'p' || n,
    case when n % 5 > 0 then timestamptz '2026-01-01' + (n / 3) * interval '1 microsecond' end from generate_series(1, 30) n`);
  const wanted = (await service.sql("select id from posts order by at desc, id desc")).map((row) => row["id"]);
  const seen: unknown[] = [];
  let cursor = "";
  for (let page = 0; page < 10; page++) {
    const answer = await service.ask("GET", `/posts?user=1${cursor === "" ? "" : `&cursor=${cursor}`}`);
    const { items, nextCursor } = JSON.parse(JSON.stringify(answer.body));
    seen.push(...items.map((item: { id: number }) => item.id));
    if (nextCursor === null) break;
    expect(items).toHaveLength(7);
    cursor = nextCursor;
  }
  expect(seen).toEqual(wanted);
  expect((await service.ask("GET", "/posts?user=2")).body).toEqual({ items: [], nextCursor: null });
  expect((await service.ask("GET", "/posts")).body).toMatchObject({ items: { length: 7 } });
  expect((await service.ask("GET", "/posts?cursor=broken")).status).toBe(400);
  expect((await service.ask("GET", "/posts?limit=51")).status).toBe(400);
  expect((await service.ask("GET", "/posts?limit=many")).status).toBe(400);
});

test("an update or delete whose parameter was not sent touches no row", async () => {
  const rename = operation("PATCH", "/users", [
    { update: "users", set: { name: "$body.name" }, where: { id: "$query.id" }, else: 410 },
  ]);
  const clear = operation("DELETE", "/users", [{ delete: "users", where: { id: "$query.id" } }]);
  const service = await startService({ ...posts, operations: [rename, clear] });
  expect((await service.ask("PATCH", "/users", { name: "eve" })).status).toBe(410);
  expect((await service.ask("DELETE", "/users")).status).toBe(404);
  expect(await service.sql("select * from users")).toEqual([{ id: 1, name: "ada" }]);
  expect((await service.ask("PATCH", "/users?id=1", { name: "eve" })).body).toEqual({ id: 1, name: "eve" });
  expect((await service.ask("DELETE", "/users?id=1")).status).toBe(200);
});

test("names and values out of a design or a request never become SQL", async () => {
  const evil = `users" where true; drop table users; --`;
  const broken = operation("GET", "/evil", [{ get: evil, by: { id: "$query.id" } }]);
  const byName = operation("GET", "/users", [{ get: "users", by: { name: "$query.name" }, else: 418 }]);
  const service = await startService({ ...posts, operations: [broken, byName] });
  expect((await service.ask("GET", "/evil?id=1")).status).toBe(500);
  expect((await service.ask("GET", `/users?name=${encodeURIComponent("' or '1'='1")}`)).status).toBe(418);
  expect(await service.sql("select count(*)::int as n from users")).toEqual([{ n: 1 }]);
});

test("a statement that does not fit the schema is answered 500, with what Postgres says", async () => {
  const service = await startService({ ...posts, operations: [post] });
  await service.sql(`alter table posts rename to elsewhere`);
  const answer = await service.ask("POST", "/users/1/posts", { title: "x" });
  expect(answer).toMatchObject({ status: 500, body: { error: "broken", message: expect.stringContaining("posts") } });
});
