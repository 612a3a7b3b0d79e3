import { expect, test } from "vitest";
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
