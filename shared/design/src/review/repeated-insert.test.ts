import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const told = (problem: string, schema: string, api: string): string[] =>
  readDesign({ schema, api, design: "" }, loadPublicProblem(problemsDir, problem).capabilities)
    .findings.filter(({ rule }) => rule === "no-idempotency")
    .map(({ message }) => message);

test("what is sent again without a key writes again only where nothing finds or refuses it", () => {
  const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const links = (url: string) => `create table links (code text primary key, url text not null${url});`;
  expect(told("url-shortener", links(""), api)).toEqual([expect.stringContaining("writes to links each time")]);
  expect(told("url-shortener", links(" unique"), api)).toEqual([]);
});

test("what is sent again and has the row of the first take another code is told so", () => {
  const schema = "create table links (code text primary key, url text not null unique);";
  const api = `POST /links {url: uri} -> 201 {code}
# insert into links (code, url) values ($1, $2) on conflict (url) do update set code = excluded.code

GET /{code} -> 302 | 404
`;
  expect(told("url-shortener", schema, api)).toEqual([
    expect.stringContaining("the second gives the row that is there another code, so what was answered first is gone"),
  ]);
});

test("a second booking that the schema or the state refuses is told as refused", () => {
  const api = `POST /seats/{id}/hold {userId: string} -> 200 {id} | 409
POST /seats/{id}/confirm {userId: string} -> 201 {bookingId} | 409
`;
  const seats = `create table seats (
  id serial primary key,
  status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_by text,
  held_until timestamptz
);
create table bookings (id serial primary key, seat_id int not null unique references seats, user_id text not null);`;
  const [message, ...more] = told("ticket-booking", seats, api);
  expect(more).toEqual([]);
  expect(message).toMatch(/the second is refused, since seats\.status is sold by then/);
});

test("what is looked for behind a lock and answered where it is there needs no key", () => {
  const api = `POST /seats/{seatId}/hold {userId: string} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm -> 201 {bookingId} | 200 again, the same booking | 409
# select * from holds where id = $1 for update
`;
  const holds = `create table seats (id serial primary key);
create table holds (id serial primary key, seat_id int not null unique references seats, expires_at timestamptz not null);
create table bookings (id serial primary key, hold_id int not null unique references holds);`;
  expect(told("ticket-booking", holds, api)).toEqual([]);
  expect(told("ticket-booking", holds, api.replace(" | 200 again, the same booking", ""))).toHaveLength(1);
});
