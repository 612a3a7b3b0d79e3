import { expect, test } from "vitest";
import type { Remark } from "../text/report.ts";
import { readOnce } from "./read-once.ts";

const remark: Remark = { severity: "warning", rule: "odd", message: "Odd.", from: 3 };

test("what a document says is read once, and what there was to tell of it is told each time", () => {
  const read: string[] = [];
  const lengthOf = readOnce((text, tell) => {
    read.push(text);
    tell(remark);
    return { length: text.length };
  });
  const told: Remark[] = [];
  const found = lengthOf("a schema", (one) => told.push(one));
  expect(found).toEqual({ length: 8 });
  expect(lengthOf("a schema", (one) => told.push(one))).toBe(found);
  expect(read).toEqual(["a schema"]);
  expect(told).toEqual([remark, remark]);
});

test("what cannot be read is tried again, and few texts are known at a time", () => {
  const read: string[] = [];
  const lengthOf = readOnce((text) => {
    read.push(text);
    if (text === "") throw new RangeError("nothing");
    return text.length;
  });
  expect(() => lengthOf("", () => {})).toThrow("nothing");
  expect(() => lengthOf("", () => {})).toThrow("nothing");
  for (const text of ["a", "b", "c", "d", "e", "a"]) lengthOf(text, () => {});
  expect(read).toEqual(["", "", "a", "b", "c", "d", "e", "a"]);
});
