import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import type { Step } from "@proofroom/domain/design/step";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const schema = `create table seats (id bigint primary key, label text not null);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats (id), user_id bigint not null, hold_id uuid not null unique);`;
const design = `Hold: \`SET hold:{seat_id} {hold_id} NX EX 120\`, else 409.

Confirm: \`GET hold:{seat_id}\`, not this hold_id: 410. Then the booking is inserted.

\`\`\`mermaid
flowchart LR
 c[Client] --> api[API] --> db[(Postgres)]
 api --> r[(Redis)]
\`\`\`
`;
const stepsOf = (endpoint: string): Step[] => {
  const api = `POST /seats/{seat_id}/hold {user_id} -> 201 {hold_id} | 409
POST /seats/{seat_id}/confirm {user_id, hold_id} -> 201 {booking_id} | 410
${endpoint}
`;
  const { operations } = readDesign({ schema, api, design }, capabilities);
  return operations.find(({ capability }) => capability === undefined)?.steps ?? [];
};

test("a hold in the cache is let go where it is named whole, and only while the key holds it", () => {
  for (const [endpoint, at] of [
    ["DELETE /seats/{seat_id}/hold/{hold_id} -> 204", "path"],
    ["DELETE /seats/{seat_id}/hold?hold_id -> 204", "query"],
    ["POST /seats/{seat_id}/release {hold_id} -> 204", "body"],
  ] as const) {
    expect(stepsOf(endpoint), endpoint).toEqual([
      { "cache.delete": "hold:{path.seat_id}", is: { json: { hold: `$${at}.hold_id` } }, in: "r" },
      { return: { status: 204 } },
    ]);
  }
});

test.each([
  "DELETE /seats/{seat_id} -> 204",
  "DELETE /holds/{hold_id} -> 204",
  "DELETE /bookings/{booking_id} -> 204",
  "POST /seats/{seat_id}/remind {hold_id} -> 204",
])("what does not name the hold and its seat, or takes nothing back, lets no key go: %s", (endpoint) => {
  expect(JSON.stringify(stepsOf(endpoint))).not.toContain("cache.delete");
});
