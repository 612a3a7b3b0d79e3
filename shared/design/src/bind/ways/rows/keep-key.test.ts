import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const confirming = (column: string, answer = "id") => {
  const schema = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, hold_id uuid not null unique, ${column});`;
  const api = `POST /seats/{seat_id}/holds -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm [Idempotency-Key] -> 201 {${answer}} | 410\n`;
  return read(schema, api).operations.find(({ capability }) => capability === "confirm");
};

test.each(["klucz uuid not null unique", "ponowienie uuid not null unique"])(
  "the only unique column that nothing fills keeps the key, though an id might be drawn for it: %s",
  (column) => {
    const confirm = confirming(column);
    const [name = ""] = column.split(" ");
    expect(confirm?.idempotency).toMatchObject({ header: "Idempotency-Key", column: `bookings.${name}` });
    expect(JSON.stringify(confirm?.steps)).not.toContain(`"${name}"`);
  },
);

test("an id that is given to whoever books is drawn for it, and keeps no key", () => {
  const confirm = confirming("bilet uuid not null unique", "bilet");
  expect(confirm?.idempotency).toBeUndefined();
  expect(JSON.stringify(confirm?.steps)).toContain('"bilet":{"uuid":true}');
});
