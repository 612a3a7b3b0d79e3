import { expect, test } from "vitest";
import { nextNumberIn } from "./next-number.ts";

test.each([
  ["nextval('order_no_seq')", "order_no_seq"],
  ["NEXTVAL( 'shop.order_no_seq'::regclass )", "shop.order_no_seq"],
  [`nextval('"OrderNo"')::int`, '"OrderNo"'],
  ["next value for order_no_seq", "order_no_seq"],
  ["order_no_seq.NEXTVAL", "order_no_seq"],
])("the next number of a sequence is read as every database has it: %s", (written, nextval) => {
  expect(nextNumberIn(written)).toEqual({ nextval });
});

test.each([
  "currval('order_no_seq')",
  "'R-' || nextval('order_no_seq')",
  "nextval('order_no_seq') + 1",
  "nextval($1)",
  "order_no_seq",
  "order_no + 1",
  "next value",
])("what is not that number alone is none: %s", (written) => {
  expect(nextNumberIn(written)).toBeUndefined();
});
