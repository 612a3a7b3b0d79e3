import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { Seed } from "@proofroom/domain/judge/seed";
import { parse } from "yaml";
import * as z from "zod/mini";
import { type Documents, readDocuments } from "./documents.ts";

const JudgeFile = z.strictObject({
  /** What the tests take for granted; nothing where they make all that they need themselves. */
  seed: z.optional(Seed),
  tests: z.strictObject({ functional: z.array(FunctionalTest) }),
  /** Name → the sentence that a candidate reads when a test that teaches it fails. */
  lessons: z.record(z.string(), z.string()),
  /** Mutant → the beginning of the name of the test that has to catch it. */
  mutants: z.record(z.string(), z.string()),
});

/** What a design is judged by. Never to be sent to a candidate. */
export interface Judge {
  seed: Seed | null;
  tests: FunctionalTest[];
  lessons: Record<string, string>;
  mutants: Record<string, string>;
}

/** Throws, naming the file, where it is unsound. */
export function loadJudge(dir: string, id: string): Judge {
  const file = join(dir, id, "judge.yaml");
  try {
    const { seed = null, tests, lessons, mutants } = JudgeFile.parse(parse(readFileSync(file, "utf8")));
    return { seed, tests: tests.functional, lessons, mutants };
  } catch (cause) {
    throw new Error(`${file} cannot be read: mend it.`, { cause });
  }
}

/** The design that passes every test of the problem. */
export const referenceOf = (dir: string, id: string): Documents => readDocuments(join(dir, id, "reference"));

/** The reference with one thing wrong, as the files in the mutant's folder change it. */
export const mutantOf = (dir: string, id: string, mutant: string): Documents =>
  readDocuments(join(dir, id, "mutants", mutant), referenceOf(dir, id));
