import { expect, test } from "vitest";
import { readApi } from "./read-api.ts";

/** One endpoint whose body fans out, each schema into `width` fields of the next, down to a reference to nothing. */
function fan(width: number, depth: number): string {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const fields = (n: number) =>
    Object.fromEntries(
      Array.from({ length: width }, (_, k) => [`p${k}`, ref(n === depth - 1 ? "Missing" : `S${n + 1}`)]),
    );
  const schemas = Object.fromEntries(
    Array.from({ length: depth }, (_, n) => [`S${n}`, { type: "object", properties: fields(n) }]),
  );
  const post = { requestBody: { content: { "application/json": { schema: ref("S0") } } }, responses: { 200: {} } };
  return JSON.stringify({ openapi: "3.0.0", paths: { "/x": { post } }, components: { schemas } });
}

function rulesOf(text: string): string[] {
  const rules: string[] = [];
  readApi(text, ({ rule }) => rules.push(rule));
  return rules;
}

function cpuOf(text: string): number {
  const spent = [1, 2, 3].map(() => {
    const from = process.cpuUsage();
    rulesOf(text);
    const { user, system } = process.cpuUsage(from);
    return user + system;
  });
  return Math.min(...spent);
}

test("a reference to nothing at the end of schemas that fan out costs as little as it does alone, and is told", () => {
  const [little, much] = [fan(60, 1), fan(60, 3)];
  expect(rulesOf(much)).toContain("unknown-ref");
  // Its text is three times as long; followed anew at each of its ends it would cost some thousand times as much.
  expect(cpuOf(much) / cpuOf(little)).toBeLessThan(60);
});
