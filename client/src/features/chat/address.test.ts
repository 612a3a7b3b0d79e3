import { expect, test } from "vitest";
import { address, isAddressing } from "./address.ts";

test("the interviewer's name is offered while it is being written at the end", () => {
  expect(["@", "@int", "so, @Interv"].map(isAddressing)).toEqual([true, true, true]);
  expect(["@interviewer", "a@b", "@ines", "@int x", ""].map(isAddressing)).toEqual([false, false, false, false, false]);
});

test("a begun name is completed in its place, else the name is put first, once", () => {
  expect(address("so, @int")).toBe("so, @interviewer ");
  expect(address("do links expire?")).toBe("@interviewer do links expire?");
  expect(address("@interviewer do links expire?")).toBe("@interviewer do links expire?");
});
