import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null,
  status text not null default 'ruska' check (status in ('ruska', 'valka', 'tarka')), held_by text, hold_id uuid, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null);`;
const api = `POST /seats/{id}/hold {user_id} -> 201 {hold_id, held_until} | 409
POST /holds/{hold_id}/confirm {user_id} -> 201 {booking_id} | 410
`;
const confirmed = (asked: string) => `A hold lasts two minutes.

## Confirm
\`\`\`sql
UPDATE seats SET status = 'tarka' WHERE ${asked};
INSERT INTO bookings (seat_id, user_id) VALUES (:seat, :user_id);
\`\`\`

\`\`\`mermaid
flowchart LR
 c[Client] --> api[API] --> db[(Postgres)]
\`\`\`
`;

test("where it is asked what a state means, the answers ask what the statement asks", () => {
  const offered = (asked: string) =>
    way(schema, api, "confirm", confirmed(asked)).questions.find(({ message }) => message.includes("confirm a hold"))
      ?.fixes?.[0]?.edits[0]?.insert;
  const mine = "hold_id = :hold_id AND held_by = :user_id AND status = 'valka'";
  expect(offered(`${mine} AND held_until > now()`)).toContain("held_until: { gte: $now }");
  expect(offered(`${mine} AND held_until >= now() - interval '10 minutes'`)).toContain(
    "held_until: { gte: { sub: [$now, 10m] } }",
  );
});
