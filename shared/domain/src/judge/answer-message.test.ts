import { expect, test } from "vitest";
import { messageIn } from "./answer-message.ts";

test.each([
  ['{"error":"invalid","message":"value too long"}', "value too long"],
  [String.raw`{"message":"column \"owner\"\nis ü","code":1}`, 'column "owner"\nis ü'],
  ['{"message":"value too long","detail":"Failing row contains (aaaaaa', "value too long"],
  ['{"message":"value too lo', null],
  [String.raw`{"message":"a \q","detail":"cut`, null],
  ['{"message":7}', null],
  ['{"detail":{"message":"inner"}}', null],
  ["null", null],
  ['upstream said "message": "no"', null],
  ["", null],
])("of %j the message is %j", (body, message) => {
  expect(messageIn(body)).toBe(message);
});
