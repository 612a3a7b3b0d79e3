import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

test("a field without a type has that of the column that keeps it, save what the problem itself speaks of", () => {
  const schema = `create table seats (id bigint primary key);
create table holds (id bigint generated always as identity primary key, seat_id bigint not null unique references seats (id), expires_at timestamptz not null);
create table bookings (id bigint generated always as identity primary key, seat_id bigint not null unique references seats (id), amount numeric not null, note text, is_gift boolean not null);`;
  const api = `POST /holds {seat_id} -> 201 {id, expires_at} | 409
POST /holds/{id}/confirm {amount, note, is_gift} -> 201 {booking_id} | 410
`;
  const [hold, confirm] = read(schema, api).operations;
  expect(hold?.body).toMatchObject({ properties: { seat_id: {} } });
  expect(hold?.body).not.toMatchObject({ properties: { seat_id: { type: "integer" } } });
  expect(confirm?.body).toMatchObject({
    properties: { amount: { type: "number" }, note: {}, is_gift: { type: "boolean" } },
  });
});

test("text of a path, a query or a body that fills a column of type uuid is a UUID, unless something else is said of it", () => {
  const schema = "create table refunds (id uuid primary key, till uuid, reason uuid, kind uuid, note text);";
  const api = `PUT /refunds/{id}?till {reason: string, kind: string(3), note: string} -> 201 {id}
  x-operation:
    - insert: refunds
      values: { id: $path.id, till: $query.till, reason: $body.reason, kind: $body.kind, note: $body.note }
    - return: { status: 201 }
GET /refunds/{id} -> 200 {note} | 404
`;
  const uuid = { type: "string", format: "uuid" };
  const [put, get] = readDesign({ schema, api, design: "" }, {}).operations;
  expect(put?.parameters.map((one) => one.schema)).toMatchObject([uuid, uuid]);
  expect(put?.body).toMatchObject({ properties: { reason: uuid } });
  expect(put?.body).not.toMatchObject({ properties: { kind: { format: "uuid" } } });
  expect(put?.body).not.toMatchObject({ properties: { note: { format: "uuid" } } });
  expect(get?.parameters).not.toMatchObject([{ schema: uuid }]);
});
