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

test("a key is looked for before a hold is read, so whose it is is told by who asks, as the hold keeps it", () => {
  const schema = `create table users (id uuid primary key);
create table seats (id uuid primary key);
create table holds (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats, user_id uuid not null references users, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats, hold_id uuid not null unique, user_id uuid not null references users,
  idempotency_key text not null, unique (user_id, idempotency_key));`;
  const api = `Authorization: Bearer <token>

POST /holds {seat_id: uuid} -> 201 {hold_id} | 409
POST /bookings {hold_id: uuid}
  Idempotency-Key: required
  -> 201 {booking_id} | 410
`;
  const sale = read(schema, api).operations.find(({ capability }) => capability === "confirm");
  expect(sale?.idempotency).toMatchObject({ column: "bookings.idempotency_key", within: { user_id: "$user" } });
});
