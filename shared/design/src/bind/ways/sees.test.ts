import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id int not null references seats,
  status text not null default 'HELD' check (status in ('HELD', 'CONFIRMED', 'EXPIRED')), expires_at timestamptz not null);`;
const api = "POST /seats/{seatId}/holds -> 201 {holdId} | 409\nPOST /holds/{holdId}/confirm -> 200 {holdId} | 409\n";
const told = (where: string) => `## Hold

SELECT id FROM seats WHERE id = $1 FOR UPDATE;
SELECT 1 FROM reservations r WHERE r.seat_id = $1 AND ${where};
INSERT INTO reservations (seat_id, expires_at) VALUES ($1, now() + interval '2 minutes');

\`\`\`mermaid
flowchart LR
 c[Client] --> api[API] --> db[(Postgres)]
\`\`\``;
const sold = 'status is "CONFIRMED", if there is one.';

test.each([
  ["names it", "(status = 'CONFIRMED' OR status = 'HELD' AND expires_at > now())"],
  ["names what it is not", "status <> 'EXPIRED' AND (status <> 'HELD' OR expires_at > now())"],
  ["does not ask how a row is at all", "r.user_id <> $2"],
])("under the seat's lock a sale is looked for where the select %s", (_, where) => {
  expect(way(schema, api, "hold", told(where)).words).toContain(sold);
});

test.each(["status = 'HELD' AND expires_at > now()", "r.expires_at > now()"])(
  "a select that asks for what lasts alone sees no sale, and the seat is sold again: %s",
  (where) => {
    const { words } = way(schema, api, "hold", told(where));
    expect(words).toContain('status is "HELD", if there is one.');
    expect(words).not.toContain("CONFIRMED");
  },
);
