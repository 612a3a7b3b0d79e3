import { expect, test } from "vitest";
import { timeDefault } from "./time-default.ts";

const read = (sql: string) => timeDefault(sql, () => "$1");

test("a default that reads the time gets the deployment's", () => {
  expect(read("now()")).toBe("($1::timestamptz)");
  expect(read("CURRENT_TIMESTAMP(3)")).toBe("($1::timestamptz)");
  expect(read("now() + interval '2 minutes'")).toBe("($1::timestamptz) + interval '2 minutes'");
  expect(read("(current_date + 1)")).toBe("(($1::timestamptz::date) + 1)");
  expect(read("extract(epoch from clock_timestamp ( ))")).toBe("extract(epoch from ($1::timestamptz))");
});

test("one that does not is left to the database", () => {
  for (const sql of ["0", "'now()'", "gen_random_uuid()", `"now"()`, "nextval('known_seq')", "knownow()"]) {
    expect(read(sql)).toBeNull();
  }
});
