import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { rowsEach } from "./rows-each.ts";

const adding = (kind: string, table = "log"): Step => ({ insert: table, values: { kind, seat_id: "$path.seat" } });
const ended: Step = { return: { status: 409 } };

test("of a log one request leaves a row for each thing that happens", () => {
  expect(rowsEach([{ transaction: [adding("payment"), adding("sale")] }], "log")).toBe(2);
  expect(rowsEach([adding("payment"), adding("sale", "bookings")], "log")).toBe(1);
});

test("two rows that say the same are one too many, and so are those of another way through the steps", () => {
  expect(rowsEach([adding("sale"), adding("sale")], "log")).toBe(1);
  const either = (then: Step[], otherwise?: Step[]): Step => ({
    if: { found: true },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    then,
    ...(otherwise === undefined ? {} : { else: otherwise }),
  });
  expect(rowsEach([either([adding("payment")], [adding("sale")])], "log")).toBe(1);
  expect(rowsEach([either([adding("refusal"), ended]), adding("sale")], "log")).toBe(1);
  expect(rowsEach([either([adding("payment")]), adding("sale")], "log")).toBe(2);
});

test("a request that adds nothing leaves at most the row that is asked for", () => {
  expect(rowsEach([], "log")).toBe(1);
});
