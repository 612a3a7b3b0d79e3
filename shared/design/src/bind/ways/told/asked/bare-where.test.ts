import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, state text not null default 'FREE' check (state in ('FREE', 'HELD', 'SOLD')),
  hold_token uuid unique, held_until timestamptz);
create table orders (id int generated always as identity primary key, seat_id int not null unique references seats (id));`;
const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_token} | 409\nPOST /orders {hold_token: uuid} -> 201 {order_id} | 404\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const confirming = (told: string) =>
  way(schema, api, "confirm", `## Hold\n\nIf it is free.\n\n## Confirm\n\n${told}\n\n${drawing}`);

test.each([
  "In a single transaction we flip the seat to SOLD (`WHERE hold_token = :token`; 404 when nothing matched) and write the order.",
  "Set `state = 'SOLD'` (where hold_token = $1), then insert the order.",
  "The seat becomes SOLD WHERE hold_token = $1; then the order.",
  "Der Platz wird auf SOLD gesetzt, `where hold_token = $1;`, dann die Bestellung.",
  "1. mark it SOLD `where s.hold_token = $1`\n2. insert the order",
])("a where clause that stands alone in a sentence is what the change of its row asks: %s", (told) => {
  const [question] = confirming(told).questions;
  expect(question?.message, told).toContain("does not look at");
  expect(question?.message, told).toContain("held_until");
  const asWritten = question?.fixes?.[0]?.edits[0]?.insert ?? "";
  expect(asWritten, told).toContain("where: { hold_token: $body.hold_token }");
});

test.each([
  "Flip the seat to SOLD (`WHERE hold_token = $1 AND state = 'HELD' AND held_until > now()`) and write the order.",
  "Flip the seat to SOLD (`WHERE …`) and write the order.",
  "A unique index on state SOLD (`WHERE hold_token = 1`) helps; the order is written.",
  "Flip the seat to SOLD and write the order (`WHERE order_id = $1` of the payment).",
])("one that looks at all, leaves something out or is another one's asks nothing: %s", (told) => {
  const { questions, words } = confirming(told);
  expect(questions, told).toEqual([]);
  expect(words, told).toContain("held_until is at least the time now");
});
