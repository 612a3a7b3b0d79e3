import { expect, test } from "vitest";
import { sequencesTold } from "./sequence-told.ts";
import { titledEndpoint } from "./titled-endpoint.ts";

const endpoints = [
  { method: "POST", path: "/seats/{id}/hold", capability: "hold" },
  { method: "POST", path: "/sales", capability: "confirm" },
];
const told = (diagram: string) =>
  sequencesTold(`# Seats\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`, (title) => titledEndpoint(title, endpoints));

const drawn = `sequenceDiagram
  participant C as Client
  C->>A: POST /seats/7/hold
  A->>D: SELECT 1 FROM sales WHERE seat_id = 7
  alt sold
    A-->>C: 409
  end
  Note over A,D: one transaction
  C->>A: POST /sales token
  A->>D: INSERT INTO sales (seat_id) VALUES (7)`;

test("from a request on, the arrows of a sequence diagram are about its endpoint", () => {
  expect(told(drawn)("hold").split("\n")).toEqual([
    "POST /seats/7/hold",
    "SELECT 1 FROM sales WHERE seat_id = $1",
    "sold:",
    "409",
    "one transaction",
  ]);
  expect(told(drawn)("confirm")).toContain("INSERT INTO sales");
  expect(told(drawn)("confirm")).not.toContain("SELECT 1");
});

test("a flowchart, and a request that no endpoint answers, tell nothing", () => {
  expect(told("flowchart LR\n  c -- POST /seats/7/hold --> a")("hold")).toBe("");
  expect(told("sequenceDiagram\n  C->>A: POST /people/7\n  A->>D: one")("hold")).toBe("");
});
