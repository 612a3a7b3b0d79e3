import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table events (id bigint primary key, name text);
create table seats (id bigint primary key, event_id bigint not null references events, label text not null,
  status text not null default 'FREE' check (status in ('FREE', 'HELD', 'SOLD')), hold_token uuid unique, held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null references seats, hold_token uuid not null, user_id text not null);`;
const api = `POST /seats/{seatId}/hold {userId} -> 201 {holdToken, heldUntil} | 404 | 409
POST /holds/{holdToken}/confirm {userId} -> 201 {bookingId} | 410
`;
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const hold = `## Hold
\`\`\`sql
update seats set status = 'HELD', hold_token = gen_random_uuid(), held_by = :user, held_until = now() + interval '2 minutes'
 where id = :seat and (status = 'FREE' or (status = 'HELD' and held_until <= now() - interval '5 seconds'));
\`\`\`
1 row: 201. 0 rows: 409.
`;
const sell = `update seats set status = 'SOLD'
 where hold_token = :token and held_by = :user and status = 'HELD' and held_until > now()
returning id;`;
const book = "insert into bookings (seat_id, hold_token, user_id) values (:seat_id, :token, :user) returning id;";

const stepsOf = (capability: string, design: string, tables = schema) => {
  const { operations } = read(tables, api, drawn + design);
  const [first] = operations.find((one) => one.capability === capability)?.steps ?? [];
  return first !== undefined && "transaction" in first ? first.transaction : first === undefined ? [] : [first];
};

test("a statement of the design document is run as it stands, with who and what are sent in the place of its parameters", () => {
  expect(stepsOf("hold", hold)).toEqual([
    {
      update: "seats",
      set: { status: "HELD", hold_token: { uuid: true }, held_by: "$body.userId", held_until: { add: ["$now", "2m"] } },
      where: {
        id: "$path.seatId",
        any: [{ status: "FREE" }, { status: "HELD", held_until: { lte: { sub: ["$now", "5s"] } } }],
      },
      else: 409,
    },
  ]);
  expect(way(schema, api, "hold", drawn + hold).because.at(-1)).toMatch(
    /^in the design document stands: update seats set status = 'HELD'/,
  );
});

test("what is read where nothing was changed is read then, and is answered again", () => {
  const confirm = `## Confirm\n${sell}\n- 1 row: \`${book}\`, 201\n- 0 rows: \`select * from bookings where hold_token = :token\`\n  - found → 200\n  - not found → 410\n`;
  const [update, missed, insert] = stepsOf("confirm", hold + confirm);
  expect(update).toMatchObject({ update: "seats", where: { held_by: "$body.userId", held_until: { gt: "$now" } } });
  expect(missed).toMatchObject({
    if: { found: false },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
    then: [
      { get: "bookings", by: { hold_token: "$path.holdToken" } },
      { if: { found: true } },
      { return: { status: 410 } },
    ],
  });
  expect(insert).toMatchObject({ insert: "bookings", values: { seat_id: "$seats.id", user_id: "$body.userId" } });
});

test("a sale that lets in what is sold, and inserts once more, is run so, though its author believes that a retry is harmless", () => {
  const confirm = `## Confirm
update seats set status = 'SOLD'
 where hold_token = :token and held_by = :user and ((status = 'HELD' and held_until > now()) or status = 'SOLD')
returning id;
-- 0 rows: rollback, 410

${book}

A retry matches again, as the seat stays SOLD, so the client gets 201 again.
`;
  const steps = stepsOf("confirm", hold + confirm);
  expect(steps).toHaveLength(2);
  expect(steps[0]).toMatchObject({ update: "seats", where: { any: [{ status: "HELD" }, { status: "SOLD" }] } });
  expect(steps[1]).toMatchObject({ insert: "bookings" });
});

test("what the schema keeps and no statement looks at is asked about, the statements first", () => {
  const confirm = `## Confirm\n${sell.replace(" and held_until > now()", "")}\n-- only then\n${book}\n`;
  const { questions } = way(schema, api, "confirm", drawn + hold + confirm);
  expect(questions[0]?.message).toContain("The statement about it in the design document does not look at held_until");
  expect(questions[0]?.fixes?.[0]?.label).toContain("does as the statement about it in the design document says");
});

test("a time that is looked at in words beside the statements is not left out", () => {
  const confirm = `## Confirm\nRead the seat. If held_until has passed we answer 410. Otherwise:\n${sell.replace(" and held_until > now()", "")}\n${book}\n`;
  const { words } = way(schema, api, "confirm", drawn + hold + confirm);
  expect(words).toContain("held_until");
});

test("what its statements simply do once more is not answered again, though the method is said to be idempotent", () => {
  const confirm = `## Confirm
PUT is idempotent, so a client may send it again and gets the same booking.

select * from seats where hold_token = :token and held_by = :user for update;
-- no row → 404
-- status = 'HELD' and held_until <= now() → 410
update seats set status = 'SOLD' where hold_token = :token;

${book}
`;
  const steps = stepsOf("confirm", hold + confirm);
  expect(steps).toMatchObject([
    { get: "seats", else: 404, lock: true },
    { if: { found: true } },
    { update: "seats", set: { status: "SOLD" } },
    { insert: "bookings" },
  ]);
});

test("what a takeover of a hold does not look at is sold again, and that is asked", () => {
  const tables = `create table seats (id bigint primary key, label text);
create table holds (seat_id bigint primary key references seats, hold_token uuid not null unique, user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id bigint not null references seats, hold_token uuid not null unique, user_id text not null);`;
  const upsert = `## Hold
\`\`\`sql
insert into holds (seat_id, hold_token, user_id, expires_at) values (:seat, gen_random_uuid(), :user, now() + interval '2 minutes')
on conflict (seat_id) do update set hold_token = excluded.hold_token, user_id = excluded.user_id, expires_at = excluded.expires_at
 where holds.expires_at <= now()
returning hold_token;
\`\`\`
Row back: 201. No row: 409.
## Confirm
A booking of the hold is made while it lasts, and is answered again if there is one.
`;
  const { questions } = way(tables, api, "hold", drawn + upsert);
  expect(questions[0]?.message).toContain("does not look at bookings");
});

test("where a case of a look is told in words that nobody reads, what the schema shows is run", () => {
  const look = `## Hold
select * from seats where id = :seat for update; -- nobody likes it → 409

update seats set status = 'HELD', held_by = :user, hold_token = gen_random_uuid(), held_until = now() + interval '2 minutes' where id = :seat;
`;
  const { because } = way(schema, api, "hold", drawn + look);
  expect(because.join()).not.toContain("in the design document stands: select");
});

test("what is filled beside what has to be empty is looked at with that", () => {
  const tables = `create table events (id bigint primary key);
create table seats (event_id bigint not null references events, code text not null, primary key (event_id, code));
create table seat_holds (event_id bigint not null, seat_code text not null, token uuid not null unique, user_id text not null,
  expires_at timestamptz not null, booking_id uuid unique, booked_at timestamptz,
  primary key (event_id, seat_code), foreign key (event_id, seat_code) references seats (event_id, code));`;
  const book = `## Book
\`\`\`sql
update seat_holds set booking_id = gen_random_uuid(), booked_at = now()
 where token = :token and user_id = :userId and booking_id is null and expires_at > now();
\`\`\`
1 row: 200. 0 rows: \`select booking_id from seat_holds where token = :token and user_id = :userId and booking_id is not null\`, found: 200 with that one, not found: 410.
`;
  const sent = `POST /holds {event_id, seat, userId} -> 201 {token, expires_at} | 409
POST /holds/{token}/book {userId} -> 200 {booking_id} | 410
`;
  const { because, questions } = way(tables, sent, "confirm", drawn + book);
  expect(questions).toEqual([]);
  expect(because.at(-1)).toMatch(/^in the design document stands: update seat_holds set booking_id/);
  // The last part of a key is what a seat is called by, whatever the field is called.
  expect(way(tables, sent, "hold", drawn).because).toContain("seat_holds is unique per event_id, seat_code");
});

test("what is written in the spelling of a service's code is the schema's own", () => {
  const design = hold.replaceAll("held_until", "HeldUntil").replaceAll("hold_token", "holdToken");
  expect(stepsOf("hold", design)).toEqual(stepsOf("hold", hold));
});

test("a statement that only ends what is over is not all that adds a row", () => {
  const tables = `create table seats (id bigint primary key, label text not null);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id bigint not null references seats, customer_id text not null,
  status text not null check (status in ('pending', 'confirmed', 'expired')), expires_at timestamptz not null);
create unique index on reservations (seat_id) where status in ('pending', 'confirmed');`;
  const design = `Reserve (one transaction): first expire what is over on that seat, \`update reservations set status = 'expired' where seat_id = $1 and status = 'pending' and expires_at <= now()\`, then
insert the new one as pending with expires_at = now() + 2 minutes. Unique violation: 409.
`;
  const sent = "POST /reservations {seatId, customerId} -> 201 {reservationId, expiresAt} | 409\n";
  const { operations } = read(tables, sent, drawn + design);
  expect(JSON.stringify(operations[0]?.steps)).toContain('{"insert":"reservations"');
});
