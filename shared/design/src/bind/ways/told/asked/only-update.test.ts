import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id bigserial primary key, label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_by bigint, hold_token uuid, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id bigint not null, idempotency_key uuid not null unique);`;
const api = `POST /seats/{seat_id}/hold {user_id: integer} -> 201 {hold_token, held_until} | 409
POST /bookings {hold_token: uuid, paid_at: datetime} (Idempotency-Key: uuid) -> 201 {id} | 410
`;
const hold =
  "`UPDATE seats SET status='held', held_by=$2, hold_token=gen_random_uuid(), held_until=now()+interval '2 min' WHERE id=$1 AND (status='free' OR (status='held' AND held_until < now()))`";
const sold = "`UPDATE seats SET status='sold' WHERE hold_token = $token AND held_until >= $paid_at RETURNING id`";

const asked = (design: string): unknown =>
  plainSteps(
    read(schema, api, design).operations.find(({ capability }) => capability === "confirm")?.steps ?? [],
  ).flatMap((step) => ("update" in step ? [step.where] : []));
const usual = [{ hold_token: "$body.hold_token", status: "held", held_until: { gte: "$now" } }];

test("a statement that nothing says whose it is, and that alone writes the state, is run as it is written", () => {
  expect(
    asked(`client -> api -> postgres\n\nHold: ${hold}.\n\nAfterwards, in one transaction:\n1. ${sold}\n2. the booking`),
  ).toEqual([{ hold_token: "$body.hold_token", status: "held", held_until: { gte: "$body.paid_at" } }]);
});

test("of two that write the state nobody knows which is meant", () => {
  const other = "`UPDATE seats SET status='sold' WHERE hold_token = $token AND held_until >= now()`";
  expect(asked(`client -> api -> postgres\n\nHold: ${hold}.\n\nAfterwards:\n1. ${sold}\n2. or ${other}`)).toEqual(
    usual,
  );
});
