import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { piecesIn } from "./pieces.ts";

beforeAll(() => loadReader());

const read = () =>
  readDesign(
    {
      schema:
        "create table seats (id int primary key, status text, held_until timestamptz);\ncreate table bookings (id int primary key, seat_id int);",
      api: "",
      design: "",
    },
    {},
  ).tables;
const statements = (text: string) => piecesIn(text, read())?.pieces.map(({ sql }) => sql) ?? null;

test("statements are found between prose, in code, in backticks and in a sentence, and end where they are whole", () => {
  const text = [
    "Two steps. First",
    "update seats",
    "   set status = 'held'   -- in one statement",
    " where id = :seat and status = 'free'",
    "returning id;",
    "",
    "1 row → 201. 0 rows: `SELECT * FROM bookings WHERE seat_id = :seat`, found → 200. Then DELETE FROM bookings WHERE seat_id = $1, and we are done.",
  ].join("\n");
  expect(statements(text)?.map((sql) => sql.replaceAll(/\s+/g, " "))).toEqual([
    "update seats set status = 'held' where id = :seat and status = 'free' returning id",
    "SELECT * FROM bookings WHERE seat_id = :seat",
    "DELETE FROM bookings WHERE seat_id = $1",
  ]);
});

test("comments are prose, so that what they say comes of a statement can be read", () => {
  const found = piecesIn(
    "select * from seats where id = $1; -- none: 404\nupdate seats set status = 'sold' where id = $1;",
    read(),
  );
  expect(found?.pieces[1]?.before).toContain("-- none: 404");
});

test.each([
  ["a lock of the database", "select pg_advisory_xact_lock(1); select * from seats where id = $1;"],
  ["a common table", "with s as (select * from seats where id = $1) update seats set status = 'held' where id = $1;"],
  ["what does not parse", "update seats set status = where id = ;"],
  ["a text without statements", "We update the seat, if it is free."],
])("of %s nothing is told", (_what, text) => {
  expect(statements(text)).toBeNull();
});

test("what is left out by dots stands for something", () => {
  expect(
    statements("INSERT INTO bookings (id, seat_id) VALUES (...) RETURNING id;\nSELECT ... FROM seats WHERE id = $1;"),
  ).toHaveLength(2);
});

test("a text of hundreds of beginnings is given up", () => {
  expect(statements("update seats set status = 'held' where id = 1;\n".repeat(400))).toBeNull();
});
