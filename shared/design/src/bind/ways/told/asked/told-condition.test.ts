import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id uuid primary key, label text not null,
  status text not null default 'FREE' check (status in ('FREE', 'HELD', 'SOLD')), held_by text, hold_token uuid unique, held_until timestamptz);
create table bookings (id uuid primary key, seat_id uuid not null unique references seats, user_id text not null, idempotency_key uuid unique);`;
const api = `POST /seats/{seatId}/hold {userId} -> 201 {holdToken, heldUntil} | 409
POST /holds/{holdToken}/confirm {userId} [Idempotency-Key] -> 201 {bookingId} | 409 | 410
`;
const confirm = "## Confirm\n\nThe seat with this hold_token becomes SOLD while held_until is ahead, else 410.\n";

/** What is offered first for a hold of which this is said; undefined where nothing is asked. */
const firstWhere = (said: string, more = ""): string | undefined =>
  way(schema, api, "hold", `# Tickets\n\n## Hold\n\n${said}\n\n${confirm}${more}`).questions.find(({ message }) =>
    message.includes("hold a seat"),
  )?.fixes?.[0]?.edits[0]?.insert;

test.each([
  "One update to HELD with a held_until two minutes ahead, only if the seat is FREE. No row: 409.",
  "One update to HELD for two minutes, unless the seat is HELD or SOLD already. No row: 409.",
  "It goes from FREE to HELD for two minutes. If the seat is not FREE we answer 409.",
  "In one statement it becomes HELD when its status is FREE; in every other case the answer is 409.",
  "The update sets HELD for two minutes. Only FREE seats can be held, anything else is a 409.",
  "A seat can only be held while it is FREE. One update does it, else 409.",
  "Ein Update setzt HELD für zwei Minuten. Nur Plätze mit FREE können gehalten werden, alles andere ist 409.",
  "Ein Update setzt den Platz auf HELD, nur wenn er FREE ist. Sonst 409.",
  "Un solo update pone el asiento en HELD, solo si está FREE. Si no, 409.",
  "Un seul update passe la place à HELD, seulement si elle est FREE. Sinon 409.",
  "用一条 UPDATE 把座位改成 HELD,只有座位空闲时才更新。否则返回 409。",
  "1つの UPDATE で座席を HELD にする。空席の場合のみ。更新行が 0 なら 409。",
])("a hold that is told to take a free seat alone may not see that a hold has ended, so it is asked: %s", (said) => {
  const first = firstWhere(said) ?? "";
  expect(first).toContain("status: FREE");
  expect(first).not.toContain("lt: $now");
});

test.each([
  "One update to HELD for two minutes, unless the seat is SOLD. No row: 409.",
  "Ein Update setzt den Platz auf HELD, außer er ist SOLD. Sonst 409.",
  "Un solo update pone el asiento en HELD, a menos que esté SOLD. Si no, 409.",
  "Un seul update passe la place à HELD, sauf si elle est SOLD. Sinon 409.",
])("a hold that is told to take whatever is not sold may take what is held, so it is asked: %s", (said) => {
  expect(firstWhere(said)).toMatch(/status:\s*\{?\s*in:/);
});

test.each([
  "One update to HELD for two minutes, only if held_until is empty or in the past. No row: 409.",
  "One update: the seat becomes HELD for two minutes where held_until is null or before now(). No row: 409.",
])("a hold that is told to look at the time alone may take what is sold, so it is asked: %s", (said) => {
  const first = firstWhere(said) ?? "";
  expect(first).toContain("held_until: null");
  expect(first).not.toContain("FREE");
});

test.each([
  "One update to HELD for two minutes, only if the seat is FREE or its held_until has passed. No row: 409.",
  "One update to HELD for two minutes, only if the seat is FREE, or HELD and expired. No row: 409.",
  "One update to HELD, unless it is SOLD or HELD by somebody whose time is not over. No row: 409.",
  "Ein Update setzt den Platz auf HELD, nur wenn er FREE ist oder held_until vorbei ist. Sonst 409.",
  "用一条 UPDATE 把座位改成 HELD,只有座位为 FREE 或者 held_until 已过期时才更新。否则返回 409。",
  "1つの UPDATE で座席を HELD にする。FREE か、held_until が過ぎている場合のみ。なければ 409。",
  "It goes from FREE to HELD. If the seat is not FREE we answer 409. A hold past its held_until counts as FREE.",
  "One update to HELD, only if the seat is FREE (or HELD and its time is over). No row: 409.",
  "One update to HELD, only if the seat is FREE. HELD seats whose time is up are as good as FREE.",
  "One update to HELD, only if the seat is FREE. A job puts seats back to FREE every ten seconds.",
  "One update to HELD, only if nobody holds it.",
  "The update sets HELD. Only FREE seats can be held, and HELD ones that have expired; anything else is a 409.",
  "One update to HELD, only if the sale is open.",
  "One update to HELD, unless the seat is taken. Else 409.",
])("a hold whose condition looks at both is asked nothing: %s", (said) => {
  expect(firstWhere(said)).toBeUndefined();
});

test("what is told elsewhere of a hold that is over is told of the condition, too", () => {
  const said = "One update to HELD for two minutes, only if the seat is FREE. No row: 409.";
  expect(firstWhere(said, "\n## Expiry\n\nAn expired hold is as good as none.\n")).toBeUndefined();
});
