import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";

/** Which endpoint serves which capability, and what is asked, with one more line above the usual ones and below them. */
function chosenBeside(problem: string, schema: string, usual: string) {
  const { capabilities } = loadPublicProblem(problemsDir, problem);
  return (more: string) =>
    [`${more}\n${usual}`, `${usual}${more}\n`].map((api) => {
      const { operations, findings } = readDesign({ schema, api, design: chart }, capabilities);
      const serves = operations.flatMap(({ capability, opId }) =>
        capability === undefined ? [] : [[capability, opId]],
      );
      const asked = findings.filter(({ severity }) => severity !== "warning").map(({ rule }) => rule);
      return { ...Object.fromEntries(serves), asked };
    });
}

const besideSeats = chosenBeside(
  "ticket-booking",
  `create table seats (id bigserial primary key, event_id bigint not null, label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats (id), user_id text not null, idempotency_key uuid not null unique);`,
  `POST /seats/{seat_id}/hold {user_id} -> 200 {seat_id, held_until} | 409
POST /seats/{seat_id}/confirm {user_id} [Idempotency-Key] -> 201 {booking_id} | 409
`,
);

test.each([
  "POST /seats/{seat_id}/waitlist {user_id} -> 201",
  "POST /seats/{seat_id}/notify-me {user_id} -> 201",
  "POST /seats/{seat_id}/extend {user_id} -> 200 {held_until}",
  "POST /seats/{seat_id}/transfer {user_id} -> 200",
  "POST /seats/{seat_id}/release-hold {user_id} -> 204",
  "POST /seats/hold-many {seat_ids: int[], user_id} -> 200",
  "POST /seats/best-available/hold {user_id} -> 200 {seat_id}",
  "PUT /seats/{seat_id} {label} -> 200",
  "POST /bookings/{booking_id}/refund -> 201 {refund_id}",
  "POST /payments {booking_id} -> 201 {id}",
])("%s takes no place of what is called as the problem calls it", (more) => {
  const chosen = { hold: "POST /seats/{seat_id}/hold", confirm: "POST /seats/{seat_id}/confirm", asked: [] };
  expect(besideSeats(more)).toEqual([chosen, chosen]);
});

const besideLinks = chosenBeside(
  "url-shortener",
  "create table links (code text primary key, url text not null, owner_id text, idempotency_key uuid unique);",
  "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n",
);

test.each([
  "PUT /links/{code} {url: uri} -> 200",
  "POST /webhooks {url: uri, secret} -> 201 {id}",
  "POST /custom-links {url: uri, alias} -> 201 {code}",
  "GET /preview/{code} -> 302 | 404",
  "GET /oauth/callback?code -> 302",
  "GET /api/resolve/{code} -> 200 {url}",
])("%s takes no place of the plainest", (more) => {
  const chosen = { shorten: "POST /links", resolve: "GET /{code}", asked: [] };
  expect(besideLinks(more)).toMatchObject([chosen, chosen]);
});

test("of two that open a code, one at the root and one called after it, it is asked", () => {
  expect(besideLinks("GET /r/{code} -> 302").map(({ asked }) => asked)).toEqual([
    ["which-endpoint"],
    ["which-endpoint"],
  ]);
});
