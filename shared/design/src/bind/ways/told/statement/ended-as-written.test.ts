import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigint primary key, label text not null);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id bigint not null references seats (id),
  state text not null check (state in ('held', 'booked', 'expired')), held_until timestamptz not null);
create unique index on reservations (seat_id) where state in ('held', 'booked');`;
const api = "POST /seats/{seatId}/reservations -> 201 {id} | 409\nPOST /reservations/{id}/confirm -> 200 {id} | 409\n";
const held = (condition: string) =>
  way(
    schema,
    api,
    "hold",
    `## Reserve\n\`\`\`csharp\nawait db.ExecuteAsync(
  "UPDATE reservations SET state = 'expired' WHERE ${condition}", new { seatId }, tx);
await db.ExecuteAsync("INSERT INTO reservations (seat_id, state, held_until) VALUES (@seatId, 'held', now() + interval '2 minutes')", new { seatId }, tx);
\`\`\`\n`,
  );
const asked = (condition: string) => held(condition).questions.filter(({ rule }) => rule === "which-way");

test("what ends the holds whose time is over runs so", () => {
  const usual = "seat_id = @seatId AND state = 'held' AND held_until <= now()";
  expect(asked(usual)).toEqual([]);
  expect(held(usual).words).toContain("held_until");
});

test("what ends whatever hold the seat has is asked about, as it stands first", () => {
  const [question] = asked("seat_id = @seatId AND state = 'held'");
  expect(question?.message).toContain("does not look at held_until");
  expect(question?.fixes?.[0]?.label).toContain("does as the statement");
});

test("a statement about another row ends no hold of this seat", () => {
  expect(asked("id = @reservationId AND state = 'held'")).toEqual([]);
});
