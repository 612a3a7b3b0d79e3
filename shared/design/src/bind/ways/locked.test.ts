import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key, seat_id int not null references seats (id), expires_at timestamptz not null);
create table bookings (id uuid primary key, seat_id int not null unique references seats (id), hold_id uuid not null unique);`;
const api =
  "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 409\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const holding = (told: string) =>
  way(
    schema,
    api,
    "hold",
    `## Hold\n\n${told}\n\n## Confirm\n\nSELECT * FROM seats WHERE id = $1 FOR UPDATE\n\n${drawing}`,
  );

test("a seat's row that the documents lock before they look for a hold is what keeps two apart", () => {
  for (const told of [
    "1. `SELECT * FROM seats WHERE id = $1 FOR UPDATE`\n2. a live hold -> 409, else insert",
    "Seat.objects.select_for_update().get(pk=seat_id), then the hold",
    "`Seat::lockForUpdate()->find($id)`; if there is a hold that lasts, 409",
    "We lock the seat row, look for a hold, and insert.",
  ]) {
    const { words, questions } = holding(told);
    expect(questions, told).toEqual([]);
    expect(words, told).toContain("keeps it from others until the end");
  }
});

test("a lock on other rows, or one that another endpoint takes, keeps nobody apart", () => {
  for (const told of [
    "`SELECT * FROM holds WHERE seat_id = $1 AND expires_at > now() FOR UPDATE`; none -> insert",
    "Look for a live hold of the seat, insert one where there is none.",
  ]) {
    expect(
      holding(told).questions.map(({ rule }) => rule),
      told,
    ).toEqual(["which-way"]);
  }
});
