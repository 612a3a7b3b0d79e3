import { expect, test } from "vitest";
import { partsOf } from "./long-reason.ts";

test("a short reason is said whole", () => {
  const reason = "A run needs a connection. You can go on writing.";
  expect(partsOf(reason)).toEqual({ first: reason, rest: "" });
});

test("a long reason is its first sentence, and the rest apart", () => {
  const rest = `Put the binary into ${"a/".repeat(60)}, then start again.`;
  expect(partsOf(`Runs are off. ${rest}`)).toEqual({ first: "Runs are off.", rest });
});
