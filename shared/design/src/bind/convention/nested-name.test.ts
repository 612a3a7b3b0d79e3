import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { nameWithin } from "./nested-name.ts";

beforeAll(() => loadReader());

const stepsOf = (problem: string, schema: string, api: string) => {
  const { capabilities } = loadPublicProblem(problemsDir, problem);
  return readDesign({ schema, api, design: "" }, capabilities).operations.map(({ steps }) => JSON.stringify(steps));
};

test.each([
  ["seat.id", "seat id"],
  ["data.relationships.seat.data.id", "seat id"],
  ["data.id", "id"],
  ["data.attributes.target", "target"],
  ["requestedBy.name", "name"],
])("%s goes by %s", (field, name) => {
  expect(nameWithin(field)).toBe(name);
});

test("of two ids in a body each is of what it stands in", () => {
  const seats = `create table seats (id bigserial primary key, event_id bigint not null, held_by text, held_until timestamptz,
    status text not null default 'free' check (status in ('free','held','sold')));
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null, idempotency_key uuid not null unique);`;
  const body = "{requestedBy: {id: string, name: string}, seat: {eventId: int, id: int}}";
  const [hold, confirm] = stepsOf(
    "ticket-booking",
    seats,
    `POST /hold-requests ${body} -> 201 | 409\nPOST /booking-requests ${body} [Idempotency-Key] -> 201 {booking: {id}} | 409`,
  );
  expect(hold).toContain('"held_by":"$body.requestedBy.id"');
  expect(hold).toContain('"id":"$body.seat.id"');
  expect(confirm).toContain('"user_id":"$body.requestedBy.id"');
  expect(confirm).toContain('"values":{"seat_id":"$seats.id"');
});

test("a URL below data and attributes is found, and the type beside it is none", () => {
  const [shorten] = stepsOf(
    "url-shortener",
    "create table links (id bigserial primary key, slug text not null unique, target text not null);",
    "POST /links {data: {type: enum(link), attributes: {target: uri}}} -> 201 {data: {attributes: {slug}}}\nGET /{slug} -> 302",
  );
  expect(shorten).toContain('"target":"$body.data.attributes.target"');
});
