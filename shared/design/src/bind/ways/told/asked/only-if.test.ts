import { expect, test } from "vitest";
import { spokenConditions } from "./only-if.ts";

const told = (text: string) =>
  spokenConditions(text).map(({ asks, isUnless }) => `${isUnless ? "unless" : "if"} ${asks.trim()}`);

test.each([
  ["The seat is taken only if it is free, otherwise 409.", "if it is free"],
  ["The seat is taken, unless it is sold.", "unless it is sold"],
  ["Only if it is neither held nor sold.", "unless it is neither held nor sold"],
  ["If it is not free: 409.", "if it is not free"],
  ["409 if it is not free", "if it is not free"],
  ["If it is free, it becomes held. Otherwise 409.", "if it is free"],
  ["Nur wenn er frei ist, oder sein Halt vorbei.", "if er frei ist, oder sein Halt vorbei"],
  ["只有座位为 FREE 时才更新", "if 座位为 FREE"],
  ["除非已售,否则锁定。", "unless 已售"],
  ["行を書く、FREE の場合のみ", "if FREE"],
  ["SOLD でない限り更新する", "unless SOLD"],
])("the condition of a sentence is read: %s", (text, asks) => expect(told(text)).toEqual([asks]));

test.each([
  "If it is free, it becomes held.",
  "It is held for whoever comes first.",
  "If it is not there, it is made.",
])("without a refusal it is no condition: %s", (text) => expect(told(text)).toEqual([]));
