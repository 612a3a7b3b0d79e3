import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id uuid primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats, user_id text not null, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats, user_id text not null, idempotency_key uuid unique);`;
const api = `POST /seats/{seatId}/holds {userId} -> 201 {holdId, expiresAt} | 409
POST /holds/{holdId}/confirm {userId} [Idempotency-Key] -> 201 {bookingId} | 410
`;

const firstWhere = (said: string): string | undefined =>
  way(
    schema,
    api,
    "hold",
    `# Seats\n\n## Hold\n\n${said}\n\n## Confirm\n\nThe hold becomes a booking, 410 if it is over.\n`,
  ).questions.find(({ message }) => message.includes("hold a seat"))?.fixes?.[0]?.edits[0]?.insert;

test.each([
  "A seat that is sold is refused with 409. The seat's hold is deleted and a new one put in for two minutes.",
  "A seat that is sold is refused with 409. A hold of two minutes is put in; the row that is there for the seat is overwritten.",
  "Verkaufte Plätze: 409. Der Hold des Platzes wird gelöscht und ein neuer für zwei Minuten eingefügt.",
])("a hold that is told to make room for the next takes no time to, so it is asked: %s", (said) => {
  const first = firstWhere(said) ?? "";
  expect(first).toContain("delete: holds");
  expect(first).not.toContain("lt: $now");
});

test.each([
  "A seat that is sold is refused with 409. The seat's hold is deleted if it has expired, and a new one put in for two minutes.",
  "A seat that is sold is refused with 409. The seat's hold is deleted once its time is over, and a new one put in.",
  "A seat that is sold is refused with 409. A hold is put in for two minutes; 409 if the seat has one.",
  "Verkaufte Plätze: 409. Der abgelaufene Hold des Platzes wird gelöscht und ein neuer eingefügt.",
])("where its time is spoken of, only one that is over makes room: %s", (said) => {
  expect(firstWhere(said) ?? "lt: $now").toContain("lt: $now");
});
