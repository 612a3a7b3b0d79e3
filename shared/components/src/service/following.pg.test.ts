import type { Step } from "@proofroom/domain/design/step";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import { expect, test } from "vitest";
import { explainStatements } from "../supervisor/explain-statements.ts";
import { operation, startService, table } from "./test-service.ts";

const sell = operation(
  "POST",
  "/seats/{seat}/sell",
  [
    {
      transaction: [
        { update: "seat", set: { status: "sold" }, where: { no: "$path.seat", status: "free" } },
        { insert: "sale", values: { seat: "$path.seat", buyer: "$body.buyer" } },
      ],
    },
  ],
  { stepLines: [{ line: 10, inside: [11, 14] }] },
);

const find = operation("GET", "/sales/{buyer}", [{ list: "sale", where: { buyer: "$path.buyer" } }]);

const start = (operations = [sell, find]) =>
  startService({
    ddl: `create table seat (no text primary key, status text not null);
      create table sale (id bigint generated always as identity primary key, seat text not null unique, buyer text not null);
      insert into seat values ('a1', 'free'), ('a2', 'free');
      insert into sale (seat, buyer) values ('a2', 'somebody');
      insert into sale (seat, buyer) select 'x' || n, 'other' from generate_series(1, 2000) n`,
    tables: [table("seat", { no: "text", status: "text" }, { primaryKey: ["no"] }), table("sale", { seat: "text" })],
    operations,
  });

test("a refused request gives the statements that were sent for it, each with its step's line, and their rollback", async () => {
  const service = await start();
  await service.ask("POST", "/seats/a1/sell", { buyer: "me" }, { [requestIdHeader]: "first" });
  const refused = await service.ask("POST", "/seats/a2/sell", { buyer: "me" }, { [requestIdHeader]: "second" });
  expect(refused.status).toBe(409);

  const [hop] = service.hops.of(["second"]);
  expect(hop).toMatchObject({ component: "api", status: 409, dropped: 0 });
  expect(hop?.statements.map(({ text }) => text.split(" ")[0])).toEqual(["begin", "update", "insert", "rollback"]);
  const [, update, insert] = hop?.statements ?? [];
  expect(update).toMatchObject({ rows: 1, isInTransaction: true, step: { line: 11 } });
  expect(update?.values).toContain("a2");
  expect(insert?.refused).toMatchObject({ code: "23505" });
  expect(insert?.step).toMatchObject({ line: 14, words: expect.stringContaining("Adds a row to sale") });
  expect(service.hops.of(["first"])[0]?.statements.at(-1)?.text).toBe("commit");
});

test("a read is measured on the design's own tables and a write only planned, so that nothing changes", async () => {
  const service = await start();
  await service.ask("POST", "/seats/a1/sell", { buyer: "me" }, { [requestIdHeader]: "sold" });
  await service.ask("GET", "/sales/me", undefined, { [requestIdHeader]: "found" });
  const statements = service.hops.of(["sold", "found"]).flatMap((hop) => hop.statements);
  const explained = await explainStatements(service.address, statements);

  const read = explained.find(({ text }) => text.startsWith("select"));
  if (read?.plan?.kind !== "measured") throw new Error(`not measured: ${JSON.stringify(read)}`);
  const scan = read.plan.nodes.find(({ node }) => node === "Seq Scan");
  expect(scan).toMatchObject({ table: "sale", removed: 2001 });
  expect(scan?.buffers).toBeGreaterThan(5);
  expect(explained.find(({ text }) => text.startsWith("insert"))?.plan?.kind).toBe("estimated");
  expect(explained.find(({ text }) => text === "begin")?.plan).toBeUndefined();
  expect(await service.sql("select count(*)::int as n from sale where buyer = 'me'")).toEqual([{ n: 1 }]);
});

test("a statement that cannot be planned says why, and the others are planned all the same", async () => {
  const service = await start();
  const sent = { at: "2030-01-01T00:00:00.000Z", millis: 1, values: [], isInTransaction: false };
  const explained = await explainStatements(service.address, [
    { ...sent, text: "select * from gone" },
    { ...sent, text: "select * from seat for update" },
  ]);
  expect(explained[0]?.plan).toMatchObject({ kind: "none", reason: expect.stringContaining("gone") });
  expect(explained[1]?.plan?.kind).toBe("estimated");
});

test("of more statements than are explained those of the deciding request are, then the latest, and the others say so", async () => {
  const service = await start();
  const sent = { at: "2030-01-01T00:00:00.000Z", millis: 1, values: [], isInTransaction: false };
  const deciding = { ...sent, text: "select 'deciding' as it" };
  const statements = [deciding, ...Array.from({ length: 60 }, (_, n) => ({ ...sent, text: `select ${n} as it` }))];
  const explained = await explainStatements(service.address, statements, (one) => one === deciding);
  expect(explained.map(({ text }) => text)).toEqual(statements.map(({ text }) => text));
  expect(explained[0]?.plan?.kind).toBe("measured");
  expect(explained.at(-1)?.plan?.kind).toBe("measured");
  expect(explained.filter(({ plan }) => plan?.kind === "measured")).toHaveLength(40);
  expect(explained[1]?.plan).toMatchObject({ kind: "none", reason: expect.stringContaining("40 are explained") });
});

test("a look behind which it is asked whether there was a row is not told to answer 404", async () => {
  const look: Step = { get: "sale", by: { buyer: "$path.buyer" } };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
  const found: Step = { if: { found: true }, then: [{ return: { status: 200 } }], else: [{ return: { status: 204 } }] };
  const asks = operation("GET", "/asked/{buyer}", [{ transaction: [look, found] }]);
  const service = await start([
    asks,
    operation("GET", "/sales/{buyer}", [{ get: "sale", by: { buyer: "$path.buyer" } }]),
  ]);
  await service.ask("GET", "/asked/nobody", undefined, { [requestIdHeader]: "asked" });
  await service.ask("GET", "/sales/nobody", undefined, { [requestIdHeader]: "alone" });
  const words = (request: string) =>
    service.hops
      .of([request])[0]
      ?.statements.flatMap(({ step }) => step?.words ?? [])
      .at(0);
  expect(words("asked")).toContain("if there is one");
  expect(words("alone")).toContain("or answers 404");
});
