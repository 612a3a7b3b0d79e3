import { type CorpusDesign, loadCorpus } from "@proofroom/problems/corpus";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { afterAll, expect, test } from "vitest";
import { createLocalTarget } from "../targets/local/local-target.ts";
import { makeHome } from "../targets/local/test-home.ts";
import { judge } from "./corpus.ts";

const { home, remove } = makeHome();
afterAll(remove);

const target = createLocalTarget({ home, host: "test" });

/** Of each problem a sketch and a document that are right, and a design that is wrong; `npm run prove` deploys all. */
function sampleOf(corpus: CorpusDesign[]): CorpusDesign[] {
  const first = (meant: (expected: CorpusDesign["expected"]) => boolean) =>
    corpus.filter(({ expected }) => meant(expected)).slice(0, 1);
  return [
    first(({ form, outcome }) => outcome === "passes" && form === "sketch"),
    first(({ form, outcome }) => outcome === "passes" && form === "swagger-2.0"),
    first(({ outcome }) => typeof outcome === "object" && "fails" in outcome),
  ].flat();
}

const sample = loadPublicProblems().flatMap(({ id }) =>
  sampleOf(loadCorpus(problemsDir, id)).map((design) => [id, design.slug, design] as const),
);

test.each(sample)("%s: %s comes to what is expected of it", { timeout: 180_000 }, async (problem, _slug, design) => {
  const signal = AbortSignal.timeout(170_000);
  const judged = await judge(design, { target, problemsDir, problem, seed: "s1", signal });
  expect(judged.isRight, judged.detail).toBe(true);
});
