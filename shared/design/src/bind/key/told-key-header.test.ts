import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seat (id uuid primary key, status text not null default 'free' check (status in ('free','held','booked')), held_by text, held_until timestamptz);
create table booking (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seat, user_id text not null, idempotency_key uuid unique not null);`;
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const keyed = (told: string, before = "") => {
  const api = `${before}POST /seats/{seat_id}/hold {user_id} -> 200 {seat_id} | 409\nPOST /seats/{seat_id}/confirm {user_id} -> 200 {booking_id} | 409\n`;
  const { operations, findings } = read(schema, api, drawn + told);
  const of = (name: string) => operations.find(({ capability }) => capability === name);
  const asked = findings.filter(({ rule }) => rule === "key-not-kept");
  return { hold: of("hold"), confirm: of("confirm"), asked };
};

test.each([
  "**Confirm** - needs header `Idempotency-Key`. We return the booking that has this key, if any.",
  "## Confirm\n\nThe Idempotency-Key header is kept with the booking.",
  "**Confirm.** Kopfzeile `Idempotency-Key`, eindeutig in booking.",
])("what a design tells of an endpoint alone says that it takes the header: %s", (told) => {
  const { hold, confirm, asked } = keyed(told);
  expect(confirm?.idempotency).toEqual({ header: "Idempotency-Key", column: "booking.idempotency_key" });
  expect(hold?.parameters.filter((one) => one.in === "header")).toEqual([]);
  expect(asked).toEqual([]);
});

test.each([
  "**Confirm.** There is no header Idempotency-Key.",
  "**Hold** - needs header `X-Trace`.",
  "**Confirm.** One transaction. If the seat has a booking already it is returned with 200.",
])("what is not told is asked for, where no row can be written without a key: %s", (told) => {
  const { confirm, asked } = keyed(told);
  expect(confirm?.idempotency).toBeUndefined();
  expect(asked).toMatchObject([
    { severity: "question", stopsRun: true, fixes: [{ label: "It takes Idempotency-Key" }] },
  ]);
});

test("a hold that takes a key as well writes no booking to keep it", () => {
  const { hold, confirm } = keyed("", "POSTs take an Idempotency-Key header.\n\n");
  expect(JSON.stringify(hold?.steps)).not.toContain("booking");
  expect(confirm?.idempotency).toMatchObject({ column: "booking.idempotency_key" });
});
