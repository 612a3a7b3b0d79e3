import { expect, test } from "vitest";
import { withMadeUp } from "./made-up.ts";

const sent = (schema: unknown, madeUp = ["code"]) =>
  withMadeUp({ code: "zzzzzzz" }, madeUp, {
    parameters: [{ name: "id", in: "path", required: true, schema }],
    inputs: { code: { in: "path", name: "id" } },
  })["code"];

test("what is made up is as long as its place declares, and of its pattern", () => {
  expect(sent({ type: "string" })).toBe("zzzzzzz");
  expect(sent({ type: "string", minLength: 8, maxLength: 8 })).toBe("zzzzzzzz");
  expect(sent({ type: "string", maxLength: 6 })).toBe("zzzzzz");
  expect(sent({ type: "string", pattern: "^[0-9a-f]{8}$" })).toBe("aaaaaaaa");
  expect(sent({ type: "string", pattern: "^[0-9]+$" })).toBe("7");
});

test("what the problem means by a value is sent as it is, and so is what no place would take", () => {
  expect(sent({ type: "string", minLength: 8 }, [])).toBe("zzzzzzz");
  expect(sent({ type: "string", pattern: "^[!]{3}$" })).toBe("zzzzzzz");
  expect(sent({ type: "string", pattern: "^[z-a]{3}$" })).toBe("zzzzzzz");
  expect(sent({ type: "string", pattern: "^(a+)+b$" })).toBe("zzzzzzz");
});
