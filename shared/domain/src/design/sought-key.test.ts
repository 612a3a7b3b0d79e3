import { expect, test } from "vitest";
import { soughtKey } from "./sought-key.ts";
import type { Step } from "./step.ts";

const looking = (reference: string, look: Step, compared: null | string = null): Step[] => [
  {
    transaction: [
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      { if: { [reference]: compared }, then: [], else: [look] },
      { insert: "links", values: {} },
    ],
  },
];
const inTable = (value: string): Step => ({ get: "links", by: { request_key: value } });

test("a key is sought where steps look by it and only where it is sent", () => {
  const header = "$header.idempotency-key";
  expect(soughtKey(looking(header, inTable(header)))).toEqual({ header: "idempotency-key" });
  expect(soughtKey(looking("$body.request", inTable("$body.request")))).toEqual({ sent: "$body.request" });
  expect(soughtKey(looking(header, { "cache.get": "idem:{header.idempotency-key}" }))).toEqual({
    header: "idempotency-key",
  });
});

test("what is put in, is looked for by something else or depends on a value is no key that is sought", () => {
  const header = "$header.idempotency-key";
  expect(soughtKey(looking(header, { insert: "keys", values: { key: header } }))).toBeUndefined();
  expect(soughtKey(looking("$body.alias", inTable(header)))).toBeUndefined();
  expect(soughtKey(looking("$body.kind", inTable("$body.kind"), "short"))).toBeUndefined();
});
