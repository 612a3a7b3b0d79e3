import { expect, test, beforeAll } from "vitest";
import { loadReader, readDesign } from "../read.ts";
import { completeApi } from "./complete-api.ts";

beforeAll(() => loadReader());

const schema = `create table events (id bigserial primary key, name text not null);
create table seats (id bigserial primary key, event_id bigint not null references events (id), label text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), hold_token uuid unique, visits int not null default 0);`;
const drawn = (queue: string) =>
  `\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n${queue}\n\`\`\`\n`;

function step(endpoint: string, word: string, { queue = "", tables = schema } = {}): string | undefined {
  const text = `${endpoint}\n  x-operation:\n    - `;
  const model = readDesign({ schema: tables, api: text, design: drawn(queue) }, {});
  const found = completeApi({ text, offset: text.length, model, capabilities: {} }).find(({ label }) => label === word);
  return found?.example ?? undefined;
}

test("a row is found by the column that its path names, of the table that has it", () => {
  expect(step("DELETE /holds/{hold_token} -> 204", "delete")).toBe(
    "delete: seats, where: {hold_token: $path.hold_token}",
  );
  expect(step("GET /holds/{holdToken} -> 200", "get")).toBe("get: seats, by: {hold_token: $path.holdToken}");
  expect(step("GET /seats/{id} -> 200", "get")).toBe("get: seats, by: {id: $path.id}");
});

test.each([
  ["DELETE /holds/{hold_token} -> 204", "set: {status: free}, where: {hold_token: $path.hold_token, status: held}"],
  ["POST /seats/{id}/release -> 204", "set: {status: free}, where: {id: $path.id, status: held}"],
  ["POST /seats/{id}/hold -> 200", "set: {status: held}, where: {id: $path.id, status: free}"],
  ["PATCH /seats/{id} {label} -> 200", "set: {label: $body.label}, where: {id: $path.id}"],
])("an update writes what is sent, and where nothing is, goes from state to state: %s", (endpoint, does) => {
  expect(step(endpoint, "update")).toBe(`update: seats, ${does}, else: 409`);
  expect(step(endpoint, "transaction")).toBe(`transaction: [{update: seats, ${does}}]`);
});

test("what is counted is a number that counts, and what is published goes to a queue that is drawn", () => {
  expect(step("GET /seats/{id} -> 200", "increment")).toBe("increment: seats.visits, where: {id: $path.id}");
  const without = { tables: schema.replace(", visits int not null default 0", "") };
  expect(step("GET /seats/{id} -> 200", "increment", without)).toBe("increment: seats.count, where: {id: $path.id}");
  const queue = { queue: " api -.-> mails[[Mail queue]] --> w[Worker]" };
  expect(step("POST /seats/{id}/hold -> 200", "publish", queue)).toBe("publish: mails, message: {id: $row.id}");
  expect(step("POST /seats/{id}/hold -> 200", "publish")).toBe("publish: queue, message: {id: $row.id}");
});
