import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null);`;
const api = `POST /seats/{seat_id}/hold {user_id} -> 201 {held_until} | 409
POST /seats/{seat_id}/confirm {user_id} -> 201 {booking_id} | 410`;
const drawing = "\n\n```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const isHoldersOf = (language: string, code: string, words = "") =>
  way(schema, api, "confirm", `## Confirm\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n${words}${drawing}`).words.includes(
    "held_by",
  );

const python = (more = "") => `def confirm(seat_id, user_id):
    seat = Seat.objects.select_for_update().get(pk=seat_id)
    if seat.status != "held"${more} or seat.held_until <= now():
        return Response(status=410)
    seat.status = "sold"
    seat.save()
    return Booking.objects.create(seat=seat, user_id=seat.held_by)`;
const elixir = (more = "") => `def confirm(seat_id, held_by) do
  query = from s in Seat, where: s.id == ^seat_id${more},
    where: s.status == "held" and s.held_until >= ^now
  case Repo.update_all(query, set: [status: "sold"]) do
    {1, _} -> Repo.insert!(%Booking{seat_id: seat_id, user_id: held_by})
    {0, _} -> {:error, :gone}
  end
end`;
const typescript = (more = "") => `async function confirm(seatId: number, userId: string) {
  const seat = await seats.lock(seatId);
  if (seat.status !== "held"${more} || seat.heldUntil < new Date()) throw new Gone();
  await seats.update(seatId, { status: "sold" });
  return bookings.insert({ seatId, userId: seat.heldBy });
}`;

test.each([
  ["python", python()],
  ["elixir", elixir()],
  ["typescript", typescript()],
])("code in %s that only hands on who holds the seat lets anybody confirm", (language, code) => {
  expect(isHoldersOf(language, code)).toBe(false);
});

test.each([
  ["python", python(" or seat.held_by != user_id")],
  ["python", python(" or not is_owner(seat, user_id)")],
  ["python", python(" or seat.held != request.user")],
  ["python", python().replace(".get(pk=seat_id)", ".filter(pk=seat_id, held_by=user_id).first()")],
  ["elixir", elixir(" and s.held_by == ^held_by")],
  ["typescript", typescript(" || seat.heldBy !== userId")],
  ["typescript", typescript(" || !isHeldBy(seat, userId)")],
  ["typescript", typescript().replace("  const seat", "  // …\n  const seat")],
])("code in %s that asks for whoever holds the seat, or is not whole, lets nobody else confirm", (language, code) => {
  expect(isHoldersOf(language, code)).toBe(true);
});

test.each([
  "A seat that somebody else holds is a 410.",
  "Nur wer den Platz selbst hält, darf buchen; ein anderer bekommt 410.",
  "Si lo tiene otro, 410.",
  "Si un autre le tient : 410.",
])("words beside the code tell that another is refused: %s", (words) => {
  expect(isHoldersOf("python", python(), words)).toBe(true);
});

test("code that looks at nothing tells nothing of whom it lets in", () => {
  expect(isHoldersOf("python", "def confirm(seat_id, user_id):\n    return service.confirm(seat_id, user_id)")).toBe(
    true,
  );
});
