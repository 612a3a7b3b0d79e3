import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const holds = (called: string) => `create table seats (id bigserial primary key, event_id bigint not null);
create table people (id bigserial primary key, email text not null);
create table ${called} (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats,
  person_id bigint not null references people, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats,
  person_id bigint not null references people);`;
const served = (schema: string, api: string) => {
  const { operations, findings } = read(schema, api);
  expect(findings.filter(({ severity }) => severity === "question" || severity === "error")).toEqual([]);
  return operations.map(({ capability, inputs, outputs }) => [
    capability,
    inputs["hold"]?.name ?? outputs["hold"]?.name,
  ]);
};

test.each([
  [
    "dibs",
    "POST /seats/{seatId}/dibs {personId} -> 201 {dibsId} | 409\nPOST /dibs/{dibsId}/confirm {personId} -> 201 {bookingId}",
  ],
  [
    "cupo",
    "POST /seats/{seatId}/cupo {personId} -> 201 {cupoId} | 409\nPOST /bookings {cupoId, personId} -> 201 {bookingId}",
  ],
  [
    "kavels",
    "POST /kavels {seatId, personId} -> 201 {id, expiresAt} | 409\nPOST /kavels/{id}/confirm {personId} -> 201 {bookingId}",
  ],
  [
    "pickings",
    "POST /pickings {seat_id, person_id} -> 201 {picking_token} | 409\nPOST /bookings {picking_token, person_id} -> 201 {booking_id}",
  ],
  [
    "sessions",
    "POST /seats/{seatId}/sessions {personId} -> 201 {sessionId} | 409\nPOST /sessions/{sessionId}/confirm {personId} -> 201 {bookingId}",
  ],
])("what is made of a seat and sent to be confirmed is its hold, though it is called %s", (called, api) => {
  const [hold, confirm] = served(holds(called), api);
  expect([hold?.[0], confirm?.[0]]).toEqual(["hold", "confirm"]);
  expect(confirm?.[1]).toBeDefined();
});

test.each([
  [
    "blocages",
    "POST /seats/{id}/blocage {personId} -> 201 {blocage, seatId, until} | 409\nPOST /blocages/{uuid}/confirmation {personId} -> 201 {bookingId} | 410",
  ],
  [
    "kavels",
    "POST /kavels {seatId, personId} -> 201 {kavel, seatId, ends} | 409\nPOST /bookings {kavel, personId} -> 201 {bookingId} | 410",
  ],
  [
    "dibs",
    "PUT /seats/{seatId}/dibs {personId} -> 201 {seatId, ends, dibs} | 409\nPOST /dibs/{id}/confirm {personId} -> 201 {bookingId} | 410",
  ],
  [
    "tsugi",
    "POST /tsugi {seat, personId} -> 201 {seat, tsugi} | 409\nPUT /tsugi/{tsugiId}/confirm {personId} -> 200 {bookingId} | 410",
  ],
])("a key that is answered under the noun of its row alone is what is handed on, as %s", (called, api) => {
  const [hold, confirm] = served(holds(called), api);
  expect([hold?.[0], confirm?.[0]]).toEqual(["hold", "confirm"]);
  const noun = called === "dibs" || called === "tsugi" ? called : called.slice(0, -1);
  expect(hold?.[1]).toBe(noun);
  expect(confirm?.[1]).toBeDefined();
  expect(JSON.stringify(read(holds(called), api).operations)).toContain(`"${noun}":"$${called}.id"`);
});

const seat = `create table client (id uuid primary key, email text not null);
create table seat (id uuid primary key, state text not null default 'FREE' check (state in ('FREE', 'DIBS', 'SOLD')),
  dibs_id uuid unique, dibs_client uuid references client (id), dibs_ends timestamptz);
create table reservation (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seat (id),
  client_id uuid not null references client (id), dibs_id uuid not null unique);`;
const api = `POST /seats/{seatId}/dibs {clientId} -> 201 {dibsId} | 409
POST /dibs/{dibsId}/confirmation {clientId} -> 201 {reservationId} | 410`;

test("a seat's row that is its own hold says so by the same noun in its columns and its state, and what comes of it is the booking", () => {
  const hold = way(seat, api, "hold");
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain('state = "DIBS"');
  expect(hold.words).not.toContain("reservation");
  expect(hold.words).toContain("dibs_client");
  const confirm = way(seat, api, "confirm");
  expect(confirm.words).toContain("reservation");
  expect(confirm.words).toContain("dibs_ends");
});

test("a noun that is known as it is sent and as no table's is still learnt for columns, states and what comes of it", () => {
  const words = (capability: string): string =>
    way(
      seat.replaceAll("dibs_", "option_").replace("DIBS", "OPTION"),
      api.replaceAll("dibs", "option").replace("/option/{", "/options/{"),
      capability,
    ).words;
  expect(words("hold")).toContain("option_client");
  expect(words("hold")).not.toContain("reservation");
  expect(words("confirm")).toContain("Adds a row to reservation");
});

test("what is answered beside a hold whose name is known is no hold, nor is what somebody else makes", () => {
  const visitors = `POST /visitors {email} -> 201 {visitorId}
POST /seats/{seatId}/hold {visitorId} -> 201 {holdId, rowmateId} | 409
POST /holds/{holdId}/confirm {visitorId, rowmateId?} -> 201 {bookingId}`;
  const { operations } = read(holds("holds"), visitors);
  expect(operations.map(({ capability, inputs }) => [capability, inputs["hold"]?.name])).toEqual([
    [undefined, undefined],
    ["hold", undefined],
    ["confirm", "holdId"],
  ]);
});
