import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const bookings = (column: string) =>
  `create table bookings (id bigserial primary key, seat_id int not null${column}, idem_key text unique);`;
const listed = (path: string, column: string) => {
  const { operations, findings } = read(bookings(column), `GET ${path} -> 200 [{id, seat_id}]\n`);
  return { words: operations[0]?.words[0], told: findings.filter(({ rule }) => rule === "everybodys-rows") };
};

test.each([
  ["/bookings?customer", ", created_by text", "created_by is the query's customer"],
  ["/bookings?user_id", ", owner_sub text", "owner_sub is the query's user_id"],
  ["/users/{user_id}/bookings", ", user_ref text", "user_ref is the path's user_id"],
  ["/me/bookings [auth]", ", buyer_id text", "buyer_id is the caller"],
  ["/my-bookings", ", created_by text", "created_by is the caller"],
])("%s lists the rows of whoever is named, whatever the column is called: %s", (path, column, words) => {
  const { words: said, told } = listed(path, column);
  expect(said).toContain(words);
  expect(told).toEqual([]);
});

test.each(["/bookings?customer", "/me/bookings [auth]"])(
  "%s of a table that keeps nobody is told to be everybody's",
  (path) => {
    expect(listed(path, "").told).toMatchObject([{ severity: "warning", document: "api", line: 1 }]);
  },
);

test("a list that names nobody is everybody's by its own words", () => {
  const { words, told } = listed("/bookings [auth]", ", user_id text");
  expect(words).toBe("Lists rows of bookings.");
  expect(told).toEqual([]);
});
