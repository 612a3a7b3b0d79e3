import { expect, test } from "vitest";
import { operation, startService, table } from "./test-service.ts";

test("a range of time ends when it is said, is compared by its end, and is opened from where it begins", async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  const claim = { id: "$path.id" };
  const service = await startService({
    ddl: `create extension btree_gist; create table claims (id int primary key generated always as identity, seat int, during tstzrange not null,
      exclude using gist (seat with =, during with &&));
      create table copies (id int primary key generated always as identity, during tstzrange);`,
    tables: [
      table("claims", { id: "integer", seat: "integer", during: "tstzrange" }, { primaryKey: ["id"] }),
      table("copies", { id: "integer", during: "tstzrange" }, { primaryKey: ["id"] }),
    ],
    now: () => now,
    operations: [
      operation("POST", "/seats/{seat}/claims", [
        { insert: "claims", values: { seat: "$path.seat", during: { until: { add: ["$now", "2m"] } } } },
        { return: { status: 201, body: { id: "$claims.id", ends: "$claims.during.upper" } } },
      ]),
      operation("POST", "/claims/{id}/confirm", [
        {
          update: "claims",
          set: { during: { until: null } },
          where: { ...claim, during: { gte: "$now" } },
        },
        { insert: "copies", values: { during: "$claims.during" } },
        { return: { status: 200, body: { during: "$copies.during" } } },
      ]),
      operation("GET", "/claims/{id}/sale", [
        { get: "claims", by: { ...claim, during: "infinity" } },
        { return: { status: 200 } },
      ]),
    ],
  });
  const held = await service.ask("POST", "/seats/7/claims");
  expect(held).toMatchObject({ status: 201, body: { ends: "2026-01-01T00:02:00.000Z" } });
  expect((await service.ask("POST", "/seats/7/claims")).status).toBe(409);
  now = new Date("2026-01-01T00:02:00Z");
  expect((await service.ask("POST", "/claims/1/confirm")).status).toBe(409);
  expect((await service.ask("POST", "/seats/7/claims")).status).toBe(201);
  expect((await service.ask("GET", "/claims/3/sale")).status).toBe(404);
  now = new Date("2026-01-01T00:03:00Z");
  expect(await service.ask("POST", "/claims/3/confirm")).toMatchObject({
    status: 200,
    body: { during: { lower: "2026-01-01T00:02:00.000Z", upper: null } },
  });
  expect((await service.ask("GET", "/claims/3/sale")).status).toBe(200);
  now = new Date("2027-01-01T00:00:00Z");
  expect((await service.ask("POST", "/seats/7/claims")).status).toBe(409);
});
