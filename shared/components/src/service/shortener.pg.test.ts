import { expect, test } from "vitest";
import { operation, startService, table } from "./test-service.ts";

const ddl = `create table urls (id bigint generated always as identity primary key, code text not null unique,
  long_url text not null, idem_key text unique, owner_id text, created_at timestamptz not null default now())`;

const body = {
  type: "object",
  required: ["url"],
  properties: { url: { type: "string", format: "uri" }, owner: { type: "string", maxLength: 10 } },
};

const shorten = (codeLength = 7) =>
  operation(
    "POST",
    "/links",
    [
      {
        transaction: [
          {
            insert: "urls",
            values: { code: { base62: codeLength }, long_url: "$body.url", owner_id: "$body.owner" },
            onConflict: { code: { regenerate: 10 }, idem_key: "return-existing" },
          },
        ],
      },
      { publish: "clicks" },
      { return: { status: 201, body: { code: "$row.code" } } },
    ],
    {
      body,
      bodyRequired: true,
      idempotency: { header: "Idempotency-Key", column: "urls.idem_key" },
      responses: [
        { status: 201, headers: [] },
        { status: 400, headers: [] },
        { status: 422, headers: [] },
      ],
    },
  );

const resolve = operation(
  "GET",
  "/{code}",
  [{ get: "urls", by: { code: "$path.code" }, cache: { key: "u:{code}" } }, { redirect: "$row.long_url" }],
  { responses: [{ status: 301, headers: [] }] },
);

const start = () =>
  startService({
    ddl,
    tables: [table("urls", { code: "text" }, { primaryKey: ["id"], uniques: [["code"], ["idem_key"]] })],
    operations: [resolve, shorten()],
  });

const codeOf = (answer: { body: unknown }): string => {
  const found = /"code":"(\w+)"/.exec(JSON.stringify(answer.body))?.[1];
  if (found === undefined) throw new Error(`no code in ${JSON.stringify(answer.body)}`);
  return found;
};

test("a shortened URL redirects to itself, character for character, with the declared status", async () => {
  const service = await start();
  const url = "https://example.com/a?q=1&r=%20x#f";
  const made = await service.ask("POST", "/links", { url });
  expect(made.status).toBe(201);
  expect(codeOf(made)).toHaveLength(7);
  expect(await service.ask("GET", `/${codeOf(made)}`)).toMatchObject({ status: 301, location: url });
  expect((await service.ask("GET", "/zzzzzzz")).status).toBe(404);
});

test("what breaks the endpoint's own schema gets the declared 400, and nothing is written", async () => {
  const service = await start();
  const broken = [
    {},
    { url: "not a url" },
    { url: "://x" },
    { url: "https://a.b/", owner: "longer than ten" },
    "{",
    "[]",
  ];
  for (const sent of broken) expect((await service.ask("POST", "/links", sent)).status).toBe(400);
  expect((await service.ask("POST", "/links")).status).toBe(400);
  expect(await service.sql("select * from urls")).toEqual([]);
});

test("one key is one row and one answer, also when the sends meet", async () => {
  const service = await start();
  const send = () => service.ask("POST", "/links", { url: "https://a.b/" }, { "idempotency-key": "once" });
  const answers = await Promise.all(Array.from({ length: 12 }, send));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(new Set(answers.map(codeOf)).size).toBe(1);
  expect(await service.sql("select idem_key from urls")).toEqual([{ idem_key: "once" }]);
});

test("a taken code is drawn again, until the tries are used up", async () => {
  const service = await startService({ ddl, operations: [shorten(1)] });
  const statuses: number[] = [];
  for (let n = 0; n < 20; n++) statuses.push((await service.ask("POST", "/links", { url: "https://a.b/" })).status);
  expect(new Set(statuses)).toEqual(new Set([201]));
  const rows = await service.sql("select code from urls");
  expect(new Set(rows.map((row) => row["code"])).size).toBe(20);
});

test("a cache and a queue that nothing leads to are told of once", async () => {
  const service = await start();
  for (let n = 0; n < 3; n++) await service.ask("POST", "/links", { url: "https://a.b/" });
  for (let n = 0; n < 3; n++) await service.ask("GET", "/none");
  const said = service.log.filter((line) => line.startsWith("no "));
  expect(said).toEqual([
    "no queue is drawn for clicks: what is published there goes nowhere",
    "no arrow leads from here to a cache: urls is read from the database each time",
  ]);
  expect(service.log.filter((line) => line.startsWith("GET /none 404"))).toHaveLength(3);
});
