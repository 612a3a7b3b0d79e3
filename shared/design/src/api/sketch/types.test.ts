import { expect, test } from "vitest";
import { typeOfExample } from "./types.ts";

test.each(["https://example.org/x", "http...", "https…", "https://..."])(
  "%s shows a URL, also where it leaves out the rest",
  (value) => {
    expect(typeOfExample(value)).toEqual({ type: "string", format: "uri" });
  },
);

test.each(["http", "...", "https and the rest..."])("%s shows none", (value) => {
  expect(typeOfExample(value)).not.toHaveProperty("format");
});
