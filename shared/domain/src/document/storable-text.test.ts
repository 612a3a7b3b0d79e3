import { expect, test } from "vitest";
import { storableText } from "./storable-text.ts";

test("what Postgres cannot keep is marked where it stood, and all else is as it was", () => {
  expect(storableText("a\0b\uD800c \u{1F600}\n")).toBe("a\uFFFDb\uFFFDc \u{1F600}\n");
});
