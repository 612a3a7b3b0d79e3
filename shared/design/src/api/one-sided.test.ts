import { expect, test } from "vitest";
import { oneSided } from "./one-sided.ts";

const text = { type: "string" };
const schema = {
  allOf: [
    { properties: { code: { ...text, readOnly: true }, url: text, secret: { ...text, writeOnly: true } } },
    { required: ["code", "url", "secret"] },
  ],
  properties: { made: { properties: { at: { ...text, readOnly: true } }, required: ["at"] } },
};

test("what only the answer carries is neither sent nor required, wherever it is required", () => {
  expect(oneSided(schema, "readOnly")).toEqual({
    allOf: [{ properties: { url: text, secret: text } }, { required: ["url", "secret"] }],
    properties: { made: { properties: {} } },
  });
});

test("what only the request carries is not answered", () => {
  expect(oneSided(schema, "writeOnly")).toEqual({
    allOf: [{ properties: { code: text, url: text } }, { required: ["code", "url"] }],
    properties: { made: { properties: { at: text }, required: ["at"] } },
  });
});
