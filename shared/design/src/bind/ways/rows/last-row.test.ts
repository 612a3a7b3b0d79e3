import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (
  seq: string,
  key = "primary key (seat_id, seq)",
) => `create table seats (id int primary key, event_id int not null);
create table seat_log (seat_id int not null references seats, ${seq}, kind text not null check (kind in ('HELD', 'RELEASED', 'BOOKED')),
  hold_id uuid not null, expires_at timestamptz, idempotency_key uuid unique, ${key});`;
const api = `POST /events/{eventId}/seats/{seatId}/holds -> 201 {holdId, expiresAt} | 409
POST /holds/{holdId}/confirm -> 200 {holdId} | 409 | 410
  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
`;

test("of a log the last entry of a seat is read, and the next one is added unless the seat is held or sold", () => {
  const { words, questions } = way(schema("seq int not null"), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain(
    "Lists rows of seat_log whose seat_id is the seats row's id, ordered by seq desc, at most 1.",
  );
  expect(words).toContain('If the first listed row\'s kind is "BOOKED": Answers 409');
  expect(words).toContain(
    "If the first listed row's kind is \"HELD\" and the first listed row's expires_at is at least the time now: Answers 409",
  );
  expect(words).toMatch(
    /Adds a row to seat_log with seq = the first listed row's seq, else 0 plus 1, kind = "HELD", expires_at/,
  );
});

test("a confirmation adds the sale while the last entry of the hold's seat is that hold, and lasts", () => {
  const { words } = way(schema("n int not null", "unique (seat_id, n)"), api, "confirm");
  expect(words).toContain(
    "Lists rows of seat_log whose seat_id is the seat_log row's seat_id, ordered by n desc, at most 1.",
  );
  expect(words).toMatch(
    /If the first listed row's hold_id is the path's holdId and [^\n]* at least the time now: Adds a row to seat_log with n = [^\n]*kind = "BOOKED"[^\n]* Otherwise: Answers 410/,
  );
});

test("rows that the database numbers by itself are no log of this kind", () => {
  expect(way(schema("seq bigserial", "primary key (seq)"), api, "hold").words).not.toContain("first listed row");
});

test("a confirmation that comes again is answered with the sale that the log has of the hold, where that is told", () => {
  const plain = `POST /events/{eventId}/seats/{seatId}/holds -> 201 {holdId} | 409
POST /holds/{holdId}/confirm -> 201 {holdId} | 200 same body, if it was confirmed before | 410
`;
  const { words } = way(schema("seq int not null"), plain, "confirm");
  const answered =
    'Reads the row of seat_log whose hold_id is the path\'s holdId and kind is "BOOKED", if there is one.';
  expect(words).toContain(answered);
  const untold = plain.replace(" | 200 same body, if it was confirmed before", "");
  expect(way(schema("seq int not null"), untold, "confirm").words).not.toContain(answered);
});

const journal = `create table place (id int primary key);
create table journal (place_id int not null references place, rang_fait int not null,
  fait text not null check (fait in ('RETENUE', 'PAIEMENT', 'VENTE', 'LIBERATION')), retenue_id uuid not null, expire_a timestamptz,
  primary key (place_id, rang_fait), check ((fait = 'RETENUE') = (expire_a is not null)));`;
const places = `POST /places/{place_id}/retenues -> 201 {retenue_id, expire_a} | 409
POST /retenues/{retenue_id}/confirmation -> 200 {retenue_id} | 410
`;

test("a payment is an entry of the log before the sale: it keeps the seat, and a confirmation goes on from it", () => {
  const { words, questions } = way(journal, places, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain("ordered by rang_fait desc, at most 1.");
  expect(words).toContain('If the first listed row\'s fait is "PAIEMENT": Answers 409');
  const { words: confirming } = way(journal, places, "confirm");
  expect(confirming).toMatch(
    /fait is "RETENUE" and [^:]*: Adds a row[^;]*fait = "PAIEMENT"[^;]*Adds a row[^;]*fait = "VENTE"/,
  );
  expect(confirming).toMatch(
    /Otherwise: If the first listed row's retenue_id is [^:]* fait is "PAIEMENT": Adds a row[^;]*fait = "VENTE"[^;]*Otherwise: Answers 410/,
  );
});
