import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PublicProblem } from "@proofroom/domain/problem/problem";
import { parse } from "yaml";
import * as z from "zod/mini";
import { readDocuments } from "./documents.ts";

/** The problems that come with the project. */
export const problemsDir: string = join(import.meta.dirname, "../../../problems");

const ProblemFile = z.strictObject(z.omit(PublicProblem, { brief: true, examples: true }).shape);

/** Every problem of `dir` with what a candidate may see of it, by id. Throws, naming the file, where one is unsound. */
export function loadPublicProblems(dir: string = problemsDir): PublicProblem[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => loadPublicProblem(dir, entry.name))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

export function loadPublicProblem(dir: string, id: string): PublicProblem {
  const file = join(dir, id, "problem.yaml");
  try {
    const problem = ProblemFile.parse(parse(readFileSync(file, "utf8")));
    if (problem.id !== id) throw new Error(`its id is ${problem.id}, its folder ${id}`);
    const brief = readFileSync(join(dir, id, "brief.md"), "utf8");
    return { ...problem, brief, examples: readDocuments(join(dir, id, "examples")) };
  } catch (cause) {
    throw new Error(`The problem ${file} cannot be read: mend it or remove its folder.`, { cause });
  }
}
