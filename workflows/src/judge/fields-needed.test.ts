import type { Operation, Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { isKeyNeeded } from "./key-needed.ts";
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

test("what a check wants of a row that is filled is sent, in the body as in a header", () => {
  const isNull = (name: string) => ({ column: name, is: "null" as const });
  const names = ["url", "ref", "owner", "note"];
  const needed = ["url", "ref", "owner"];
  const links: Table = {
    ...bookings,
    name: "links",
    columns: names.map((name) => column(name, { nullable: true })),
    checks: [{ any: [{ all: needed.map(isNull) }, { all: needed.map((name) => ({ not: isNull(name) })) }] }],
  };
  const body = { type: "object", properties: { url: text, ref: text, note: text }, required: [] };
  const parameters = ["X-Owner", "X-Trace"].map((name) => ({
    in: "header" as const,
    name,
    required: false,
    schema: {},
  }));
  const set = { url: "$body.url", ref: "$body.ref", note: "$body.note", owner: "$header.x-owner" };
  const steps = [{ take: "links", where: { url: null }, set }];
  const found = withFieldsNeeded({ ...operation(body), parameters, steps }, [links]);
  expect(found.body).toEqual({ ...body, required: ["url", "ref"] });
  expect(found.parameters.map(({ required }) => required)).toEqual([true, false]);
  const key = { header: "X-Ref", column: "links.ref" };
  expect(isKeyNeeded({ ...operation(body), steps, idempotency: key }, [links])).toBe(true);
  expect(isKeyNeeded({ ...operation(body), steps, idempotency: { ...key, column: "links.note" } }, [links])).toBe(
    false,
  );
});

test("a field that the body does not have is not made up for it", () => {
  const body = { type: "object", properties: { seat: text }, required: [] };
  expect(withFieldsNeeded(operation(body), [bookings]).body).toEqual({ ...body, required: ["seat"] });
});
