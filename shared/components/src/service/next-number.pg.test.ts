import { expect, test } from "vitest";
import { createDraws } from "./draws.ts";
import { operation, startService, table } from "./test-service.ts";

const sold = { sold: true, order_no: { nextval: "order_no_seq" } };
const startSelling = () =>
  startService({
    ddl: `create sequence order_no_seq start 100001;
      create table claims (id int primary key, sold boolean not null default false, order_no bigint unique, check (sold = (order_no is not null)));
      create table receipts (no text primary key);
      insert into claims select n from generate_series(1, 10) n`,
    tables: [
      table("claims", { id: "integer", sold: "boolean", order_no: "bigint" }, { primaryKey: ["id"] }),
      table("receipts", { no: "text" }, { primaryKey: ["no"] }),
    ],
    operations: [
      operation("POST", "/claims/{id}/confirm", [
        { update: "claims", set: sold, where: { id: "$path.id", sold: false } },
        { return: { status: 200, body: { no: "$claims.order_no" } } },
      ]),
      operation("POST", "/claims", [
        { take: "claims", where: { sold: false }, set: sold },
        { return: { status: 200, body: { no: "$claims.order_no" } } },
      ]),
      operation("POST", "/receipts", [
        { insert: "receipts", values: { no: { nextval: "order_no_seq" } } },
        { return: { status: 201, body: { no: "$receipts.no" } } },
      ]),
    ],
  });

test("each row that is changed, taken or added gets the next number of the sequence, and one that is not changed takes none", async () => {
  const service = await startSelling();
  const ids = Array.from({ length: 8 }, (_, n) => n + 1);
  const answers = await Promise.all(ids.map((id) => service.ask("POST", `/claims/${id}/confirm`)));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body)))).toEqual(
    new Set(ids.map((n) => JSON.stringify({ no: 100_000 + n }))),
  );
  expect((await service.ask("POST", "/claims/1/confirm")).status).toBe(409);
  expect(await service.ask("POST", "/claims")).toMatchObject({ status: 200, body: { no: 100_009 } });
  expect(await service.ask("POST", "/receipts")).toMatchObject({ status: 201, body: { no: "100010" } });
});

test("a row's number is the same in all of its columns, also in base62 and in whatever order they stand", async () => {
  const service = await startService({
    ddl: `create sequence link_seq start 3844;
      create table links (id bigint primary key default nextval('link_seq'), url text, code text not null unique);
      create table early (code text primary key, id bigint not null);
      create sequence zero_seq minvalue 0 start 0`,
    tables: [
      table("links", { id: "bigint", url: "text", code: "text" }, { primaryKey: ["id"] }),
      table("early", { code: "text", id: "bigint" }, { primaryKey: ["code"] }),
    ],
    operations: [
      operation("POST", "/links", [
        {
          insert: "links",
          values: {
            code: { encode62: { add: [{ nextval: "link_seq" }, 62] } },
            url: "$body.url",
            id: { nextval: "link_seq" },
          },
        },
        { return: { status: 201, body: { code: "$row.code", own: { encode62: { add: ["$row.id", 62] } } } } },
      ]),
      operation("POST", "/early", [
        {
          insert: "early",
          values: {
            id: { nextval: "zero_seq" },
            code: { coalesce: ["$body.alias", { encode62: { nextval: "zero_seq" } }] },
          },
        },
        { return: { status: 201, body: { code: "$row.code", id: "$row.id" } } },
      ]),
    ],
  });
  const answers = await Promise.all(Array.from({ length: 70 }, () => service.ask("POST", "/links", {})));
  const written = answers.map(({ body }) => JSON.stringify(body));
  for (const one of written) expect(one).toMatch(/^\{"code":"(\w{3})","own":"\1"\}$/);
  expect(new Set(written).size).toBe(70);
  expect(written).toContain('{"code":"110","own":"110"}');
  expect(await service.ask("POST", "/early", {})).toMatchObject({ body: { code: "0", id: 0 } });
  expect(await service.ask("POST", "/early", { alias: "mine" })).toMatchObject({ body: { code: "mine", id: 1 } });
  expect(await service.ask("POST", "/early", {})).toMatchObject({ body: { code: "2", id: 2 } });
});

test("a counter comes at once to a text that it has not given yet, and never to one that it has", async () => {
  const draws = createDraws();
  const service = await startService({
    ddl: "create sequence link_seq start 3844; create table links (code text not null unique)",
    tables: [table("links", { code: "text" }, {})],
    operations: [
      operation("POST", "/links", [
        { insert: "links", values: { code: { encode62: { nextval: "link_seq" } } } },
        { return: { status: 201, body: { code: "$row.code" } } },
      ]),
    ],
    draws,
  });
  draws.repeat("zZ9", true);
  expect(await service.ask("POST", "/links")).toMatchObject({ status: 201, body: { code: "zZ9" } });
  draws.repeat("zZ9");
  expect(await service.ask("POST", "/links")).toMatchObject({ status: 201, body: { code: "100" } });
  expect(draws.repeat(null)).toBe(1);
});
