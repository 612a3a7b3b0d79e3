import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const schemaWith = (key: string): string => `create table events (id bigserial primary key);
create table seats (id bigserial primary key, event_id bigint not null references events (id), status text not null default 'available'
  check (status in ('available', 'held', 'booked')), hold_token uuid unique, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null references seats (id), ${key});`;
const api = `POST /seats/{seat_id}/hold {user_id: integer} -> 201 {hold_token, held_until} | 409
POST /bookings {hold_token: uuid} (Idempotency-Key) -> 201 {id} | 410
`;
const confirmed = (key: string) => {
  const { operations, findings } = readDesign({ schema: schemaWith(key), api, design: "" }, capabilities);
  const confirm = operations.find(({ capability }) => capability === "confirm");
  const insert = plainSteps(confirm?.steps ?? []).find((step) => "insert" in step && step.insert === "bookings");
  return { insert, idempotency: confirm?.idempotency, rules: findings.map(({ rule }) => rule) };
};

test.each(["idempotency_key uuid not null", "request_id text not null", "client_token varchar(64) not null"])(
  "a key that has to be filled and is not unique is written, and answers nothing again: %s",
  (key) => {
    const { insert, idempotency, rules } = confirmed(key);
    expect(insert).toMatchObject({ values: { [key.split(" ")[0] ?? ""]: "$header.idempotency-key" } });
    expect(idempotency).toBeUndefined();
    expect(rules).not.toContain("empty-column");
  },
);

test("a key that is unique is kept as one", () => {
  expect(confirmed("idempotency_key uuid not null unique").idempotency).toMatchObject({
    column: "bookings.idempotency_key",
  });
});
