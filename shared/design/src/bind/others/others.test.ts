import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const schema = `create table events (id bigserial primary key);
create table users (id bigserial primary key);
create table seats (id bigserial primary key, event_id bigint not null references events (id), label text not null,
  status text not null default 'available' check (status in ('available', 'held', 'booked')),
  hold_token uuid unique, held_by bigint references users (id), held_until timestamptz, unique (event_id, label));
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats (id),
  user_id bigint not null references users (id), idempotency_key uuid not null unique);`;
const hold =
  "UPDATE seats SET status='held', held_by=$2, hold_token=gen_random_uuid(), held_until=now()+interval '2 min' WHERE id=$1 AND (status='available' OR (status='held' AND held_until < now())) RETURNING hold_token, held_until";
const book =
  "UPDATE seats SET status='booked' WHERE hold_token = $token AND status='held' AND held_until >= now() RETURNING id, held_by";

function reading(endpoint: string, design: string) {
  const api = `GET /events/{event_id}/seats?limit=50&cursor -> 200 [{id, label, status}]
POST /seats/{seat_id}/hold {user_id: integer} -> 201 {hold_token, held_until} | 409
POST /bookings {hold_token: uuid} (Idempotency-Key: uuid) -> 201 {id} | 410
${endpoint}
`;
  const texts = {
    schema,
    api,
    design: `client -> api -> postgres\n\nHold: \`${hold}\`. No row: 409.\n\nBook: \`${book}\`. Nothing: 410.\n\n${design}\n`,
  };
  const { operations, findings } = readDesign(texts, capabilities);
  const asked = findings.filter(({ rule }) => rule === "no-steps");
  return { steps: operations.at(-1)?.steps ?? [], asked };
}

const released = { status: "available", hold_token: null, held_by: null, held_until: null };
const release = "UPDATE seats SET status='available', hold_token=NULL, held_by=NULL, held_until=NULL";

test.each([
  ["a lead", `Release (the user lets go early): \`${release} WHERE hold_token=$1 AND status='held'\`. The seat stays.`],
  [
    "a heading and a fence",
    `## Letting go\n\n\`\`\`sql\n${release}\nWHERE hold_token = :token AND status = 'held';\n\`\`\``,
  ],
  [
    "its route in a list",
    `- \`DELETE /holds/:hold_token\`: ${release} WHERE hold_token = ? AND status = 'held'; 0 rows -> 404`,
  ],
  [
    "a heading with its route, with a comment within",
    `## DELETE /holds/{hold_token}\n\n\`\`\`sql\n${release.replace("hold_token=NULL,", "hold_token=NULL, -- free again\n")}\nWHERE hold_token = $1 AND status = 'held';\n\`\`\``,
  ],
  ["German words", `Wird ein Platz freigegeben, läuft \`${release} WHERE hold_token = $1 AND status = 'held'\`.`],
])("letting go runs the statement that is written for it, introduced by %s", (_, design) => {
  const { steps, asked } = reading("DELETE /holds/{hold_token} -> 204 | 404", design);
  expect(steps[0]).toEqual({
    update: "seats",
    set: released,
    where: { hold_token: "$path.hold_token", status: "held" },
    else: 404,
  });
  expect(asked).toEqual([]);
});

test.each([
  [
    "POST /seats/{seat_id}/release {hold_token: uuid} -> 204 | 409",
    `Release: \`${release} WHERE id=$1 AND hold_token=$2 AND status='held'\`.`,
    { set: released, where: { id: "$path.seat_id", hold_token: "$body.hold_token", status: "held" }, else: 409 },
  ],
  [
    "POST /holds/{hold_token}/extend -> 200 {held_until} | 410",
    "Extending: `UPDATE seats SET held_until = now() + interval '2 minutes' WHERE hold_token=$1 AND status='held' AND held_until >= now()`.",
    {
      set: { held_until: { add: ["$now", "2m"] } },
      where: { hold_token: "$path.hold_token", status: "held", held_until: { gte: "$now" } },
      else: 410,
    },
  ],
  [
    "PUT /holds/{hold_token}/renewal -> 200 {held_until} | 410",
    "A hold is renewed by `update seats s set held_until = now() + make_interval(mins => 3) where s.hold_token = $1 and now() < s.held_until and s.status <> 'booked'`.",
    {
      set: { held_until: { add: ["$now", "3m"] } },
      where: {
        hold_token: "$path.hold_token",
        held_until: { gt: "$now" },
        status: { in: ["available", "held"] },
      },
      else: 410,
    },
  ],
])("%s runs its own statement, with all that it asks", (endpoint, design, does) => {
  const { steps, asked } = reading(endpoint, design);
  expect(steps[0]).toEqual({ update: "seats", ...does });
  expect(asked).toEqual([]);
});

test("what is run is not told to be passed over, and the route of another endpoint is not a hold", () => {
  const { operations, findings } = readDesign(
    {
      schema,
      api: `POST /seats/{seat_id}/hold {user_id: integer} -> 201 {hold_token, held_until} | 409
POST /bookings {hold_token: uuid} (Idempotency-Key: uuid) -> 201 {id} | 410
DELETE /holds/{hold_token} -> 204 | 404
`,
      design: `client -> api -> postgres\n\n## DELETE /holds/{hold_token}\n\n\`\`\`sql\n${release} WHERE hold_token = $1;\n\`\`\`\n`,
    },
    capabilities,
  );
  expect(operations[2]?.steps[0]).toMatchObject({ update: "seats", set: released });
  expect(findings.filter(({ rule }) => rule === "statement-not-run" || rule === "which-way")).toEqual([]);
});

test("a statement below the endpoint is its own, and what cannot be run is asked about, not guessed", () => {
  const below = `DELETE /holds/{hold_token} -> 204 | 404\n# ${release} WHERE hold_token = $1`;
  expect(reading(below, "").steps[0]).toMatchObject({ update: "seats", set: released });
  const { steps, asked } = reading(
    "DELETE /holds/{hold_token} -> 204 | 404",
    "Release: `UPDATE seats SET status = next_state(status) WHERE hold_token = $1`.",
  );
  expect(steps).toEqual([]);
  expect(asked[0]?.message).toContain("not everything can be run");
});

test.each([
  "A user can let go of a seat early; the seat is free again.",
  "Letting a hold go sets the seat back to available.",
  "Releasing puts the seat back on sale.",
  "Beim Freigeben wird der Platz wieder frei.",
])("a seat that is let go is set back, not deleted: %s", (design) => {
  const { steps, asked } = reading("DELETE /holds/{hold_token} -> 204 | 404", design);
  expect(steps[0]).toMatchObject({ update: "seats", set: released, where: { status: "held" } });
  expect(asked).toEqual([]);
});

test.each(["", "We sweep expired holds by a job, which makes the seats available."])(
  "where nothing tells it, a seat is not deleted for a hold, and setting it back is offered first: %s",
  (design) => {
    const { steps, asked } = reading("DELETE /holds/{hold_token} -> 204 | 404", design);
    expect(steps).toEqual([]);
    expect(asked[0]?.message).toContain("such as - update: seats");
    expect(asked[0]?.fixes?.[0]?.label).toBe("It sets status of the row of seats back from held to available");
  },
);

const cancelled = [
  { delete: "bookings", where: { id: "$path.id" } },
  { update: "seats", set: { status: "available" }, where: { id: "$bookings.seat_id" } },
];

test.each([
  "Cancelling a booking deletes the booking and sets its seat to available, in one transaction.",
  "A booking that is cancelled frees its seat.",
  "Wird eine Buchung storniert, ist der Platz (seat) wieder frei.",
  "Cancel: `DELETE FROM bookings WHERE id = $1 RETURNING seat_id`, then `UPDATE seats SET status = 'available' WHERE id = $seat_id`.",
])("cancelling gives the seat back where that is told: %s", (design) => {
  const { steps } = reading("DELETE /bookings/{id} -> 204 | 404", design);
  expect(steps[0]).toEqual({ transaction: cancelled });
});

test.each([
  "",
  "Cancelling a booking does not free its seat.",
  "Cancelling is not possible. A seat is available while nobody has it.",
])("where it is not told, only the booking goes: %s", (design) => {
  expect(reading("DELETE /bookings/{id} -> 204 | 404", design).steps[0]).toEqual(cancelled[0]);
});
