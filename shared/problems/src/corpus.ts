import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DocumentName } from "@proofroom/domain/document/document";
import { parse } from "yaml";
import * as z from "zod/mini";
import { type Documents, readDocuments } from "./documents.ts";
import { error, inFile } from "./in-file.ts";

const Form = z.enum(["sketch", "openapi-3.0", "openapi-3.1", "swagger-2.0", "endpoint-list"]);

/** What has to come of a design: it passes, or fails these tests (by the beginning of their names) and no other, or is stopped at a line. */
const Outcome = z.union([
  z.literal("passes"),
  z.strictObject({ fails: z.array(z.string()).check(z.minLength(1)) }),
  z.strictObject({ refused: z.strictObject({ rule: z.string(), document: DocumentName, line: z.int() }) }),
]);
export type Outcome = z.infer<typeof Outcome>;

const Expected = z.strictObject({
  /** Who writes like this, in one sentence. */
  hand: z.string(),
  form: Form,
  /** Capability → the endpoint that serves it once the questions are answered. */
  binds: z._default(z.record(z.string(), z.string()), {}),
  /** Rules of the questions that stop a run, in the order in which they are asked. */
  answers: z._default(z.array(z.string()), []),
  /** Rule → the label of the fix that answers it; the first one unless given. */
  choose: z._default(z.record(z.string(), z.string()), {}),
  outcome: Outcome,
  /** What is wrong with the design, or why it takes more than one answer. */
  because: z.optional(z.string()),
});
export type Expected = z.infer<typeof Expected>;

/** A design in somebody's own hand, and what has to come of it. */
export interface CorpusDesign {
  slug: string;
  texts: Documents;
  expected: Expected;
}

/** Other people's designs for a problem, by name; none where it has no corpus. Throws, naming the file, where one is unsound. */
export function loadCorpus(dir: string, id: string): CorpusDesign[] {
  const folder = join(dir, id, "corpus");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((slug) => ({
      slug,
      texts: readDocuments(join(folder, slug)),
      expected: readExpected(join(folder, slug, "expect.yaml")),
    }));
}

const readExpected = (file: string): Expected =>
  inFile(file, (text) => {
    const expected = Expected.parse(parse(text), { error });
    const needsReason = expected.outcome !== "passes" || expected.answers.length > 1;
    if (needsReason && expected.because === undefined)
      throw new Error("because has to say what is wrong with the design, or why it takes more than one answer");
    return expected;
  });
