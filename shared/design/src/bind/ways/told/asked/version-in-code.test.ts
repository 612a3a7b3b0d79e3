import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());
const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seat (
  id bigserial primary key, state text not null default 'FREE' check (state in ('FREE', 'HELD', 'SOLD')), held_until timestamptz, version int not null default 0
);
create table hold (
  id uuid primary key, seat_id bigint not null references seat, seat_version int not null, expires_at timestamptz not null, unique (seat_id, seat_version)
);
create table booking (id uuid primary key, hold_id uuid not null unique references hold, seat_id bigint not null unique references seat);`;
const api = "POST /seats/{seatId}/hold -> 201 {holdId} | 409\nPOST /holds/{holdId}/confirm -> 200 {bookingId} | 410\n";
const look = `val takeable = seat.state == "FREE" || (seat.state == "HELD" && seat.heldUntil <= now) // else 409`;
const stepsOf = (hold: string, confirm: string) => {
  const { operations } = read(
    schema,
    api,
    `## POST /seats/{seatId}/hold\n\n\`\`\`kotlin\n${look}\n${hold}\n\`\`\`\n\n## POST /holds/{holdId}/confirm\n\nThe hold is looked at, expires_at over: 410.\n\n\`\`\`kotlin\n${confirm}\n\`\`\`\n`,
  );
  const of = (name: string) => JSON.stringify(operations.find(({ capability }) => capability === name)?.steps);
  return { hold: of("hold"), confirm: of("confirm") };
};
const jooq = (state: string, raised: string, compared: string) =>
  `val n = tx.update(SEAT).set(SEAT.STATE, "${state}").set(SEAT.VERSION, ${raised}).where(SEAT.ID.eq(seatId).and(SEAT.VERSION.eq(${compared}))).execute()`;

test.each([
  ["jOOQ", jooq("HELD", "seat.version + 1", "seat.version"), jooq("SOLD", "hold.seatVersion + 1", "hold.seatVersion")],
  [
    "Prisma",
    'await tx.seat.updateMany({ where: { id, version: seat.version }, data: { state: "HELD", version: seat.version + 1 } })',
    'await tx.seat.updateMany({ where: { id, version: hold.seatVersion }, data: { state: "SOLD", version: hold.seatVersion + 1 } })',
  ],
  [
    "SQLAlchemy",
    'update(Seat).where(Seat.id == id, Seat.version == seat.version).values(state="HELD", version=seat.version + 1)',
    'update(Seat).where(Seat.id == id, Seat.version == hold.seat_version).values(state="SOLD", version=hold.seat_version + 1)',
  ],
])(
  "a version that is compared and raised is, by what the row said and by what its hold says of it: %s",
  (_of, hold, confirm) => {
    const steps = stepsOf(hold, confirm);
    expect(steps.hold).toContain(
      '"version":{"add":["$seat.version",1]}},"where":{"id":"$path.seatId","version":"$seat.version"}',
    );
    expect(steps.hold).toContain('"seat_version":"$seat.version"');
    expect(steps.confirm).toContain('"version":{"add":["$hold.seat_version",1]}');
    expect(steps.confirm).toContain('"version":"$hold.seat_version"}');
  },
);

test.each([
  [
    "is not compared",
    'tx.update(SEAT).set(SEAT.STATE, "HELD").set(SEAT.VERSION, seat.version + 1).where(SEAT.ID.eq(seatId)).execute()',
  ],
  [
    "is not raised",
    'tx.update(SEAT).set(SEAT.STATE, "HELD").where(SEAT.ID.eq(seatId).and(SEAT.VERSION.eq(seat.version))).execute()',
  ],
  ["is another's", jooq("HELD", "event.version + 1", "event.version")],
  ["is of another update", jooq("FREE", "seat.version + 1", "seat.version")],
])("a version that %s is not", (_how, hold) => {
  const steps = stepsOf(hold, "").hold;
  expect(steps).toContain('"update":"seat"');
  expect(steps).not.toContain('"version":');
});
