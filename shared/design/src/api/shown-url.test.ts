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
