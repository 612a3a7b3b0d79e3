import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintOf, rarestLines, templateOf } from "./template.ts";

const line = (text: string, seq = 1) => {
  return { seq, at: "2026-01-01T00:00:00Z", component: "api", stream: "stdout" as const, line: text };
};

test("colours, times, ids, addresses, numbers and quoted values do not make another failure", () => {
  const escape = String.fromCodePoint(27);
  const first = `${escape}[31m2026-01-01T10:00:00.123Z error 17 at 127.0.0.1:4001 in "urls" (3f2a8c9e-1b2c-4d5e-8f90-0123456789ab)${escape}[0m`;
  const second = '2026-02-03 11:12:13 UTC error 4 at 127.0.0.2:4002 in "links" (aaaaaaaa-1b2c-4d5e-8f90-0123456789ab)';
  expect(templateOf(first)).toBe(templateOf(second));
  expect(templateOf(first)).not.toBe(templateOf("warning 17 at 127.0.0.1:4001"));
});

test("the order and the number of repetitions do not change a fingerprint, the stage does", () => {
  const [a, b] = [line("failed 1"), line("refused 2")];
  expect(fingerprintOf("testing", ["x"], [a, b, a])).toBe(fingerprintOf("testing", ["x"], [b, a]));
  expect(fingerprintOf("testing", ["x"], [a])).not.toBe(fingerprintOf("deploying", ["x"], [a]));
});

test("whatever a log holds, at most ten of its lines come back, in their own order", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
      const rare = rarestLines(texts.map((text, n) => line(text, n)));
      expect(rare.length).toBeLessThanOrEqual(10);
      expect(rare.map(({ seq }) => seq)).toEqual(rare.map(({ seq }) => seq).toSorted((x, y) => x - y));
    }),
  );
});
