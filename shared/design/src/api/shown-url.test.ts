import { expect, test } from "vitest";
import { withShownUrls } from "./shown-url.ts";

const answers = (...statuses: number[]) => statuses.map((status) => ({ status, headers: [] }));
const body = {
  type: "object",
  properties: {
    target: { type: "string", examples: ["https://go.dev"] },
    note: { type: "string" },
    at: { type: "string", format: "date-time", examples: ["https://go.dev"] },
  },
};

test("a text that is shown by a URL is one where malformed requests are refused, and only there", () => {
  const { target, note, at } = body.properties;
  expect(withShownUrls(body, answers(201, 400))).toEqual({
    ...body,
    properties: { target: { ...target, format: "uri" }, note, at },
  });
  expect(withShownUrls(body, answers(201))).toBe(body);
});

test.each([
  ["Absolute http or https URL with a host", { maxLength: 8000 }, true],
  ["A valid URI.", {}, true],
  ["Where the link leads.", {}, false],
  ["An absolute URL", { pattern: "^h" }, false],
])("a text that is described as a URL is one where nothing else says its form: %s", (description, more, isUrl) => {
  const told = { type: "object", properties: { target: { type: "string", description, ...more } } };
  const shown = withShownUrls(told, answers(201, 422));
  expect(shown["properties"]).toEqual({
    target: { type: "string", description, ...more, ...(isUrl ? { format: "uri" } : {}) },
  });
});
