import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const schema = `create table users (id int primary key);
create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_by int references users (id), held_until timestamptz);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const api = `POST /seats/{seatId}/hold {userId} -> 200 | 409
POST /seats/{seatId}/book {userId} -> 201 {bookingId} | 409
`;
const confirm = (code: string) =>
  way(schema, api, "confirm", `## Hold\n\nOne update.\n\n## Book\n\n\`\`\`\n${code}\n\`\`\`\n\n${drawn}`);

test.each([
  "var n = await db.Seats\n  .Where(s => s.Id == id && s.Status == Held && s.HeldUntil > now)\n  .ExecuteUpdateAsync(u => u.SetProperty(s => s.Status, Sold));",
  "Seat.where(id: id, status: 'held').where('held_until > now()').update_all(status: 'sold')",
  "n = Seat.objects.filter(pk=pk, status='held', held_until__gt=now).update(status='sold')",
  "session.execute(update(Seat).where(Seat.id == id, Seat.status == 'held', Seat.held_until > now).values(status='sold'))",
  "prisma.seat.updateMany({ where: { id, status: 'held', heldUntil: { gt: now } }, data: { status: 'sold' } })",
  "db.update(seats).set({ status: 'sold' }).where(and(eq(seats.id, id), eq(seats.status, 'held'), gt(seats.heldUntil, now)))",
  "repo.createQueryBuilder().update(Seat).set({ status: 'sold' }).where('id = :id AND status = :held AND held_until > now()')",
])("an update that is called is one that is written, and whom it does not ask for it lets in: %s", (code) => {
  const { words, questions } = confirm(code);
  expect(questions).toEqual([]);
  expect(words).toContain("held_until is at least the time now");
  expect(words).not.toContain("held_by");
});

test.each([
  "var n = await db.Seats.Where(s => s.Id == id && s.HeldBy == me && s.Status == Held && s.HeldUntil > now).ExecuteUpdateAsync(u => u.SetProperty(s => s.Status, Sold));",
  "403 unless the hold is the caller's\nSeat.where(id: id, status: 'held').where('held_until > now()').update_all(status: 'sold')",
  "Seat.objects.select_for_update().get(pk=pk, held_until__gt=now)",
])("who is asked for in the call, or in words around it, has to be the one: %s", (code) => {
  expect(confirm(code).words).toContain("held_by is the body's userId");
});

test("an update that is called and looks at no time is asked about", () => {
  const [asked] = confirm("Seat.objects.filter(pk=pk, status='held').update(status='sold')").questions;
  expect(asked?.fixes?.[0]?.label).toContain("does not look at held_until");
});
