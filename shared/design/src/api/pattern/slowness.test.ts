import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";
import { slownessOf } from "./slowness.ts";

test.each([
  "^(a+)+$",
  "^(a*)*$",
  "^([a-z0-9]+-?)+$",
  "^(\\w+\\s?)*$",
  "^(a|b|ab)*$",
  "^(\\d{1,5})+$",
  "^([a-z]{1,20}){1,10}$",
  "^(.*,)*x$",
  "^(\\p{L}+)+\\b",
  "(?=(a+)+b)c",
  "^(a+)+b",
  "^(?:(?:a|\\u0061)+?)+$",
  "^((a?){2,}b)*$",
])("%s has two ways through what repeats", (pattern) => expect(slownessOf(pattern)).toBe("exponential"));

test.each([
  "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  "^https?://.+\\..+$",
  "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
  "^([0-9a-f]{8})+$",
  "^(\\d{1,3}\\.){3}\\d{1,3}$",
  "^[\\w.%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$",
  "^(([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])\\.)*[a-z]+$",
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
  "^(?!api$|admin$)(?<word>[a-z]+)(_\\k<word>)*$",
  "(a+)+",
  "^[^\\s/?#[\\]]{1,64}$",
])("%s has one", (pattern) => expect(slownessOf(pattern)).toBeNull());

test("a pattern that is deeper or wider than anybody writes is not known, and costs no more for it", () => {
  expect(slownessOf(`${"(".repeat(3_000)}a${")".repeat(3_000)}`)).toBe("unknown");
  expect(slownessOf(`(?:${"[a-z]?".repeat(2_000)},)*$`)).toBe("unknown");
});

const piece = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("a", "b", "[ab]", "\\w", "."),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => one + other),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => `(?:${one}|${other})`),
    fc.tuple(tie("any"), fc.constantFrom("*", "+", "?", "{2}", "{2,}", "+?")).map(([one, sign]) => `(?:${one})${sign}`),
  ),
})).any;

const outlasts = (pattern: string, text: string): boolean => {
  try {
    runInNewContext("one.test(text)", { one: new RegExp(pattern, "u"), text }, { timeout: 2_000 });
    return false;
  } catch {
    return true;
  }
};

test("what is let through comes to an end with every text", () => {
  const texts = ["a", "b", "ab", "aab", "abb"].map((part) => `${part.repeat(30).slice(0, 30)}!\n!`);
  fc.assert(
    fc.property(piece, (part) => {
      const pattern = `^${part}$`;
      return slownessOf(pattern) !== null || texts.every((text) => !outlasts(pattern, text));
    }),
    { seed: 7, numRuns: 400 },
  );
});

test("such a pattern is told once at its line, and is not deployed", () => {
  const text = `openapi: 3.1.0
components: { schemas: { Code: {
  type: string, pattern: '^(a+)+$' } } }
paths:
  /{code}:
    get:
      parameters: [{ name: code, in: path, required: true, schema: { $ref: '#/components/schemas/Code' } }]
      responses: { 200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Code' } } } } }
`;
  const { tell, findings } = reporter("api", linesOf(text));
  readApi(text, tell);
  expect(findings).toMatchObject([{ severity: "error", rule: "slow-pattern", line: 3, column: 26 }]);
});
