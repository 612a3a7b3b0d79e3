import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alone, ivyAlone, screenshots } from "./alone.ts";
import { committed, paste, saved } from "./documents.ts";

let ivy: Alone;

/** As somebody writes it on a whiteboard: a hold is promised to be refused, and nothing says what refuses it. */
const schema = `create table seats (id bigserial primary key, event_id bigint not null, label text not null, unique (event_id, label));
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null references seats (id), user_id text not null, expires_at timestamptz not null);
create index on holds (seat_id);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats (id), user_id text not null, idempotency_key uuid unique, created_at timestamptz not null default now());
`;
const api = `GET /events/{eventId}/seats -> 200 [{id, label}]
POST /seats/{seatId}/hold {user_id: string} -> 201 {hold_id, expires_at} | 409
POST /holds/{holdId}/confirm [Idempotency-Key] -> 201 {booking_id} | 404 | 409
`;
const design = `# Tickets

Clients come through a gateway to two services, which keep everything in one Postgres.

\`\`\`mermaid
flowchart LR
  fans([Fans]) --> gw{{Gateway}} --> api[Booking API x2] --> db[(Postgres)]
\`\`\`
`;

beforeAll(async () => {
  ivy = await ivyAlone("Ticket booking");
});

afterAll(() => ivy?.[Symbol.asyncDispose]());

test("what refuses a second hold is asked where the schema does not say, and one click answers it in the document", async () => {
  const { page } = ivy;
  await paste(page, "Schema", schema);
  await paste(page, "Design", design);
  await paste(page, "API", api);
  await saved(page);
  await page.getByRole("tab", { name: /Bindings/ }).click();
  const question = page.getByRole("group", { name: "Open question" });
  await question.getByText("How does POST /seats/{seatId}/hold hold a seat?").waitFor();
  expect(await question.count()).toBe(1);
  await page.screenshot({ path: join(screenshots, "ways-asked.png") });
  await question.getByRole("button", { name: /^It locks the seat's row/ }).click();
  await question.waitFor({ state: "detached" });
  await saved(page);
  expect(await committed(page, "api")).toMatch(
    /\n {2}x-operation:\n {4}transaction:\n {6}- \{ get: seats, .*lock: true \}\n/,
  );
});

test("the same design then holds seats, lets go of them by its clock, and books each once", async () => {
  const { page } = ivy;
  const rows = page.getByRole("region", { name: "Binding table" }).getByRole("listitem");
  await rows.getByText("Why this").last().click();
  await page.getByText("It does so this way because there is holds").waitFor();
  await page.screenshot({ path: join(screenshots, "ways-why.png") });
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await page.getByText("Run #1: passed").first().waitFor({ timeout: 180_000 });
  await page.screenshot({ path: join(screenshots, "ways-passed.png") });
});
