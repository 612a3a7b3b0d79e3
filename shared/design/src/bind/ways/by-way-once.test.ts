import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");

/** Whether a confirmation asks whose hold it is can be told only once it is known in which column the hold keeps that. */
const asked = (confirms: string): string | undefined => {
  const schema = `create table seats (id bigint primary key, state text not null default 'free' check (state in ('free', 'held', 'sold')),
    hold_id uuid, held_by text, held_until timestamptz);
create table bookings (id bigint generated always as identity primary key, seat_id bigint not null unique references seats (id));`;
  const api = `POST /seats/{seat_id}/hold header X-User-Id -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm ${confirms} -> 201 {booking_id} | 410
`;
  const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
  const { operations } = readDesign({ schema, api, design }, capabilities);
  return operations.find(({ capability }) => capability === "confirm")?.words.join(" ");
};

test("a confirmation asks for whoever holds the seat where the hold keeps who that is, and both are told so", () => {
  expect(asked("header X-User-Id")).toContain("held_by");
  expect(asked("")).not.toContain("held_by");
});
