import { expect, test } from "vitest";
import { freshDatabase } from "./test-database.ts";

test("each test has a migrated database of its own", async () => {
  await using first = await freshDatabase();
  await using second = await freshDatabase();
  const id = "00000000-0000-4000-8000-000000000001";
  await first.db.insertInto("person").values({ id, name: "Ada" }).execute();
  expect(await second.db.selectFrom("person").selectAll().execute()).toEqual([]);
});
