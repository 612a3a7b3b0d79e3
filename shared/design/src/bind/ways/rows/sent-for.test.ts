import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key, seat_id int not null references seats (id), expires_at timestamptz not null, confirmed_at timestamptz, payment_intent text,
  check (confirmed_at is null or payment_intent is not null));
create unique index on holds (seat_id) where confirmed_at is not null;`;
const api =
  "POST /seats/{seat_id}/holds -> 201 {id} | 409\nPOST /holds/{id}/confirm {payment_intent} -> 200 {id} | 410\n";

test("a row that is changed keeps what is sent and has a column of that name", () => {
  const { words } = way(schema, api, "confirm");
  expect(words).toContain("payment_intent");
  expect(way(schema, api.replace("{payment_intent}", "{note}"), "confirm").words).not.toContain("body's note");
});

test("without a table of bookings a seat whose hold is confirmed is looked for before a new one is added", () => {
  const told = "## Hold\n\nSELECT 1 FROM seats WHERE id = $1 FOR UPDATE; a live hold -> 409, else insert.\n";
  const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
  expect(way(schema, api, "hold", `${told}\n${drawing}`).words).toContain("confirmed_at");
  const narrow = told.replace("a live hold", "SELECT 1 FROM holds WHERE seat_id = $1 AND expires_at > now(); one");
  expect(way(schema, api, "hold", `${narrow}\n${drawing}`).words).not.toContain("confirmed_at");
});
