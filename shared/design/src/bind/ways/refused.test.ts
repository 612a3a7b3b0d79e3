import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null);
  create table holds (id uuid primary key, seat_id bigint not null unique references seats (id), expires_at timestamptz not null);
  create table bookings (id uuid primary key, seat_id bigint not null unique references seats (id), idempotency_key text unique);`;
const does = (hold: string, confirm: string) => {
  const api = `POST /holds {seat_id: integer} -> 201 {hold_id} | ${hold}\nPOST /holds/{hold_id}/confirm [Idempotency-Key] -> 201 {booking_id} | ${confirm}\n`;
  return read(schema, api).operations.map(({ steps }) => JSON.stringify(steps));
};

test("what is refused is refused as the endpoint declares it: taken as locked, ended as gone", () => {
  const [hold, confirm] = does("423", "404 | 409 | 410");
  expect(hold).toContain('"return":{"status":423');
  expect(hold).not.toContain("409");
  expect(confirm).toContain('"else":410');
  expect(does("409", "404 | 409")[1]).toContain('"else":409');
});
