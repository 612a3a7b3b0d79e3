import { expect, test } from "vitest";
import { operation, startService, table } from "./test-service.ts";

const things = {
  ddl: `create table things (id int generated always as identity primary key, name varchar(20) unique, size numeric(6, 2),
    born date, tags jsonb, own uuid)`,
  tables: [
    table(
      "things",
      { id: "int", name: "varchar", tags: "jsonb", born: "date" },
      { primaryKey: ["id"], uniques: [["name"]] },
    ),
  ],
  operations: [
    operation("POST", "/things", [
      {
        insert: "things",
        values: { name: "$body.name", size: "$body.size", born: "$body.born", tags: "$body.tags", own: "$body.own" },
      },
    ]),
    operation("GET", "/things", [
      {
        list: "things",
        where: { name: "$query.name" },
        order: ["born"],
        limit: "$query.limit",
        cursor: "$query.cursor",
      },
    ]),
    operation("GET", "/things/{id}", [{ get: "things", by: { id: "$path.id" } }]),
    operation("PATCH", "/things/{id}", [{ update: "things", set: { tags: "$body" }, where: { id: "$path.id" } }]),
    operation("GET", "/to/{name}", [{ redirect: "$path.name" }]),
  ],
};

/** Small, seeded, and the same on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const odd = [
  "\u0000",
  "\ud800",
  "💥".repeat(9),
  "x".repeat(300),
  "' or 1=1; --",
  "%",
  "../../x",
  "2026-02-31",
  "NaN",
  "1e999",
  "\r\nset-cookie: a=b",
  "",
  "00000000-0000-0000-0000-000000000000",
  "7",
];
const oddValues: unknown[] = [...odd, 1e308, -0, 2 ** 53, null, true, [], {}, [[["deep"]]], { toString: 1 }, [1, "a"]];

test("whatever is sent, a service answers, blames the request where it is to blame, and goes on", async () => {
  const service = await startService(things);
  const draw = random(20_261_124);
  const any = <T>(from: readonly T[]): T | undefined => from[Math.floor(draw() * from.length)];
  const text = () => encodeURIComponent((any(odd) ?? "").toWellFormed());
  const body = () => {
    const fields = ["name", "size", "born", "tags", "own", "__proto__", "constructor"];
    const chosen = fields.filter(() => draw() < 0.4).map((field) => [field, any(oddValues)]);
    return draw() < 0.1 ? any(['{"a":', "[]", "null", "7", '"text"', "\u0000"]) : Object.fromEntries(chosen);
  };
  const requests = [
    () => service.ask("POST", "/things", body()),
    () => service.ask("GET", `/things?name=${text()}&limit=${text()}&cursor=${text()}&name=${text()}`),
    () => service.ask("GET", `/things/${text()}`),
    () => service.ask("PATCH", `/things/${text()}`, body()),
    () => service.ask("GET", `/to/${text()}`),
    () => service.ask("DELETE", `/${text()}`),
  ];
  for (let n = 0; n < 600; n++) {
    const answer = await any(requests)?.();
    expect(answer, service.log.at(-1) ?? "").toMatchObject({ status: expect.not.toSatisfy((status) => status >= 500) });
  }
  expect((await service.ask("POST", "/things", { name: "sound" })).status).toBe(201);
});

test("a path that no number stands in names no numbered row; a filter that is no number is a broken request", async () => {
  const service = await startService({
    ...things,
    operations: [...things.operations, operation("GET", "/sized", [{ list: "things", where: { id: "$query.id" } }])],
  });
  expect((await service.ask("GET", "/things/abc")).status).toBe(404);
  expect((await service.ask("GET", "/sized?id=abc")).status).toBe(400);
});
