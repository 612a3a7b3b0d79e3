import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { createLingering } from "./lingering.ts";
import { operation, startService, table } from "./test-service.ts";

const ddl = `create table urls (id bigint generated always as identity primary key, code text not null, url text not null);
  create table keys (key text primary key, response jsonb, hash bytea)`;

const keeping = (values: Extract<Step, { insert: string }>["values"], idempotency: Partial<Idempotency>) =>
  startService({
    ddl,
    tables: [table("keys", { key: "text", response: "jsonb", hash: "bytea" }, { primaryKey: ["key"] })],
    operations: [
      operation(
        "POST",
        "/{owner}/links",
        [
          {
            transaction: [
              { insert: "urls", values: { code: { base62: 7 }, url: "$body.url" } },
              { insert: "keys", values },
            ],
          },
          { return: { status: 201, body: { code: "$urls.code" }, location: "/{path.owner}/{urls.code}" } },
        ],
        { body: {}, idempotency: { header: "Idempotency-Key", column: "keys.key", ...idempotency } },
      ),
    ],
  });

test("an answer that is kept beside the key is answered again, and one row is written, also when the sends meet", async () => {
  const service = await keeping({ response: { json: { code: "$urls.code" } } }, { answer: "response" });
  const send = () => service.ask("POST", "/me/links", { url: "https://a.b/" }, { "idempotency-key": "once" });
  const answers = [...(await Promise.all([send(), send(), send()])), await send()];
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const [row] = await service.sql("select code from urls");
  expect(await service.sql("select response from keys")).toEqual([{ response: { code: row?.["code"] } }]);
  expect(answers[0]?.body).toEqual({ code: row?.["code"] });
});

test("a key that comes with another request is refused where a hash of the first one is kept", async () => {
  const hash = { hash: { json: { path: "$path", body: "$body" } } };
  const service = await keeping({ hash, response: { json: {} } }, { answer: "response", hash: "hash", else: 409 });
  const send = (url: string, owner = "me") =>
    service.ask("POST", `/${owner}/links`, { url }, { "idempotency-key": "once" });
  expect((await send("https://a.b/")).status).toBe(201);
  expect((await send("https://a.b/")).status).toBe(201);
  expect((await send("https://a.b/other")).status).toBe(409);
  expect((await send("https://a.b/", "you")).status).toBe(409);
  expect(await service.sql("select count(*)::int as n from urls")).toEqual([{ n: 1 }]);
});

test("a row that a client makes under its own id is made once, and is refused to another one under that id", async () => {
  const service = await startService({
    ddl: "create table links (id uuid primary key, url text not null)",
    operations: [
      operation(
        "PUT",
        "/links/{id}",
        [{ insert: "links", values: { id: "$path.id", url: "$body.url" } }, { return: { status: 201 } }],
        { body: {}, idempotency: { sent: "$path.id", column: "links.id" } },
      ),
    ],
  });
  const put = (url: string) => service.ask("PUT", "/links/6f1c2a34-0000-4000-8000-000000000000", { url });
  const answers = await Promise.all([put("https://a.b/"), put("https://a.b/"), put("https://a.b/")]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect((await put("https://a.b/other")).status).toBe(409);
  expect(await service.sql("select url from links")).toEqual([{ url: "https://a.b/" }]);
});

test("a key is known again to its own caller alone, and whoever asks is told by a token or a header", async () => {
  const service = await startService({
    ddl: "create table links (id bigserial primary key, owner text not null, key text not null, unique (owner, key))",
    operations: [
      operation("POST", "/links", [{ insert: "links", values: { owner: "$user" } }, { return: { status: 201 } }], {
        idempotency: { header: "Idempotency-Key", column: "links.key", within: { owner: "$user" } },
      }),
    ],
  });
  const send = (who: Record<string, string>) => service.ask("POST", "/links", {}, { "Idempotency-Key": "k1", ...who });
  const answers = [
    await send({ authorization: "Bearer ann" }),
    await send({ authorization: "Bearer ann" }),
    await send({ "x-user-id": "bob" }),
    await send({ "x-api-key": "cid" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await service.sql("select owner from links order by id")).toEqual([
    { owner: "ann" },
    { owner: "bob" },
    { owner: "cid" },
  ]);
});

test("a repeated send finds the rows that point at the one that keeps the key, and those behind them", async () => {
  const service = await startService({
    ddl: `create table seats (id int primary key, label text not null);
      create table holds (id int primary key, seat_id int not null references seats (id), key text unique);
      create table bookings (id int generated always as identity primary key, hold_id int not null unique references holds (id), label text);
      insert into seats values (1, 'A1'), (2, 'A1');
      insert into holds values (1, 1), (2, 2);`,
    tables: [
      table("seats", { id: "int", label: "text" }, { primaryKey: ["id"] }),
      table("holds", { id: "int", seat_id: "int", key: "text" }, { primaryKey: ["id"], uniques: [["key"]] }),
      table("bookings", { id: "int", hold_id: "int", label: "text" }, { primaryKey: ["id"], uniques: [["hold_id"]] }),
    ],
    operations: [
      operation(
        "POST",
        "/holds/{id}/confirm",
        [
          {
            transaction: [
              { update: "holds", set: { key: "$header.idempotency-key" }, where: { id: "$path.id" } },
              { get: "seats", by: { id: "$holds.seat_id" } },
              { insert: "bookings", values: { hold_id: "$holds.id", label: "$seats.label" } },
            ],
          },
          { return: { status: 201, body: { id: "$bookings.id", hold: "$holds.id", seat: "$seats.id" } } },
        ],
        { idempotency: { header: "Idempotency-Key", column: "holds.key" } },
      ),
    ],
  });
  const confirm = (id: number) => service.ask("POST", `/holds/${id}/confirm`, {}, { "idempotency-key": `k${id}` });
  for (const id of [1, 2]) {
    const first = await confirm(id);
    expect(first.body).toEqual({ id, hold: id, seat: id });
    expect((await confirm(id)).body).toEqual(first.body);
  }
});

test.each([
  ["with the row of which it is the key", true, 1],
  ["behind that row", false, 3],
])("of sends that all look for the key before any has written, a key that is kept %s", async (_, isTogether, rows) => {
  const writes: Step[] = [
    { insert: "urls", values: { code: { base62: 7 }, url: "$body.url" } },
    { insert: "keys", values: {} },
  ];
  const shorten = operation(
    "POST",
    "/links",
    [...(isTogether ? [{ transaction: writes }] : writes), { return: { status: 201, body: { url: "$body.url" } } }],
    { body: {}, idempotency: { header: "Idempotency-Key", column: "keys.key" } },
  );
  const tables = [table("keys", { key: "text" }, { primaryKey: ["key"] })];
  const service = await startService({ ddl, tables, operations: [shorten], afterLook: createLingering(50).afterLook });
  const send = () => service.ask("POST", "/links", { url: "https://a.b/" }, { "idempotency-key": "once" });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await service.sql("select count(*)::int as n from urls")).toEqual([{ n: rows }]);
});

test("a key that a constraint excludes is answered again as a unique one is", async () => {
  const exclusions = [{ columns: ["request_key"], over: [] }];
  const links = table("links", { code: "text", request_key: "text" }, { primaryKey: ["code"] });
  const service = await startService({
    ddl: "create table links (code text primary key, request_key text, exclude using hash (request_key with =))",
    tables: [{ ...links, exclusions }],
    operations: [
      operation(
        "POST",
        "/links",
        [
          { insert: "links", values: { code: { base62: 7 } } },
          { return: { status: 201, body: { code: "$links.code" } } },
        ],
        { body: {}, idempotency: { header: "Idempotency-Key", column: "links.request_key" } },
      ),
    ],
  });
  const send = () => service.ask("POST", "/links", {}, { "idempotency-key": "once" });
  const answers = [...(await Promise.all([send(), send(), send()])), await send()];
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await service.sql("select count(*)::int as n from links")).toEqual([{ n: 1 }]);
});
