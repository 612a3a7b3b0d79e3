import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadJudge, mutantOf, referenceOf } from "./judge.ts";
import { loadPublicProblem, loadPublicProblems, problemsDir } from "./public.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "problems-"));
  await cp(join(problemsDir, "url-shortener"), join(dir, "url-shortener"), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

test("nothing that only the judge knows is part of what a candidate may see", () => {
  const shown = JSON.stringify(loadPublicProblems());
  const { lessons, mutants } = loadJudge(problemsDir, "url-shortener");
  for (const secret of [...Object.values(lessons), ...Object.keys(mutants), "idem_key", "base62", "zzzzzzz"]) {
    expect(shown).not.toContain(secret);
  }
});

test("a mutant is the reference with its own files in place", () => {
  const reference = referenceOf(dir, "url-shortener");
  const mutant = mutantOf(dir, "url-shortener", "no-redirect");
  expect(mutant.schema).toBe(reference.schema);
  expect(mutant.api).not.toBe(reference.api);
});

test("an unsound problem is refused with the name of its file", async () => {
  const file = join(dir, "url-shortener", "problem.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("difficulty: easy", "difficulty: hopeless"));
  expect(() => loadPublicProblem(dir, "url-shortener")).toThrow(file);
});
