import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const numbered = (comment: string, more = "") => `create table seats (id uuid primary key, label text,
  state smallint not null default 0 check (state in (0, 1, 2)),${comment}
  holder uuid, hold_until timestamptz);
create table purchases (id uuid primary key, seat_id uuid not null unique references seats (id), buyer uuid not null, request_id uuid unique);
${more}`;
const onSeats = `POST /seats/{seat_id}/hold {holder: uuid} -> 200 {hold_until} | 409
POST /seats/{seat_id}/purchase {buyer: uuid} -> 201 {purchase_id} | 409
  Idempotency-Key: uuid
`;

test.each([
  ["behind the column", numbered(" -- 0 free, 1 held, 2 sold")],
  ["as a comment on it", numbered("", "comment on column seats.state is '0 = free; 1 = held; 2 = sold';")],
])("numbers that a comment explains are a state: %s", (_where, schema) => {
  const hold = way(schema, onSeats, "hold");
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain("(state is 0 or state is 1 and hold_until is before the time now)");
  const { words } = way(schema, onSeats, "confirm");
  expect(words).toContain("Sets state = 2 in the row of seats whose id is the path's seat_id and state is 1");
  expect(words).toContain("Adds a row to purchases with seat_id = the seats row's id");
});

test("numbers that nothing explains are asked about, and the first answer takes them in their order", () => {
  const { questions } = way(numbered(""), onSeats, "hold");
  const [asked] = questions.filter(({ rule }) => rule === "which-way");
  expect(asked?.fixes?.[0]?.label).toBe(
    "It takes the seat's row only while it is free, or its hold has ended (seats carries state, of which 0 is free, 1 is held, 2 is sold)",
  );
  expect(asked?.fixes?.[0]?.edits[0]?.insert).toContain("state: 1");
});

test("a flag and the time of a sale end a hold as a state does", () => {
  const flag = `create table seats (id uuid primary key, held_until timestamptz, sold boolean not null default false);`;
  const api = onSeats.replace(" {purchase_id}", "");
  expect(way(flag, api, "hold").words).toContain("sold is false and (held_until is nothing or");
  expect(way(flag, api, "confirm").words).toContain(
    "Sets sold = true in the row of seats whose id is the path's seat_id and sold is false and held_until is at least the time now",
  );
  const timed = `create table seats (id uuid primary key, label text);
create table holds (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats (id), expires_at timestamptz not null, confirmed_at timestamptz);`;
  const onHolds = `POST /holds {seat_id: uuid} -> 201 {id} | 409
POST /holds/{id}/confirm -> 200 | 410
`;
  expect(way(timed, onHolds, "hold").words).toContain("expires_at is before the time now and confirmed_at is nothing");
  expect(way(timed, onHolds, "confirm").words).toContain("Sets confirmed_at = the time now in the row of holds whose");
});

test("a hold that is paid for makes no room when its time is over, where only the payment says so", () => {
  const paid = `create table seats (id int primary key);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats (id), expires_at timestamptz not null);
create table payments (id int primary key, reservation_id uuid not null unique references reservations (id) on delete cascade);`;
  const api = `POST /reservations {seat_id: int} -> 201 {id, expires_at} | 409
POST /reservations/{id}/pay -> 201 {payment_id} | 410
`;
  const { words, questions } = way(paid, api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain(
    "Reads the row of payments whose reservation_id is the reservations row's id, if there is one.",
  );
  expect(way(paid, api, "confirm").words).toContain("expires_at is at least the time now, or answers 410");
});

const booked = `create table seats (id uuid primary key, label text);
create table bookings (id uuid primary key, seat_id uuid not null unique references seats (id), user_id uuid not null);`;
const inCache = `POST /seats/{seat_id}/hold {user_id: uuid} -> 201 {hold_id, expires_at} | 409
POST /seats/{seat_id}/confirm {user_id: uuid} -> 201 {booking_id} | 409
`;
const drawn = (words: string) =>
  `${words}\n\`\`\`mermaid\nflowchart LR\n u[User] --> api[API] --> redis[(Redis: holds)]\n api --> db[(Postgres)]\n\`\`\``;

test("a hold that is kept in Redis and in no table is a key with an end, which only the first can make", () => {
  const design = drawn("A hold is SET NX EX 120 in Redis.");
  const hold = way(booked, inCache, "hold", design);
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain(
    "Keeps true as hold:{path.seat_id} in the cache redis for 2m, if nothing is kept there yet, in one step.",
  );
  expect(hold.words).toContain("If there is none: Answers 409");
  expect(hold.words).toContain("hold_id = the path's seat_id");
  expect(way(booked, inCache, "confirm", design).words).toContain("Reads hold:{path.seat_id} from the cache redis.");
});

test("a Redis beside a table of holds keeps no holds", () => {
  const holds = `${booked}\ncreate table holds (id uuid primary key, seat_id uuid not null unique references seats (id), expires_at timestamptz not null);`;
  expect(way(holds, inCache, "hold", drawn("Redis caches the seat map.")).words).not.toContain("in the cache");
});

test("what a row begins as is what it is while it is held, whatever it is called, where the schema spells what comes of it", () => {
  for (const begun of ["PENDING_PAYMENT", "menunggu", "в корзине"]) {
    const orders = `create table seats (id int primary key);
create table orders (id uuid primary key default gen_random_uuid(), seat_id int not null references seats (id), expires_at timestamptz not null,
  status text not null default '${begun}' check (status in ('${begun}', 'PAID', 'EXPIRED')));
create unique index on orders (seat_id) where status in ('${begun}', 'PAID');`;
    const api = `POST /seats/{seat_id}/orders -> 201 {order_id, expires_at} | 409
POST /orders/{order_id}/pay -> 200 | 410
`;
    expect(way(orders, api, "hold").words, begun).toContain(`status is "${begun}"`);
    expect(way(orders, api, "confirm").words, begun).toContain(`Sets status = "PAID" in the row of orders whose`);
  }
});
