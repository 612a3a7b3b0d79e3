import { loadReader, readDesign } from "@proofroom/design/read";
import { documentNames } from "@proofroom/domain/document/names";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { edited, largeDesign, linesOf, mostKeys, ofProblem, placeOf } from "./large-design.ts";

beforeAll(() => loadReader());

const texts = largeDesign();
const { capabilities } = loadPublicProblem(problemsDir, ofProblem);

test("the large design has more than 300 lines, and all of it is read", () => {
  expect(linesOf(texts)).toBeGreaterThan(300);
  const { tables, operations, unbound, findings } = readDesign(texts, capabilities);
  expect(tables.length).toBe(13);
  expect(operations.length).toBe(29);
  expect(operations.filter(({ steps }) => steps.length === 0)).toEqual([]);
  expect(unbound).toEqual([]);
  expect(findings.filter((one) => one.severity === "error")).toEqual([]);
});

test("each key changes one document by one letter, in turn", () => {
  for (let key = 1; key <= mostKeys; key += 1) {
    const before = edited(texts, key - 1);
    const after = edited(texts, key);
    const { document, line } = placeOf(texts, key);
    const changed = documentNames.filter((one) => after[one] !== before[one]);
    expect(changed).toEqual([document]);
    expect(after[document].length).toBe(before[document].length + 1);
    // The first of each document is a line's end.
    const lineOf = (one: typeof after): string | undefined => one[document].split("\n")[line - 1];
    if (key > documentNames.length) expect(lineOf(after)).not.toBe(lineOf(before));
  }
  const { operations, findings } = readDesign(edited(texts, mostKeys), capabilities);
  expect(operations.length).toBe(30);
  expect(findings.filter((one) => one.severity === "error")).toEqual([]);
});
