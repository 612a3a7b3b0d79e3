import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { operation, startService, table } from "../test-service.ts";

const ddl = `create table pool (code text primary key, used boolean not null default false);
  create table urls (code text primary key, url text not null);
  insert into pool select 'code' || n from generate_series(1, 12) n`;

const taking = (take: Step) =>
  startService({
    ddl,
    tables: [table("pool", { code: "text", used: "boolean" }, { primaryKey: ["code"] })],
    operations: [
      operation("POST", "/links", [
        { transaction: [take, { insert: "urls", values: { code: "$pool.code", url: "$body.url" } }] },
        { return: { status: 201, body: { code: "$urls.code" } } },
      ]),
    ],
  });

const marked = { take: "pool", where: { used: false }, set: { used: true } };

test.each([
  ["marked", marked, [{ used: true, n: 12 }]],
  ["deleted", { take: "pool" }, []],
])("of many who take at once each gets a row of its own, which is %s, until none is left", async (_how, step, left) => {
  const service = await taking(step);
  const ask = () => service.ask("POST", "/links", { url: "https://a.b/" });
  const answers = await Promise.all(Array.from({ length: 12 }, ask));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(12);
  expect(await service.sql("select used, count(*)::int as n from pool group by used")).toEqual(left);
  expect((await ask()).status).toBe(503);
});

test("a row that was taken by what is refused in the end is free again", async () => {
  const service = await taking(marked);
  expect((await service.ask("POST", "/links", {})).status).toBe(400);
  expect(await service.sql("select count(*)::int as n from pool where used")).toEqual([{ n: 0 }]);
});

const stock = `create table links (code text primary key, url text, ref uuid unique, taken_at timestamptz,
    check ((url is null) = (ref is null)));
  insert into links select 'code' || n from generate_series(1, 6) n`;

test.each([
  ["in a header", { header: "Request-Ref" }, (url: string, ref: string) => [{ url }, { "request-ref": ref }] as const],
  ["in the body", { sent: "$body.ref" }, (url: string, ref: string) => [{ url, ref }, {}] as const],
])(
  "a row of the stock that is filled keeps the request's key %s, and answers it again",
  async (_where, source, sent) => {
    const service = await startService({
      ddl: stock,
      tables: [
        table("links", { code: "text", url: "text", ref: "uuid" }, { primaryKey: ["code"], uniques: [["ref"]] }),
      ],
      operations: [
        {
          ...operation("POST", "/links", [
            { take: "links", where: { url: null }, set: { url: "$body.url" } },
            { return: { status: 201, body: { code: "$links.code" } } },
          ]),
          idempotency: { ...source, column: "links.ref" },
        },
      ],
    });
    const ask = (url: string, ref: string) => service.ask("POST", "/links", ...sent(url, ref));
    const ref = "5f0e7c1a-93c1-4f0e-8a59-2d3c55c0a001";
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask("https://a.b/", ref)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await ask("https://c.d/", ref)).status).toBe("sent" in source ? 409 : 201);
    expect((await ask("https://c.d/", ref.replace(/1$/, "2"))).status).toBe(201);
    expect(await service.sql("select count(*)::int as n from links where url is not null")).toEqual([{ n: 2 }]);
  },
);

test("where none is left another status can be told", async () => {
  const service = await taking({ ...marked, where: { used: true }, else: 507 });
  expect((await service.ask("POST", "/links", { url: "https://a.b/" })).status).toBe(507);
});
