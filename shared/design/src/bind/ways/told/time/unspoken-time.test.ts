import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats (id), expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats (id));`;
const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410 hold expired\n";
const asks = (told: string, more = ""): string =>
  way(schema, api, "confirm", `# Seats\n\n${more}\n\n### POST /holds/{hold_id}/confirm\n\n${told}\n`)
    .questions.filter(({ rule }) => rule === "which-way")
    .map(({ message }) => message)
    .join("\n");

const bullets = `- BEGIN
- select the hold by its id, for update; none -> 410 hold expired
- insert into bookings, with the seat of that hold
- COMMIT -> 201, with the id of the booking`;

const ecto = `\`\`\`elixir
def confirm(hold_id) do
  Repo.transaction(fn ->
    case Repo.one(from h in Hold, where: h.id == ^hold_id, lock: "FOR UPDATE") do
      nil -> Repo.rollback(:gone)
      hold -> Repo.insert!(%Booking{seat_id: hold.seat_id})
    end
  end)
end
\`\`\``;

test.each([
  ["a list of steps", bullets],
  ["code", ecto],
])("where %s names the hold and nothing of its time, it is asked whether the time is looked at", (_, told) => {
  expect(asks(told)).toContain("does not look at expires_at");
});

test.each([
  ["the column", bullets.replace("for update;", "for update, expires_at ahead;")],
  ["that it lasts", bullets.replace("; none", "; none that is still valid")],
  ["when it is answered", bullets.replace("410 hold expired", "410 if expired")],
  ["that it lasts in Czech", bullets.replace("; none", ", rezervace dosud trvá; none")],
  ["that it is over", `${bullets}\n- a hold that is over by then: 410`],
  ["code", ecto.replace("nil ->", "%{expires_at: at} when at < now -> Repo.rollback(:gone)\n      nil ->")],
])("where %s is spoken of, nothing is asked", (_, told) => expect(asks(told)).toBe(""));

test("what is told of confirmations elsewhere is told of this one, and a job is no look", () => {
  expect(asks(bullets, "A confirmation that comes too late is refused.")).toBe("");
  expect(asks(bullets, "A job deletes expired holds every minute.")).toContain("does not look at expires_at");
});

test("that its end is not looked at is no look", () => {
  expect(asks(bullets.replace("for update;", "for update (its end is not looked at again);"))).toContain(
    "does not look at expires_at",
  );
});

test("what tells little of it tells nothing of its time", () => {
  expect(asks("The hold becomes a booking.")).toBe("");
});
