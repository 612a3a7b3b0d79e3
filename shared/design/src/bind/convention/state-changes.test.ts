import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  hold_id uuid unique, held_until timestamptz, user_id text);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, user_id text);`;
const api = (hold: string, confirm: string) => `POST /seats/{seatId}/${hold} {userId} -> 200 {holdId} | 409
POST /seats/{seatId}/${confirm} {userId, holdId} -> 201 {bookingId} | 409
POST /seats/{seatId}/release {userId} -> 204
`;
const offers = (text: string, line: number) =>
  read(schema, text).findings.find((one) => one.rule === "no-steps" && one.line === line)?.fixes ?? [];

test("a deed at a row is offered as a change of its state from those before it, what undoes something first back to how a row begins", () => {
  const released = offers(api("hold", "confirm"), 3);
  expect(released.map(({ label }) => label)).toEqual([
    "It sets status of the row of seats from held or sold to free",
    "It sets status of the row of seats from free to held",
    "It sets status of the row of seats from free or held to sold",
    "It adds a row to bookings",
  ]);
  const [edit] = released[0]?.edits ?? [];
  expect(edit?.insert).toContain("update: seats");
  expect(edit?.insert).toMatch(/status: \{ in: \[\s*held, sold\s*\] \}/);
});

test.each([
  ["grab", "pay"],
  ["acquire", "finish"],
  ["occupy", "capture"],
  ["take", "settle"],
])("%s and %s are understood, and release is neither", (hold, confirm) => {
  const { operations, findings } = read(schema, api(hold, confirm));
  expect(operations.map(({ capability }) => capability)).toEqual(["hold", "confirm", undefined]);
  expect(findings.filter(({ severity }) => severity === "question")).toEqual([]);
});

test("what takes something back is not what a capability is asked to be served by first", () => {
  const { findings } = read(schema, api("touch", "ticket"));
  const asked = findings.filter(({ rule }) => rule === "which-endpoint");
  expect(asked.map(({ fixes }) => fixes?.[0]?.label).filter((label) => label?.includes("release"))).toEqual([]);
});
