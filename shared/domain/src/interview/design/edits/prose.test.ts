import { expect, test } from "vitest";
import { testReading } from "../../director/test-pack.ts";
import { viewOf } from "../design-view.ts";
import { proseAsks } from "./prose.ts";

const kindsOf = (design: string): string[] =>
  proseAsks(viewOf(testReading(design)), () => true).map(({ id }) => id.split(":")[1] ?? "");
const firstOf = (design: string): string => proseAsks(viewOf(testReading(design)), () => true)[0]?.wordings[0] ?? "";

test.each([
  ["A cron job frees expired seats every minute.", "ends", "what is over is asked who notices, not what grows by it"],
  ["Idempotency keys are remembered forever.", "lives", "what stays is asked what grows by it"],
  ["The update takes the seat only while it is free.", "plain", "a free seat is none that ends"],
  ["The payment is taken before the booking is confirmed.", "plain", "a payment that is taken collides with nothing"],
  ["A code that is taken is drawn again.", "taken", "a code that is taken does"],
  ["Read replicas may lag by a second.", "read-copies", "copies to read from take no writes"],
  ["A standby takes over in ten seconds.", "copies", "a standby may"],
  ["clients -> api x2 -> postgres", "way", "arrows in a line of text are a drawing"],
])("%s", (text, kind) => {
  expect(kindsOf(text)).toContain(kind);
  expect(
    kindsOf(text).filter((one) => ["ends", "lives", "taken", "copies", "read-copies", "way"].includes(one)),
  ).toEqual(kind === "plain" ? [] : [kind]);
});

test("only a rate is asked whether it is of the worst minute", () => {
  expect(firstOf("We expect 400 holds a second.")).toContain("the worst minute");
  expect(firstOf("A seat takes 100 bytes.")).toContain("where does that figure come from");
});
