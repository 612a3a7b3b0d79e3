import { loadReader, readDesign } from "@proofroom/design/read";
import type { Finding } from "@proofroom/domain/design/finding";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadJudge, mutantOf, referenceOf } from "@proofroom/problems/judge";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";

beforeAll(() => loadReader());

const documents = ["schema", "api", "design"] as const;
const isOpen = ({ severity }: Finding) => severity !== "warning";

describe.each(loadPublicProblems().map((problem) => [problem.id, problem] as const))("%s", (id, problem) => {
  const judge = loadJudge(problemsDir, id);
  const reference = referenceOf(problemsDir, id);
  const mutants = Object.keys(judge.mutants);

  test("the reference is read without a single remark, and serves every capability", () => {
    const model = readDesign(reference, problem.capabilities);
    expect(model.findings).toEqual([]);
    const served = new Set(model.operations.map(({ capability }) => capability));
    expect(served).toEqual(new Set(Object.keys(problem.capabilities)));
    expect(model.operations.every(({ words }) => words.length > 0)).toBe(true);
  });

  test("what a candidate is shown names the tests that are run, and speaks of capabilities that exist", () => {
    expect(problem.tests).toEqual(judge.tests.map(({ name }) => name));
    const called = judge.tests.flatMap(({ steps }) => steps.map(({ call }) => call));
    expect(Object.keys(problem.capabilities)).toEqual(expect.arrayContaining(called));
    for (const capability of Object.values(problem.capabilities)) {
      const fields = [...Object.keys(capability.in), ...Object.keys(capability.out)];
      expect(fields).toEqual(expect.arrayContaining(Object.keys(capability.find.fields)));
    }
  });

  test("every test teaches a lesson that is written down, and every lesson is taught", () => {
    const taught = new Set(judge.tests.map(({ teaches }) => teaches));
    expect([...taught].toSorted()).toEqual(Object.keys(judge.lessons).toSorted());
  });

  test("every mutant is named, and every test is failed by one of them", () => {
    const folders = readdirSync(join(problemsDir, id, "mutants"));
    expect(folders.toSorted()).toEqual(mutants.toSorted());
    const caught = Object.values(judge.mutants).map((prefix) => judge.tests.filter(({ name }) => name.startsWith(prefix)));
    expect(caught.every((tests) => tests.length === 1)).toBe(true);
    expect(new Set(caught.flat()).size).toBe(judge.tests.length);
  });

  test.each(mutants)("%s can be run without a question and differs from the reference in little", (mutant) => {
    const texts = mutantOf(problemsDir, id, mutant);
    const model = readDesign(texts, problem.capabilities);
    expect(model.findings.filter(isOpen)).toEqual([]);
    expect(model.unbound).toEqual([]);
    const changed = documents.flatMap((document) => {
      const own = new Set(reference[document].split("\n"));
      return texts[document].split("\n").filter((line) => !own.has(line));
    });
    const missing = documents.flatMap((document) => {
      const own = new Set(texts[document].split("\n"));
      return reference[document].split("\n").filter((line) => !own.has(line));
    });
    expect(changed.length + missing.length).toBeGreaterThan(0);
    expect(Math.max(changed.length, missing.length)).toBeLessThanOrEqual(4);
  });

  test("the examples are no solution", () => {
    const model = readDesign(problem.examples, problem.capabilities);
    expect(model.findings.filter(({ rule }) => rule === "syntax")).toEqual([]);
    expect(model.unbound.length).toBeGreaterThan(0);
  });
});
