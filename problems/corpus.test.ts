import { loadReader, readDesign } from "@proofroom/design/read";
import { loadCorpus } from "@proofroom/problems/corpus";
import { answerAll } from "@proofroom/problems/corpus-answers";
import { stops } from "@proofroom/domain/design/stops";
import { loadJudge } from "@proofroom/problems/judge";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";

beforeAll(() => loadReader());

const problems = loadPublicProblems().map((problem) => ({ ...problem, corpus: loadCorpus(problemsDir, problem.id) }));

/** Problems whose corpus is written out; another one joins with its fortieth design. */
const whole: ReadonlySet<string> = new Set(["url-shortener", "ticket-booking"]);

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

  test.runIf(whole.has(id))("is written in many hands, right ones and wrong ones, in every form", () => {
    const inForm = (form: string) => corpus.filter(({ expected }) => expected.form === form).length;
    expect(corpus.length).toBeGreaterThanOrEqual(40);
    expect(inForm("sketch")).toBeGreaterThanOrEqual(8);
    expect(inForm("swagger-2.0")).toBeGreaterThanOrEqual(4);
    expect(inForm("endpoint-list")).toBeGreaterThanOrEqual(2);
    expect(Math.min(inForm("openapi-3.0"), inForm("openapi-3.1"))).toBeGreaterThanOrEqual(4);
    expect(corpus.filter(({ texts }) => texts.schema.trimStart().startsWith("{")).length).toBeGreaterThanOrEqual(2);
    expect(corpus.filter(({ texts }) => texts.schema.includes("\r\n")).length).toBeGreaterThanOrEqual(2);
    const wrong = corpus.filter(({ expected }) => expected.outcome !== "passes").length;
    expect(wrong / corpus.length).toBeGreaterThan(0.2);
    expect(wrong / corpus.length).toBeLessThan(0.4);
    expect(new Set(corpus.map(({ expected }) => expected.hand)).size).toBe(corpus.length);
  });
});
