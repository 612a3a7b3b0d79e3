import { expect, test } from "vitest";
import { operation, startService, table } from "./test-service.ts";

test("a time is put into a column of whole numbers, and compared with it, as the column counts", async () => {
  let now = new Date("2026-01-01T00:00:00.500Z");
  const seat = { id: "$path.id" };
  const service = await startService({
    ddl: "create table seats (id int primary key, until_ms bigint, until_s int); insert into seats values (1, null, null)",
    tables: [table("seats", { id: "integer", until_ms: "bigint", until_s: "integer" }, { primaryKey: ["id"] })],
    now: () => now,
    operations: [
      operation("POST", "/seats/{id}/hold", [
        {
          update: "seats",
          set: { until_ms: { add: ["$now", "2m"] }, until_s: { add: ["$now", "2m"] } },
          where: { ...seat, any: [{ until_ms: null }, { until_ms: { lt: "$now" }, until_s: { lt: "$now" } }] },
        },
        { return: { status: 200, body: { ms: "$row.until_ms", s: "$row.until_s" } } },
      ]),
      operation("GET", "/seats/{id}", [
        { get: "seats", by: seat },
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
        { if: { until_ms: { lt: "$now" }, until_s: { lt: "$now" } }, then: [{ return: { status: 410 } }] },
        { return: { status: 200 } },
      ]),
    ],
  });
  const held = await service.ask("POST", "/seats/1/hold");
  expect(JSON.stringify(held.body).replaceAll('"', "")).toContain("ms:1767225720500,s:1767225720");
  expect((await service.ask("POST", "/seats/1/hold")).status).toBe(409);
  expect((await service.ask("GET", "/seats/1")).status).toBe(200);
  now = new Date("2026-01-01T00:02:02Z");
  expect((await service.ask("GET", "/seats/1")).status).toBe(410);
  expect((await service.ask("POST", "/seats/1/hold")).status).toBe(200);
});
