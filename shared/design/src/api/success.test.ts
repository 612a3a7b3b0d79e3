import { expect, test } from "vitest";
import { successIn } from "./success.ts";

const answer = (status: number, schema?: object) => ({
  status,
  headers: [],
  ...(schema === undefined ? {} : { schema }),
});

test("of a 201 that shows what was made and a 200 for the same request again the first is the answer of success", () => {
  const made = answer(201, { type: "object" });
  expect(successIn([answer(200), made, answer(409)])).toBe(made);
  expect(successIn([answer(200, { type: "object" }), made])).toBe(made);
});

test("a 201 that shows nothing gives way to the lowest, and a redirect is no success", () => {
  const shown = answer(200, { type: "object" });
  expect(successIn([shown, answer(201)])).toBe(shown);
  expect(successIn([answer(302), answer(404)])).toBeUndefined();
});
