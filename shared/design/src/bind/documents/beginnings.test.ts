import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const seats = `create table seats (id int primary key, status text not null default 'available' check (status in ('available', 'held', 'sold')),
  held_by text, held_at timestamptz);`;
const onSeats = `POST /seats/{id}/hold {user_id: string} -> 200 {id, held_at} | 409
POST /seats/{id}/confirm {user_id: string} -> 200 {id} | 409
`;

test.each([
  "A seat that is held with held_at < now() - interval '2 minutes' counts as available.",
  "A hold is live while held_at > now() - 120 seconds.",
  "The hold ends two minutes after held_at.",
  "Over when held_at + 2 min has passed.",
  "A hold lives until held_at + hold_ttl_seconds.",
  "Una reserva dura dos minutos desde held_at.",
])("a row lasts from a time on, where a design counts from there: %s", (told) => {
  const design = `${told}\n\n${chart}`;
  const hold = way(seats, onSeats, "hold", design);
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain("held_at = the time now");
  expect(hold.words).toContain('status is "held" and held_at is before the time now minus "2m"');
  expect(way(seats, onSeats, "confirm", design).words).toContain('held_at is at least the time now minus "2m"');
});

test("a time from which nothing is counted ends nothing", () => {
  const design = `held_at is kept for the support desk. Answers come within 2 seconds.\n\n${chart}`;
  expect(way(seats, onSeats, "hold", design).words).not.toContain('minus "2m"');
});

test("where an end is kept beside it, nothing is counted from when a row was made", () => {
  const holds = `create table seats (id int primary key);
create table holds (id int generated always as identity primary key, seat_id int not null unique references seats (id), created_at timestamptz not null default now(), expires_at timestamptz not null);`;
  const api = "POST /holds {seat_id: int} -> 201 {id, expires_at} | 409\nPOST /holds/{id}/confirm -> 200 | 410\n";
  const { words } = way(holds, api, "hold", `A hold ends two minutes after created_at.\n\n${chart}`);
  expect(words).toContain("expires_at is before the time now");
});
