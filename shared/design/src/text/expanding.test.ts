import { expect, test } from "vitest";
import { readYaml } from "./yaml.ts";

function told(text: string): string[] {
  const found: string[] = [];
  readYaml(text, ({ rule, from }) => found.push(`${rule} ${from}`));
  return found;
}

test("aliases that many places share are read, those that multiply each other or hold themselves are told", () => {
  expect(told(`a: &a { b: &b [1, 2] }\nc: [${Array(500).fill("*a").join(", ")}]\nd: { <<: *a, e: *b }\n`)).toEqual([]);
  const many = (name: string): string => Array(100).fill(`*${name}`).join(", ");
  expect(told(`a: &a [${Array(100).fill("x").join(", ")}]\nb: &b [${many("a")}]\nc: [${many("b")}]\n`)).toEqual([
    expect.stringMatching(/^too-much \d+$/),
  ]);
  expect(told("a: &a { b: [*a] }\n")).toEqual([expect.stringMatching(/^too-much \d+$/)]);
});
