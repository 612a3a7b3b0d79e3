import { expect, test } from "vitest";
import { updateIn, updatesIn } from "./statement.ts";

const seats = { name: "seats", columns: [], primaryKey: ["id"], uniques: [], foreignKeys: [], indexes: [], line: 1 };

test("each update of a table is found, with what it sets and what it asks", () => {
  const text = `
    UPDATE seats SET status = 'held' WHERE id = $1
    update only public."seats" s set status = 'sold' where s.id = $1;
    UPDATE holds SET status = 'held' WHERE id = $1;`;
  const found = updatesIn(text, seats);
  expect(found.map(({ sets }) => sets)).toEqual(["status = 'held'", "status = 'sold'"]);
  expect(found[1]?.behind.startsWith("s.id = $1;")).toBe(true);
  expect(updateIn(text, seats, { status: "sold" })).toEqual({ sets: "status = 'sold'", where: "s.id = $1" });
});

test("a statement that sets another number is another one", () => {
  const text = "UPDATE seats SET state = 2 WHERE id = $1; UPDATE seats SET state = 3 WHERE id = $1 AND state = 2;";
  expect(updateIn(text, seats, { state: 3 })?.where).toBe("id = $1 AND state = 2");
  expect(updateIn(text, seats, { state: 1 })).toBeNull();
});

test("a where in the prose behind an update is no condition of it", () => {
  expect(updatesIn("`UPDATE seats SET status = 'held'`, as it is elsewhere where seats are held", seats)).toEqual([]);
  expect(updatesIn("`UPDATE seats SET status = 'held'`, which stands where it can", seats)).toEqual([]);
  expect(updatesIn("UPDATE seats SET `status` = 'held' WHERE `id` = ?", seats)).toHaveLength(1);
});

test.each([
  [
    `"UPDATE seats SET state = 'sold' WHERE id = @id AND state = 'held'", new { id }, tx);`,
    "id = @id AND state = 'held'",
  ],
  [`'UPDATE seats SET state = $2 WHERE id = $1 FOR UPDATE', [id, to]`, "id = $1 FOR UPDATE"],
  [
    `"UPDATE seats SET state = ? WHERE id = ? AND state IN ('free', 'held')" + more`,
    `id = ? AND state IN ('free', 'held')`,
  ],
  [
    `UPDATE seats SET state = 'sold' WHERE "id" = $1 AND "state" IN ('free', 'held')`,
    `"id" = $1 AND "state" IN ('free', 'held')`,
  ],
])("a statement in a string of code is over where the string is: %s", (text, where) => {
  expect(updateIn(text, seats, {})?.where).toBe(where.replace(" FOR UPDATE", ""));
});
