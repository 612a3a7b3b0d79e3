import { expect, test } from "vitest";
import { tokenOf } from "./token.ts";

test("the fragment of a link is its token", () => {
  expect(tokenOf("#a-b_c")).toBe("a-b_c");
});

test("a link without a token, or with half an escape, leads nowhere", () => {
  expect([tokenOf(""), tokenOf("#"), tokenOf("#%zz"), tokenOf("#abc%")]).toEqual([null, null, null, null]);
});
