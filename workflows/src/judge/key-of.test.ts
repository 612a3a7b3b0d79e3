import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { isKeyNeeded } from "./key-needed.ts";
import { keyOf } from "./key-of.ts";

const inputs = { url: { in: "body" as const, name: "url" } };
const writingOver = (column: string, value: string): Step[] => [
  {
    insert: "links",
    values: { code: { base62: 8 }, url: "$body.url", [column]: value },
    onConflict: { code: { regenerate: 3 }, [column]: { overwrite: ["code"] } },
  },
];

test("what a row is written over by is the key of a request", () => {
  expect(keyOf({ inputs, steps: writingOver("idem", "$header.idempotency-key") })).toEqual({
    header: "idempotency-key",
  });
  expect(keyOf({ inputs, steps: writingOver("request", "$body.request") })).toEqual({ sent: "$body.request" });
});

test("what the capability is about is no key", () => {
  expect(keyOf({ inputs, steps: writingOver("url", "$body.url") })).toBeUndefined();
});

const madeOf = (json: Record<string, unknown>): Step[] => [
  {
    insert: "links",
    values: { code: { hash: { json }, first: 8 }, url: "$body.url" },
    onConflict: { code: "return-existing" },
  },
];

test("so is what makes the code by which a row is found again, but whose it is", () => {
  const who = "$header.client-id";
  expect(keyOf({ inputs, steps: madeOf({ who, which: "$header.request-id", try: 0 }) })).toEqual({
    header: "request-id",
  });
  expect(keyOf({ inputs, steps: madeOf({ which: "$body.tap", try: 0 }) })).toEqual({ sent: "$body.tap" });
  expect(keyOf({ inputs, steps: madeOf({ who, url: "$body.url", try: 0 }) })).toBeUndefined();
});

test("a key in the body is sent anew with each request, also where its row is written over", () => {
  const needed = (value: string): boolean =>
    isKeyNeeded({ inputs, steps: writingOver("request", value), parameters: [] }, []);
  expect(needed("$body.request")).toBe(true);
  expect(needed("$body.url")).toBe(false);
});
