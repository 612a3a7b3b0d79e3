import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null references seats (id), user_id uuid not null,
  status text not null default 'held' check (status in ('held', 'confirmed', 'expired')), expires_at timestamptz not null);
create unique index live on holds (seat_id) where status in ('held', 'confirmed');`;
const api = `All calls take a bearer token.

POST /holds {seatId} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm -> 200 {holdId} | 410
`;
const confirming = (condition: string) => {
  const sql = `UPDATE holds SET status = 'confirmed' WHERE id = $1 AND ${condition}status = 'held' AND expires_at > now()`;
  const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
  return way(schema, api, "confirm", `${chart}\n## Confirm\n\n\`${sql}\`, no row: 410.\n`).words;
};

test("a statement that asks for whoever asks, of whom no field tells, compares it where another endpoint keeps it", () => {
  expect(confirming("user_id = $2 AND ")).toContain("user_id is the caller");
  expect(confirming("")).not.toContain("user_id");
});
