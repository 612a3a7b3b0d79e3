import { expect, test } from "vitest";
import { epochUnit, isMoment, sinceEpoch } from "./moment.ts";

const column = (name: string, type: string, more: { default?: string; comment?: string } = {}) => ({
  name,
  type,
  nullable: true,
  generated: false,
  line: 1,
  ...more,
});

test.each([
  ["expires_at", "bigint", undefined, "millis"],
  ["expires_at", "integer", undefined, "seconds"],
  ["held_until_ms", "bigint", undefined, "millis"],
  ["heldUntilSec", "bigint", undefined, "seconds"],
  ["created_ms", "bigint", undefined, "millis"],
  ["hold_expiry", "bigint", "unix seconds", "seconds"],
  ["ends", "bigint", "epoch ms", "millis"],
  ["locked_until_epoch", "bigint", undefined, "millis"],
])("%s of type %s is a moment that is counted as it says (%s)", (name, type, comment, counted) => {
  const one = column(name, type, comment === undefined ? {} : { comment });
  expect(isMoment(one)).toBe(true);
  expect(epochUnit(one)).toBe(counted);
});

test("a default says in what a moment is counted", () => {
  expect(epochUnit(column("made_at", "bigint", { default: "(extract(epoch from now()) * 1000)::bigint" }))).toBe(
    "millis",
  );
  expect(epochUnit(column("made_at", "bigint", { default: "extract(epoch from now())::bigint" }))).toBe("seconds");
});

test.each(["ttl_ms", "hold_duration_seconds", "expires_in", "seats", "event_id", "format", "price"])(
  "%s is a number and no moment",
  (name) => {
    expect(isMoment(column(name, "bigint"))).toBe(false);
  },
);

test("a time of the database's own is a moment that counts nothing", () => {
  expect(isMoment(column("when", "timestamptz"))).toBe(true);
  expect(epochUnit(column("when", "timestamptz"))).toBeUndefined();
  expect(sinceEpoch(new Date(1_500), "seconds")).toBe(1);
  expect(sinceEpoch(new Date(1_500), "millis")).toBe(1_500);
});
