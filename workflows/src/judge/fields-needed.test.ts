import type { Operation, Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { withFieldsNeeded } from "./fields-needed.ts";

const column = (name: string, more = {}) => ({
  name,
  type: "text",
  nullable: false,
  generated: false,
  line: 1,
  ...more,
});
const bookings: Table = {
  name: "bookings",
  line: 1,
  columns: [column("seat"), column("payment"), column("note", { nullable: true }), column("kind", { default: "'x'" })],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  indexes: [],
};
const text = { type: "string" };
const operation = (body: unknown): Operation => ({
  opId: "POST /bookings",
  method: "POST",
  path: "/bookings",
  line: 1,
  body,
  bodyRequired: true,
  parameters: [],
  responses: [],
  steps: [
    {
      insert: "bookings",
      values: { seat: "$body.seat", payment: "$body.payment", note: "$body.note", kind: "$body.kind" },
    },
  ],
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
});

test("a field that fills what no row can be without is sent, whether the design requires it or shows it in an example", () => {
  const body = {
    type: "object",
    properties: { seat: text, payment: text, note: text, kind: text },
    required: ["seat"],
  };
  expect(withFieldsNeeded(operation(body), [bookings]).body).toEqual({ ...body, required: ["seat", "payment"] });
});

test("a field that the body does not have is not made up for it", () => {
  const body = { type: "object", properties: { seat: text }, required: [] };
  expect(withFieldsNeeded(operation(body), [bookings]).body).toEqual({ ...body, required: ["seat"] });
});
