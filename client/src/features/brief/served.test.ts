import type { Finding } from "@proofroom/domain/design/finding";
import type { Operation } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { servedBy } from "./served.ts";

const operation = (capability: string, line: number): Operation => ({
  opId: `POST /${capability}`,
  method: "POST",
  path: `/${capability}`,
  line,
  capability,
  bodyRequired: false,
  parameters: [],
  responses: [],
  steps: [],
  stepLines: [],
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
});
const finding = (more: Partial<Finding>): Finding => ({
  document: "api",
  line: 2,
  column: 1,
  severity: "question",
  rule: "which-way",
  message: "How does it hold a seat?",
  ...more,
});

test("an endpoint whose question is open serves nothing before it is answered", () => {
  const operations = [operation("seats", 1), operation("hold", 2)];
  expect([...servedBy({ operations, findings: [finding({})] })]).toEqual(["seats"]);
  for (const other of [finding({ severity: "warning" }), finding({ document: "schema" })])
    expect([...servedBy({ operations, findings: [other] })]).toEqual(["seats", "hold"]);
});
