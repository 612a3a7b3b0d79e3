import { expect, test } from "vitest";
import { fieldType } from "./field-type.ts";

test.each([
  ["string", { type: "string", isOptional: false, unless: null }],
  ["string?", { type: "string", isOptional: true, unless: null }],
  ["string unless seat", { type: "string", isOptional: false, unless: "seat" }],
])("%s says of a field its type and whether a design may do without it", (written, meant) => {
  expect(fieldType(written)).toEqual(meant);
});
