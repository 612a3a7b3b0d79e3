import { expect, test } from "vitest";
import { speakingOf } from "./speaking-of.ts";

test.each([
  ["It takes an Idempotency-Key.", true],
  ["POST /tickets {token} -> 201 {id, seat_no} | 409   # Idempotency-Key header", true],
  ["We have no Idempotency-Key.", false],
  ["ohne Idempotency-Key", false],
  ["Idempotency-Key comes later", false],
])("whether %j speaks of a header is told by whole words", (text, is) => {
  expect(speakingOf(text)("Idempotency-Key")).toBe(is);
});
