import { loadReader, readDesign } from "@proofroom/design/read";
import { loadCorpus } from "@proofroom/problems/corpus";
import { answerAll, stops } from "@proofroom/problems/corpus-answers";
import { loadJudge } from "@proofroom/problems/judge";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";

beforeAll(() => loadReader());

const problems = loadPublicProblems().map((problem) => ({ ...problem, corpus: loadCorpus(problemsDir, problem.id) }));

describe.each(problems.filter(({ corpus }) => corpus.length > 0))("$id", ({ id, capabilities, corpus }) => {
  const named = corpus.map((design) => [design.slug, design.expected.hand, design] as const);

  test.each(named)("%s: %s", (_slug, _hand, design) => {
    const { binds, outcome } = design.expected;
    const read = (texts: typeof design.texts) => readDesign(texts, capabilities);
    const answered = answerAll(design, (texts) => read(texts).findings);
    if (answered.outcome === "stuck") expect.fail(answered.why);
    const { findings, operations } = read(answered.texts);
    const stopping = findings.filter(stops);
    if (typeof outcome === "object" && "refused" in outcome) expect(stopping[0]).toMatchObject(outcome.refused);
    else expect(stopping.map(({ document, line, message }) => `${document} ${line}: ${message}`)).toEqual([]);
    const bound = operations.flatMap(({ capability, opId }) => (capability === undefined ? [] : [[capability, opId]]));
    expect(Object.fromEntries(bound)).toEqual(binds);
  });

  test("a test that a design is expected to fail is one that is run", () => {
    const { tests } = loadJudge(problemsDir, id);
    const fails = corpus.flatMap(({ expected: { outcome } }) =>
      typeof outcome === "object" && "fails" in outcome ? outcome.fails : [],
    );
    expect(fails.filter((prefix) => tests.filter(({ name }) => name.startsWith(prefix)).length !== 1)).toEqual([]);
  });
});
