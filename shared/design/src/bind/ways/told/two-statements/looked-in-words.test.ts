import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null,
  status text not null default 'FREE' check (status in ('FREE', 'HELD', 'SOLD')), held_by text, hold_id uuid, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null, idempotency_key text unique);`;
const api = `POST /seats/{id}/hold {userId} -> 201 {holdId, expiresAt} | 409
POST /holds/{holdId}/confirm [Idempotency-Key] {userId} -> 201 {bookingId} | 409 | 410
`;
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const confirm =
  "## Confirm\nThe seat's row is locked, its hold must not be over (410), the booking is inserted and the seat becomes SOLD.\n";

/** What is asked of the hold where this is said of it. */
function askedWhere(said: string) {
  const design = `## Hold\nA hold lasts two minutes. ${said}\n\n${confirm}\n${drawing}`;
  return way(schema, api, "hold", design).questions.filter(({ message }) => message.includes("hold a seat"));
}

test.each([
  "The service reads the seat. If it is free or its hold is over, it sets it to HELD with a new hold id. Otherwise 409.",
  "In one transaction we check that the seat is FREE (or its hold has run out), then mark it HELD and answer its hold id, else 409.",
  "Lädt den Sitz; wenn er FREE ist oder der Hold abgelaufen, wird er auf HELD gesetzt, sonst 409.",
  "We look whether the seat is FREE or its hold is over, then update it to HELD. Otherwise 409.",
  "Wir schauen nach, ob der Sitz FREE oder der Hold abgelaufen ist, und setzen ihn dann auf HELD, sonst 409.",
  "先查询座位是否为 FREE 或已过期,然后更新为 HELD,否则返回 409。",
  "座席を読み、FREE か期限切れなら HELD に更新する。そうでなければ 409。",
  "Se consulta el asiento y, si está FREE o el hold venció, se marca como HELD; si no, 409.",
])("a look and a write told one after the other may be one statement or two, so it is asked: %s", (said) => {
  const questions = askedWhere(said);
  expect(questions.map(({ rule }) => rule)).toEqual(["which-way"]);
  expect(questions[0]?.message).toContain("in one statement");
  expect(questions[0]?.fixes?.slice(0, 2).map(({ label }) => label)).toEqual([
    "It reads first, and writes what it has read by a statement of its own, whoever else has read it",
    "It takes the seat's row only while it is free, or its hold has ended",
  ]);
  expect(questions[0]?.fixes?.[0]?.edits[0]?.insert).toMatch(/get: seats[\s\S]+if:/);
});

test.each([
  "It reads the seat and, if it is free or its hold is over, sets it to HELD in a single conditional update.",
  "It reads the seat with FOR UPDATE; if it is free or its hold is over, it sets it to HELD.",
  "We check that the seat is free and set it to HELD atomically, so of two people one gets 409.",
  "Sets the seat to HELD if it is FREE or its hold has run out, else 409.",
])("what says which of the two is meant is not asked: %s", (said) => {
  expect(askedWhere(said)).toEqual([]);
});

test("a hold that is called a lock keeps nobody apart", () => {
  const locks = (text: string): string => text.replaceAll("HELD", "LOCKED").replaceAll("held_until", "lock_expires_at");
  const look = "We look whether the seat is FREE or its time is over, then update it to LOCKED. Otherwise 409.";
  const path = api.replace("/seats/{id}/hold", "/seats/{id}/lock");
  const { questions } = way(locks(schema), path, "hold", `## POST /seats/{id}/lock\n${look}\n\n${confirm}\n${drawing}`);
  expect(questions.map(({ message }) => message).join()).toContain("in one statement");
});
