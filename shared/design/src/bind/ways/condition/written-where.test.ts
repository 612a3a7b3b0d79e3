import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_by text, hold_id uuid, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null, hold_id uuid not null unique);`;
const api = `POST /seats/{id}/hold {user_id} -> 201 {hold_id, held_until} | 409
POST /holds/{hold_id}/confirm {user_id, paid_at: timestamptz} -> 201 {booking_id} | 409 | 410
`;
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";

/** What an update of seats asks of them where these are the conditions that are written. */
function askedWhere(capability: "hold" | "confirm", { hold = usual.hold, confirm = usual.confirm }): unknown {
  const design = `A hold lasts two minutes.

## Hold
\`\`\`sql
UPDATE seats SET status = 'held', held_by = :user_id, hold_id = :hold, held_until = now() + interval '2 minutes'
WHERE ${hold} RETURNING hold_id, held_until;
\`\`\`
## Confirm
\`\`\`sql
UPDATE seats SET status = 'sold' WHERE ${confirm} RETURNING id;
INSERT INTO bookings (seat_id, user_id, hold_id) VALUES (:seat, :user_id, :hold_id);
\`\`\`
${drawing}`;
  const operation = read(schema, api, design).operations.find((one) => one.capability === capability);
  return plainSteps(operation?.steps ?? []).flatMap((step) => ("update" in step ? [step.where] : []))[0];
}

const usual = {
  hold: "id = :id AND (status = 'free' OR (status = 'held' AND held_until < now()))",
  confirm: "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until > now()",
};
const over = { held_until: { lt: "$now" } };

test.each<[string, unknown]>([
  [usual.hold, { id: "$path.id", any: [{ status: "free" }, { status: "held", ...over }] }],
  [
    "id = $1 AND status <> 'sold' AND (held_until IS NULL OR held_until < now() OR held_by = $2)",
    {
      id: "$path.id",
      status: { in: ["free", "held"] },
      any: [{ held_until: null }, over, { held_by: "$body.user_id" }],
    },
  ],
  [
    "id = ? AND (status = 'free' OR (status = 'held' AND (held_until < now() OR held_by = ?)))",
    { id: "$path.id", any: [{ status: "free" }, { status: "held", any: [over, { held_by: "$body.user_id" }] }] },
  ],
  [
    "id = ${id} AND (status = 'free' OR (status = 'held' AND held_until + interval '10 minutes' <= now()))",
    { id: "$path.id", any: [{ status: "free" }, { status: "held", held_until: { lte: { sub: ["$now", "10m"] } } }] },
  ],
])("a hold asks what its statement asks: %s", (hold, where) => {
  expect(askedWhere("hold", { hold })).toEqual(where);
});

const mine = { hold_id: "$path.hold_id", held_by: "$body.user_id" };

test.each<[string, unknown]>([
  [usual.confirm, { ...mine, status: "held", held_until: { gte: "$now" } }],
  [
    "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until <= now()",
    { ...mine, status: "held", held_until: { lte: "$now" } },
  ],
  [
    "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until IS NOT NULL",
    { ...mine, status: "held", held_until: { gte: "-infinity" } },
  ],
  [
    "hold_id = @hold_id AND held_by = @user_id AND status = 'held' AND held_until + interval '10 minutes' >= now()",
    { ...mine, status: "held", held_until: { gte: { sub: ["$now", "10m"] } } },
  ],
  [
    "hold_id = %(hold_id)s AND held_by = %(user_id)s AND (status = 'held' OR held_until >= now())",
    { ...mine, any: [{ status: "held" }, { held_until: { gte: "$now" } }] },
  ],
  [
    "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until >= :paid_at",
    { ...mine, status: "held", held_until: { gte: "$body.paid_at" } },
  ],
])("a confirmation asks what its statement asks: %s", (confirm, where) => {
  expect(askedWhere("confirm", { confirm })).toEqual(where);
});

test.each([
  "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until > now() AND EXISTS (SELECT 1 FROM bookings)",
  "hold_id = :hold_id AND held_by = :user_id AND status = 'held' AND held_until > now() and then some words",
  "hold_id = :hold_id AND held_by = :user_id AND status = 'paying' AND held_until > now()",
])("what no step can say, what does not parse and what is about another state is left to the way: %s", (confirm) => {
  expect(askedWhere("confirm", { confirm })).toEqual({ ...mine, status: "held", held_until: { gte: "$now" } });
});
