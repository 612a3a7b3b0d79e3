import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null);
create table holds (id uuid primary key, seat_id bigint not null unique references seats, expires_at timestamptz not null default now() + interval '2 minutes');
create table bookings (id uuid primary key, hold_id uuid not null unique, seat_id bigint not null unique references seats);`;
const api = "POST /seats/{seat_id}/hold -> 201 {id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const insert = "`insert into holds (seat_id) values ($1) on conflict (seat_id) do nothing returning *`";
const behind = "No row: it is mine and `expires_at > now()` -> 200 with it, else 409.";
const asked = (hold: string, else_ = "") =>
  way(schema, api, "hold", `## Hold\n\nA seat that is sold: 409.\n\n${hold}\n\n## Upkeep\n\n${else_}\n\n${drawing}`)
    .questions;

test("an insert that does nothing on a conflict leaves what has ended in its way, whoever is asked behind it", () => {
  for (const job of ["", "A cron job deletes expired holds at 4:00.", "Un cron borra los holds caducados."]) {
    const [question] = asked(`${insert}\n\n${behind}`, job);
    expect(question?.message, job).toContain("does not look at expires_at");
  }
});

test("what has ended makes room where it is looked for first, or goes by any other's doing than a job's", () => {
  expect(asked(`First the seat's expired hold goes away. ${insert}`)).toEqual([]);
  expect(asked(`${insert}\n\n${behind} An expired hold is deleted, and the insert tried again.`)).toEqual([]);
  expect(asked(`${insert}\n\n${behind}`, "Whoever holds a seat first deletes its expired holds.")).toEqual([]);
});

test("what is told not to be read is looked at for no more than that it is there", () => {
  const schema = `create table seats (id bigint primary key);
create table holds (seat_id bigint primary key references seats (id), user_id text not null, expires_at timestamptz not null);
create table bookings (id bigint generated always as identity primary key, seat_id bigint not null unique references seats (id), user_id text not null);`;
  const api = `POST /seats/{seat_id}/hold {user_id} -> 201 {expires_at} | 409
POST /bookings {seat_id, user_id} -> 201 {booking_id} | 409
`;
  const design = (told: string) =>
    `POST /bookings does one thing: it adds a booking. ${told}\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`;
  const [asked] = way(schema, api, "confirm", design("It doesn't read holds.")).questions;
  expect(asked?.message).toContain("does not look at expires_at");
  expect(way(schema, api, "confirm", design("It does not read the seat map.")).questions).toEqual([]);
});
