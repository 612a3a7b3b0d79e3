import { loadReader, readDesign } from "@proofroom/design/read";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { CorpusDesign, Outcome } from "@proofroom/problems/corpus";
import { answerAll } from "@proofroom/problems/corpus-answers";
import { loadPublicProblem } from "@proofroom/problems/public";
import { prove, type Proof, type ProveOptions } from "./prove.ts";

/** What came of a design of the corpus, and whether that was expected. */
export interface Judged {
  isRight: boolean;
  /** How many questions it had to answer. */
  asked: number;
  detail: string;
}

/** Answers a design's questions, deploys it, runs the whole suite against it and compares. */
export async function judge(design: CorpusDesign, options: ProveOptions): Promise<Judged> {
  const asked = design.expected.answers.length;
  const { capabilities } = loadPublicProblem(options.problemsDir, options.problem);
  await loadReader();
  const answered = answerAll(design, (texts) => readDesign(texts, capabilities).findings);
  if (answered.outcome === "stuck") return { isRight: false, asked, detail: answered.why };
  return { asked, ...compared(await prove(answered.texts, options), design.expected.outcome) };
}

function compared(proof: Proof, expected: Outcome): Pick<Judged, "isRight" | "detail"> {
  switch (proof.outcome) {
    case "failed":
      return { isRight: false, detail: `not deployed: ${proof.reason}` };
    case "refused": {
      const { document, line, rule, message } = proof.finding;
      const refused = typeof expected === "object" && "refused" in expected ? expected.refused : null;
      const isRight = refused?.document === document && refused.line === line && refused.rule === rule;
      return { isRight, detail: `refused (${rule}) at ${document} ${line}: ${message}` };
    }
    case "tested":
      return { isRight: isAsExpected(proof.results, expected), detail: summary(proof.results) };
  }
}

/** Exactly the tests that are named fail, by the design's own doing, and every other one passes. */
function isAsExpected(results: readonly TestResult[], expected: Outcome): boolean {
  if (typeof expected === "object" && "refused" in expected) return false;
  const fails = expected === "passes" ? [] : expected.fails;
  const isNamed = ({ name }: TestResult) => fails.some((prefix) => name.startsWith(prefix));
  return results.every((one) =>
    isNamed(one) ? one.status === "failed" && one.attribution === "design" : one.status === "passed",
  );
}

function summary(results: readonly TestResult[]): string {
  const rest = results.filter(({ status }) => status !== "passed");
  return rest.map(({ name, status, observed }) => `${status}: ${name}: ${observed}`).join("; ") || "passes every test";
}
