import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const schema = `create table events (id bigserial primary key);
create table seats (id bigserial primary key, event_id bigint not null references events (id), label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_until timestamptz, hold_id uuid unique);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats (id));`;
const writes = `POST /seats/{seat_id}/hold -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm -> 201 {id} | 410
`;
const design =
  "```mermaid\nflowchart LR\n  c([Client]) --> api[API] --> db[(Postgres)]\n  api --> r[(Redis)]\n```\n\nThe seat map is kept in Redis for two seconds.\n";
const unused = (api: string) =>
  readDesign({ schema, api, design }, capabilities).findings.find(({ rule }) => rule === "cache-unused")?.message;

test("a cache that keeps a list is not told to be left out", () => {
  const said = unused(`GET /events/{event_id}/seats?limit=20 -> 200 [{id, label, status}]\n${writes}`);
  expect(said).toMatch(/^Redis has nothing to keep in a run/);
  expect(said).toContain("GET /events/{event_id}/seats is asked of the database each time");
  expect(said).not.toContain("leave the cache out");
});

test("one that no read could use may be left out", () => {
  expect(unused(writes)).toContain("leave the cache out");
});
