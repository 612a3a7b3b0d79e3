import { expect, test } from "vitest";
import { operation, startService } from "./test-service.ts";

const named = {
  ddl: "create table named (name text not null unique, backend int not null default pg_backend_pid())",
  operations: [
    operation("POST", "/named", [{ insert: "named", values: { name: "$body.name" } }]),
    operation("POST", "/both", [
      {
        transaction: [
          { insert: "named", values: { name: "$body.name" } },
          { insert: "named", values: { name: "$body.other" } },
        ],
      },
    ]),
  ],
};

const backendOf = (answer: { body: unknown }): string => /"backend":(\d+)/.exec(JSON.stringify(answer.body))?.[1] ?? "";

test("a refused statement keeps its connection: no other server process is started for the next one", async () => {
  const service = await startService(named);
  const before = await service.ask("POST", "/named", { name: "a" });
  expect(before.status).toBe(201);
  for (let n = 0; n < 20; n++) {
    expect((await service.ask("POST", "/named", { name: "a" })).status).toBe(409);
    expect((await service.ask("POST", "/named", {})).status).toBe(400);
    expect((await service.ask("POST", "/both", { name: "x", other: "a" })).status).toBe(409);
  }
  const after = await service.ask("POST", "/named", { name: "b" });
  expect(backendOf(after)).toBe(backendOf(before));
  expect(await service.sql("select name from named order by name")).toEqual([{ name: "a" }, { name: "b" }]);
});

test("a connection that the database ends is given up, and the next statement gets another", async () => {
  const service = await startService(named);
  const before = await service.ask("POST", "/named", { name: "a" });
  await service.sql(`create function end_me() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create trigger end_me before insert on named for each row when (new.name = 'end me') execute function end_me()`);
  expect((await service.ask("POST", "/named", { name: "end me" })).status).toBe(503);
  const again = await service.ask("POST", "/both", { name: "b", other: "end me" });
  expect(again.status).toBe(503);
  const after = await service.ask("POST", "/named", { name: "c" });
  expect(after.status).toBe(201);
  expect(backendOf(after)).not.toBe(backendOf(before));
  expect(await service.sql("select name from named order by name")).toEqual([{ name: "a" }, { name: "c" }]);
});
