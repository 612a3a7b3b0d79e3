import { expect, test } from "vitest";
import { MessageText } from "../room/channel.ts";
import { isTooLong } from "./length.ts";
import { moderate } from "./moderation.ts";

test.each([
  ["letters", "x"],
  ["emoji of two code units", "😀"],
  ["Hebrew", "ש"],
  ["han beyond the basic plane", "𠀀"],
])("4,000 %s are one message, one more is refused in one sentence, by schema and by rules alike", (_, one) => {
  const most = one.repeat(4_000);
  expect([MessageText.safeParse(most).success, moderate(most).outcome, isTooLong(most)]).toEqual([
    true,
    "allow",
    false,
  ]);
  const refused = MessageText.safeParse(most + one).error?.issues[0]?.message;
  expect(refused).toBe(
    "This message has 4,001 characters and at most 4,000 fit: take out 1, or send the rest as a second message.",
  );
  expect(moderate(most + one)).toEqual({ outcome: "block", reason: "too-long", message: refused });
});
