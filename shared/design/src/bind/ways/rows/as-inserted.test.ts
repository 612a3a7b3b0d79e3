import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import type { Stage } from "../stage.ts";
import { asInserted } from "./as-inserted.ts";

const { confirm } = loadPublicProblem(problemsDir, "ticket-booking").capabilities;
const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  type: "text",
  nullable: false,
  generated: false,
  line: 1,
  ...more,
});
const table = (...columns: Column[]): Table => ({
  name: "bookings",
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
});
const endpoint: Endpoint = {
  opId: "POST /holds/{holdId}/confirm",
  method: "POST",
  path: "/holds/{holdId}/confirm",
  line: 1,
  body: { type: "object", properties: { paymentToken: { type: "string" } } },
  bodyRequired: true,
  parameters: [{ name: "holdId", in: "path", required: true, schema: { type: "string" } }],
  responses: [],
};

function filled(own: Column, said: string) {
  if (confirm === undefined) throw new Error("the problem has no such capability");
  const nothing = () => undefined;
  const stage: Stage = {
    endpoint,
    capability: confirm,
    cast: new Map(),
    tables: [],
    inputs: {},
    senses: [],
    keepsWho: nothing,
    endlessIn: nothing,
    keyMade: nothing,
    lasts: null,
  };
  return asInserted(new Map([[own.name, said]]), table(own), stage)[own.name];
}

test("a state is written as its statement spells it, where the column has such a value", () => {
  const state = column("status", { values: ["paid", "open"] });
  expect(filled(state, "'paid'")).toBe("paid");
  expect(filled(state, "'gone'")).toBeUndefined();
  expect(filled({ ...state, nullable: true }, "'paid'")).toBeUndefined();
});

test.each(["'<holdId>:<paymentToken>'", "`${holdId}:${paymentToken}`", ":holdId || ':' || :paymentToken"])(
  "a key that is put together of what is sent is one of all that: %s",
  (said) => {
    expect(filled(column("idempotency_key"), said)).toEqual({ hash: { json: ["$path.holdId", "$body.paymentToken"] } });
  },
);

test("a key is told by the comment of its column, or is what is sent alone", () => {
  expect(filled(column("idempotency_key", { comment: "holdId:paymentToken" }), "$1")).toEqual({
    hash: { json: ["$path.holdId", "$body.paymentToken"] },
  });
  expect(filled(column("idempotency_key"), "'<holdId>'")).toBe("$path.holdId");
});

test("what is not sent, or no key, is left to others", () => {
  expect(filled(column("idempotency_key"), "'<holdId>:<cartId>'")).toBeUndefined();
  expect(filled(column("note"), "'<holdId>:<paymentToken>'")).toBeUndefined();
  expect(filled(column("idempotency_key", { generated: true }), "'<holdId>'")).toBeUndefined();
});
