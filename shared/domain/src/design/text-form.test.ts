import { expect, test } from "vitest";
import { digitsOf, textForm } from "./text-form.ts";

test.each([
  ["^[0-9A-Za-z]{8}$", 8, 8, "aZ9", "-_é"],
  ["^[a-z0-9_-]{4,12}$", 4, 12, "a9_-", "A"],
  ["^[23456789bcd]{8,}$", 8, Number.POSITIVE_INFINITY, "2b", "1ea"],
  ["^[\\da-f_\\-]{6}$", 6, 6, "9f_-", "gA"],
  ["^[0-9a-f]+$", 1, Number.POSITIVE_INFINITY, "0f", "g"],
])("%s is read", (pattern, least, most, inside, outside) => {
  const form = textForm(pattern);
  expect(form).toMatchObject({ least, most });
  expect(inside.split("").filter((one) => form?.holds(one) !== true)).toEqual([]);
  expect(outside.split("").filter((one) => form?.holds(one) === true)).toEqual([]);
});

test.each(["[a-z]{8}", "^[^a-z]{8}$", "^(a|b)$", "^\\w{8}$", ""])("what is not of that kind is none: %s", (pattern) => {
  expect(textForm(pattern)).toBeNull();
});

test.each([
  ["^[0-9a-hjkmnp-tv-z]{8}$", "0123456789abcdefghjkmnpqrstvwxyz"],
  ["^[\\w-]{7}$", undefined],
  ["^[_-]{7}$", undefined],
])("the digits that a text may be drawn of: %s", (pattern, digits) => {
  const form = textForm(pattern);
  expect(form && digitsOf(form)).toBe(digits);
});
