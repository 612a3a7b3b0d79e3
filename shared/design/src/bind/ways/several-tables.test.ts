import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const { way } = waysIn(capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const orders = `create table event_seats (id uuid primary key default gen_random_uuid(), event_id uuid not null,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE', 'HELD', 'SOLD')), order_id uuid, hold_expires_at timestamptz);
create table orders (id uuid primary key default gen_random_uuid(), customer_id uuid not null,
  status text not null default 'PENDING' check (status in ('PENDING', 'PAID', 'EXPIRED')), expires_at timestamptz not null);`;
const onOrders = `POST /events/{eventId}/orders {seatId: uuid, customerId: uuid} -> 201 {orderId, expiresAt} | 409
POST /orders/{orderId}/pay -> 200 {orderId} | 410
`;

test("a seat that names its hold is given the hold's row, which is there first", () => {
  const { words, questions, confidence } = way(orders, onOrders, "hold");
  expect(confidence).toBeGreaterThan(0.75);
  expect(questions).toEqual([]);
  expect(words).toMatch(/Adds a row to orders with status = "PENDING", expires_at = the time now plus "2m"/);
  expect(words).toContain("order_id = the orders row's id in the row of event_seats whose");
  expect(words).toContain('(status is "AVAILABLE" or status is "HELD" and hold_expires_at is before the time now)');
  expect(way(orders, onOrders, "confirm").words).toContain(
    "in the row of event_seats whose order_id is the orders row's id",
  );
});

test("where only the hold that a seat names has an end, that one is looked at", () => {
  const { words } = way(orders.replace(", hold_expires_at timestamptz", ""), onOrders, "hold");
  expect(words).toContain(
    "Reads the row of orders whose id is the event_seats row's order_id and expires_at is before the time now, if there is one.",
  );
  expect(words).toContain(
    'Sets status = "AVAILABLE" in the row of event_seats whose order_id is the orders row\'s id and status is "HELD"',
  );
});

const joined = (unique: string) => `create table seats (id uuid primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), user_id uuid not null, expires_at timestamptz not null,
  status text not null default 'active' check (status in ('active', 'confirmed', 'expired')));
create table hold_seats (seat_id uuid not null references seats (id), hold_id uuid not null references holds (id), primary key (${unique}));`;
const onJoined = `POST /holds {user_id: uuid, seat_ids: [uuid]} -> 201 {hold_id, expires_at} | 409
POST /holds/{hold_id}/confirm -> 200 | 410
`;

test("of several seats that are sent at once each is joined to the hold, and what an ended hold joined makes room", () => {
  const { words, because, questions } = way(joined("seat_id"), onJoined, "hold");
  expect(questions).toEqual([]);
  expect(because).toEqual(["there is holds", "hold_seats is unique per seat_id"]);
  expect(words).toContain("For each of the body's seat_ids: Reads the row of hold_seats whose seat_id is the item");
  expect(words).toContain("Deletes the rows of hold_seats whose hold_id is the holds row's id");
  expect(words).toMatch(
    /Adds a row to holds[^\n]*\nFor each of the body's seat_ids: Adds a row to hold_seats with seat_id = the item, hold_id = the holds row's id\./,
  );
});

test("what joins a hold and a seat may be unique for as long as it is active only", () => {
  const active = joined("hold_id, seat_id").replace(
    ", primary key",
    ", active boolean not null default true, primary key",
  );
  const { words, questions } = way(
    `${active}\ncreate unique index on hold_seats (seat_id) where active;`,
    onJoined,
    "hold",
    `Lock the seat FOR UPDATE.\n\n${chart}`,
  );
  expect(questions).toEqual([]);
  expect(words).toContain("Deletes the rows of hold_seats whose hold_id is the holds row's id");
});

test("a line that is unique once it is sold keeps nobody from holding the seat, so the lock does", () => {
  const sold = joined("hold_id, seat_id").replace(
    ", primary key",
    ", sold boolean not null default false, primary key",
  );
  const design = `## Hold\n\nThe seat's row is locked FOR UPDATE.\n\n${chart}`;
  const { words } = way(`${sold}\ncreate unique index on hold_seats (seat_id) where sold;`, onJoined, "hold", design);
  expect(words).toContain("keeps it from others until the end");
});

test("the payments of an order that says by itself that it is sold are no bookings", () => {
  const payments =
    "create table payments (id uuid primary key default gen_random_uuid(), order_id uuid not null references orders (id), state text not null);";
  const alone = `create table seats (id uuid primary key default gen_random_uuid());
create table orders (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats (id),
  status text not null default 'pending' check (status in ('pending', 'paid', 'expired')), expires_at timestamptz not null);`;
  const onOne =
    "POST /orders {seatId: uuid} -> 201 {orderId} | 409\nPOST /orders/{orderId}/pay -> 200 {orderId} | 410\n";
  const { words } = way(`${alone}\n${payments}`, onOne, "confirm");
  expect(words).toContain('Sets status = "paid"');
  expect(words).not.toContain("payments");
});

test("what is answered is found in the success, and not in a refusal before it", () => {
  const schema = joined("hold_id, seat_id");
  const api = onJoined
    .replace("201 {hold_id, expires_at}", "201")
    .replace("[uuid]", "uuid")
    .replaceAll("seat_ids", "seat_id");
  const design = `## Hold\n\nThe seat's row is locked FOR UPDATE.\n\n${chart}`;
  const [hold] = readDesign({ schema, api, design }, capabilities).operations;
  expect(hold?.words.join("\n")).toMatch(/Answers 409[^]*Answers 201/);
  expect(hold?.outputs).toEqual({ hold: { in: "body", name: "hold" } });
});

test("joined seats that a state guards are all sold with their hold, and joined ones that nothing guards are not guarded", () => {
  const guarded = joined("hold_id, seat_id").replace("label text", "status text not null default 'free', label text");
  const { words } = way(guarded, onJoined, "hold");
  expect(words).toContain('Sets status = "held" in the row of seats whose id is the item and status is "free"');
  expect(way(guarded, onJoined, "confirm").words).toContain(
    'For each of the rows: Sets status = "sold" in the row of seats whose id is the item\'s seat_id',
  );
  const loose = way(joined("hold_id, seat_id"), onJoined.replace(" | 409", ""), "hold");
  expect(loose.words).toMatch(/^All of this or nothing:\nAdds a row to holds/);
  expect(loose.words).not.toContain("Deletes");
});

test.each(["/tenants/{t}/seats/{seatId}/hold", "/{tenant}/seats/{seatId}/hold", "/{tenantId}/seats/{seatId}/hold"])(
  "a row that belongs to a tenant is the one's that the path names: %s",
  (path) => {
    const tenants = `create table tenants (id text primary key);
create table seats (id int primary key);
create table holds (id uuid primary key, tenant_id text not null references tenants, seat_id int not null unique references seats, expires_at timestamptz not null);`;
    const { words } = way(tenants, `POST ${path} {userId} -> 201 {holdId} | 409\n`, "hold");
    expect(words).toMatch(/tenant_id = the path's t/);
  },
);

test("what a hold has to say and its seat's row says is taken over from there", () => {
  const schema = `create table zones (id int primary key);
create table seats (id int primary key, event_id int not null, zone_id int not null references zones);
create table holds (id uuid primary key, seat_id int not null references seats unique, zone_id int not null references zones, expires_at timestamptz not null);`;
  const { words } = way(schema, "POST /events/{eventId}/seats/{seatId}/holds -> 201 {id} | 409\n", "hold");
  expect(words).toContain(
    "Reads the row of seats whose event_id is the path's eventId and id is the path's seatId, or answers 404.",
  );
  expect(words).toContain("zone_id = the seats row's zone_id");
});

test("a seat that is in several orders is looked at in each of them, under the lock of its row", () => {
  const { words, because } = way(
    joined("hold_id, seat_id").replace("'active', 'confirmed'", "'active', 'paying', 'confirmed'"),
    onJoined,
    "hold",
    `## Hold\n\nSELECT id FROM seats WHERE id = ANY($1) FOR UPDATE, then look for holds of them.\n\n${chart}`,
  );
  expect(because).toContain("the row of seats is locked: FOR UPDATE");
  expect(words).toMatch(
    /For each of the body's seat_ids: Reads the row of seats whose id is the item, and keeps it from others[^\n]*\nLists rows of hold_seats whose seat_id is the seats row's id/,
  );
  expect(words).toContain(
    'For each of the rows: Reads the row of holds whose id is the item\'s hold_id and status is "confirmed"',
  );
  expect(words).toMatch(
    /For each of the body's seat_ids: Adds a row to hold_seats with seat_id = the item, hold_id = the holds row's id/,
  );
});

const free = `create table seats (id int primary key, status text not null default 'available' check (status in ('available', 'sold')), held_until timestamptz);`;
const onFree = "POST /seats/{seatId}/hold -> 200 {seatId} | 409\nPOST /seats/{seatId}/confirm -> 200 {seatId} | 409\n";

test("a seat that says that it is sold, and until when it is held, is held only while it is not sold", () => {
  expect(way(free, onFree, "hold").words).toContain(
    'status is "available" and (held_until is nothing or held_until is before',
  );
  const { questions } = way(
    free,
    onFree.replace(
      "POST /seats/{seatId}/hold",
      "# UPDATE seats SET held_until = $2 WHERE id = $1 AND held_until < now()\n$&",
    ),
    "hold",
  );
  expect(questions[0]?.message).toContain("does not look at status, which the schema keeps");
});

const naming = `create table orders (id uuid primary key default gen_random_uuid(), status text not null default 'DRAFT'
  check (status in ('DRAFT', 'HELD', 'PAYING', 'PAID')), hold_expires_at timestamptz);
create table seats (id int primary key, event_id int not null, order_id uuid references orders);`;
const onNaming = `POST /events/{eventId}/orders {seatIds: [integer]} -> 201 {orderId} | 409
POST /orders/{orderId}/pay -> 200 {orderId} | 410
`;

test("seats that say no more than whose order they are in are let go of where it has ended, and taken while they are in none", () => {
  const { words, questions } = way(naming, onNaming, "hold");
  expect(questions).toEqual([]);
  expect(words).toMatch(
    /For each of the body's seatIds: Reads the row of seats [^\n]*Reads the row of orders whose id is the seats row's order_id and hold_expires_at is before the time now and status is "HELD", if there is one\. If there is one: Sets order_id = nothing/,
  );
  expect(words).toContain("and id is the item and order_id is nothing;");
});

test("a statement that puts a seat into an order without a look at the one it is in is asked about", () => {
  const text = onNaming.replace("POST /events", "# UPDATE seats SET order_id = $1 WHERE id = $2 AND event_id = $3\n$&");
  expect(way(naming, text, "hold").questions[0]?.message).toContain(
    "does not look at order_id, which the schema keeps",
  );
});

test("of a booking and the payment that hangs on it the booking is meant", () => {
  const schema = `create table seats (id int primary key);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats, hold_id uuid not null references holds);
create table payments (id uuid primary key default gen_random_uuid(), booking_id uuid not null references bookings, status text not null);`;
  const { words, questions } = way(
    schema,
    "POST /seats/{seatId}/holds -> 201 {holdId} | 409\nPOST /holds/{holdId}/confirm -> 201 {bookingId} | 409\n",
    "confirm",
  );
  expect(questions).toEqual([]);
  expect(words).toContain("Adds a row to bookings with");
});

test("of a seat that keeps a time and a mark alone, the hold that stands beside it is added with it", () => {
  const { words, questions } = way(
    `create table seats (id bigserial primary key, hold_id uuid, held_until timestamptz, is_sold boolean not null default false);
create table holds (hold_id uuid primary key, seat_id bigint not null references seats, expires_at timestamptz not null);
create table bookings (hold_id uuid primary key references holds, seat_id bigint not null unique references seats);`,
    "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPUT /bookings/{hold_id} -> 201 {hold_id} | 410\n",
    "hold",
  );
  expect(questions).toEqual([]);
  expect(words).toMatch(/Adds a row to holds[^]*hold_id = the holds row's hold_id/);
});

test("a reservation that cannot be without an option that has an end is its booking, in whatever language", () => {
  const options = `create table places (id int primary key, numero int not null, vendue boolean not null default false);
create table options (id int generated always as identity primary key, place_id int not null references places (id), expire_a timestamptz not null);
create table reservations (id int generated always as identity primary key, option_id int not null references options (id), place_id int not null references places (id), client_id int);`;
  const onOptions =
    "POST /places/{id}/options -> 201 {id, expire_a} | 409\nPOST /options/{id}/confirmation -> 201 {id} | 410\n";
  const { words } = way(options, onOptions, "confirm");
  expect(words).toContain("Reads the row of options whose id is the path's id and expire_a is at least the time now");
  expect(words).toContain("Sets vendue = true");
  expect(words).toContain("Adds a row to reservations");
});

test("a seat whose key has three columns is named by all three, whichever of them the problem speaks of", () => {
  const schema = `create table show_seats (show_id int, row_no text, seat_no int, primary key (show_id, row_no, seat_no));
create table reservations (id uuid primary key default gen_random_uuid(), show_id int not null, row_no text not null, seat_no int not null,
  expires_at timestamptz not null, confirmed_at timestamptz,
  foreign key (show_id, row_no, seat_no) references show_seats, unique (show_id, row_no, seat_no));`;
  const sketch = `POST /shows/{show_id}/seats/{row_no}/{seat_no}/reservations -> 201 {id, expires_at} | 409
POST /reservations/{id}/confirmation -> 200 | 410
`;
  const { words } = way(schema, sketch, "hold");
  expect(words).toContain(
    "show_id is the path's show_id and seat_no is the path's seat_no and row_no is the path's row_no",
  );
  expect(words).toContain("row_no = the path's row_no");
});

test("a seat that is named by its label is read before the booking that refers to it by its id", () => {
  const schema = `create table tickets (id serial primary key, event_id int not null, seat text not null, reserved_by int,
  reserved_until timestamptz, sold boolean not null default false, unique (event_id, seat));
create table sales (id serial primary key, ticket_id int not null unique references tickets, user_id int not null);`;
  const sketch = `POST /events/{event_id}/seats/{seat}/reserve {user_id: int} -> 200 {reserved_until} | 409
POST /events/{event_id}/seats/{seat}/purchase {user_id: int} -> 200 {sale_id} | 409
`;
  const { words, questions } = way(schema, sketch, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain("Reads the row of sales whose ticket_id is the tickets row's id, if there is one.");
  expect(words).toContain("(reserved_until is nothing or reserved_until is before the time now)");
});

test("what all tables begin with is no part of how others call their rows", () => {
  const schema = `create table t_seat (id bigint primary key, status smallint not null default 0, -- 0 free, 1 held, 2 sold
  hold_id bigint, hold_expire timestamptz);
create table t_hold (id bigserial primary key, seat_id bigint not null references t_seat (id), expire_time timestamptz not null);`;
  const sketch = `POST /holds {seatId: int} -> 201 {holdId, expireTime} | 409
POST /holds/{holdId}/confirm -> 201 | 410
`;
  const { words, questions } = way(schema, sketch, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain("hold_id = the t_hold row's id in the row of t_seat");
  expect(words).toContain("(status is 0 or status is 1 and hold_expire is before the time now)");
});

test("of what there is once a hold, that which also names its seat is what is sold, and answers its hold by the column that refers to it", () => {
  const tables = `create table seats (id int primary key);
create table zzz (id uuid primary key, seat_id int not null references seats (id), ends_at timestamptz not null);
create table yyy (no int generated always as identity primary key, seat_id int not null unique references seats (id), zzz_id uuid not null unique references zzz (id));
create table xxx (zzz_id uuid primary key references zzz (id), ref text);`;
  const text =
    "POST /seats/{seat_id}/hold -> 201 {zzz: uuid} | 409\nPOST /zzz/{zzz_id}/confirm -> 200 {no: int, zzz: uuid} | 410\n";
  const locked = `## Hold\nselect … from seats where id = $1 for update\n\n${chart}`;
  expect(way(tables, text, "hold", locked).words).toContain("Reads the row of yyy whose seat_id is");
  const { words } = way(tables, text, "confirm", locked);
  expect(words).toContain("Adds a row to yyy");
  expect(words).toContain("zzz = the yyy row's zzz_id");
});
