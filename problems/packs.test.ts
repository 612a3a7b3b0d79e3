import { loadReader, readDesign } from "@proofroom/design/read";
import { coverageOf } from "@proofroom/domain/interview/design/coverage";
import { designFacts } from "@proofroom/domain/interview/design/design-facts";
import { FactName } from "@proofroom/domain/interview/facts";
import { PhaseId } from "@proofroom/domain/interview/phase";
import { clarificationFor } from "@proofroom/domain/interview/language/clarification-match";
import { wordsIn } from "@proofroom/domain/interview/language/plain";
import type { Reading } from "@proofroom/domain/interview/reading";
import { phraseIn } from "@proofroom/domain/interview/language/stem";
import { isQuestion } from "@proofroom/domain/interview/language/understand";
import { loadJudge, referenceOf } from "@proofroom/problems/judge";
import { saidIn } from "@proofroom/problems/pack-flaws";
import { packOf } from "@proofroom/problems/private";
import { loadPublicProblem, loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";
import { ordinarySentences } from "./ordinary-sentences.ts";

const packs = loadPublicProblems().flatMap(({ id }) => {
  const pack = packOf(problemsDir, id);
  return pack === null ? [] : [[id, pack] as const];
});

test("at least one problem comes with all that an interviewer needs", () => expect(packs.length).toBeGreaterThan(0));

beforeAll(() => loadReader());

describe.each(packs)("%s", (id, { items, clarifications, subject }) => {
  /** Which items documents cover by themselves, without a word or a run. */
  function coveredBy(texts: Reading["texts"]): string[] {
    const versions = { schema: "1.0", api: "1.0", design: "1.0" };
    const model = readDesign(texts, loadPublicProblem(problemsDir, id).capabilities);
    const reading = { texts, versions, model, ...(subject === undefined ? {} : { subject }) };
    const facts = designFacts(reading, []);
    const seen = { messages: [], reading, facts, runs: [], points: [] };
    return items.filter((item) => coverageOf(item, seen).state === "covered").map((item) => item.id);
  }

  test("nothing is covered before somebody has written a line", () => {
    expect(coveredBy(loadPublicProblem(problemsDir, id).examples)).toEqual([]);
  });

  test("the reference covers each item of API and data and most of the deep dive", () => {
    const covered = coveredBy(referenceOf(problemsDir, id));
    const missing = (phase: PhaseId) => items.filter((item) => item.phase === phase && !covered.includes(item.id));
    expect(missing("api-data")).toEqual([]);
    expect(missing("deep-dive").length).toBeLessThanOrEqual(3);
  });

  const facts = items.flatMap(({ detectors }) => detectors.flatMap((one) => (one.by === "fact" ? [one.fact] : [])));

  test("each phase has something to ask, and there are enough items for an hour", () => {
    const count = Object.fromEntries(PhaseId.options.map((phase) => [phase, items.filter((one) => one.phase === phase).length]));
    expect(items.length).toBeGreaterThanOrEqual(26);
    expect(Object.entries(count).filter(([phase, n]) => n < (phase === "wrap-up" ? 2 : 4))).toEqual([]);
  });

  test("what is asked is short, has one question and ends with it", () => {
    const asked = items.flatMap(({ spoken: { probes, followUps } }) => [...probes, ...followUps.map(({ ask }) => ask)]);
    const isPlain = (text: string): boolean =>
      text.split(/\s+/).length <= 45 && text.indexOf("?") === text.length - 1 && (text.match(/[.!?]\s/g) ?? []).length <= 2;
    expect(asked.filter((text) => !isPlain(text))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("what must not be made twice is made by one of its capabilities", () => {
    expect(Object.keys(loadPublicProblem(problemsDir, id).capabilities)).toContain(subject?.makes);
  });

  test("a later probe names something of the documents", () => {
    const bare = items.filter(({ spoken }) => spoken.probes.slice(1).some((text) => !/\{\w+\}/.test(text)));
    expect(bare.map((item) => item.id)).toEqual([]);
  });

  test("no item's question or early hint gives another item away, unless what it gives away is there already", () => {
    const leaks = items.flatMap((item) =>
      items
        .filter((other) => other !== item && !(item.after ?? []).includes(other.id))
        .flatMap((other) => {
          const { probes, hints } = item.spoken;
          const said = [...probes, hints.nudge, hints.pointed].flatMap((text) => saidIn(text, other.forbidden));
          return said.map((term) => `${item.id} gives ${other.id} away: ${term}`);
        }),
    );
    expect(leaks).toEqual([]);
  });

  test("each item can be covered by something else than chat", () => {
    const bare = items.filter(({ detectors }) => !detectors.some(({ by }) => by !== "chat"));
    expect(bare.map((item) => item.id)).toEqual([]);
  });

  test("what code can find of a design leads to an item", () => {
    // The boxes that everybody draws, and a column that every table has, show nothing by themselves.
    const plain: FactName[] = ["service-drawn", "database-drawn", "created-at-column"];
    // Only a design that redirects has a status for it, and only one that makes up codes has a space of them.
    const ofCodes: FactName[] = ["redirect-temporary", "key-space-enough"];
    const hasCodes = "resolve" in loadPublicProblem(problemsDir, id).capabilities;
    expect(new Set([...facts, ...plain, ...(hasCodes ? [] : ofCodes)])).toEqual(new Set(FactName.options));
  });

  test("where several words are asked of a paragraph, no one word counts for two", () => {
    const lists = items.flatMap(({ detectors }) =>
      detectors.flatMap((one) => (one.by === "document" && one.atLeast !== undefined ? [one.words] : [])),
    );
    const same = lists.flatMap((words) =>
      words.filter((word, n) => words.some((other, m) => m !== n && phraseIn(wordsIn(word), other).length > 0)),
    );
    expect(lists.length).toBeGreaterThan(0);
    expect(same).toEqual([]);
  });

  test("a detector names the beginning of exactly one test", () => {
    const { tests } = loadJudge(problemsDir, id);
    const named = items.flatMap(({ detectors }) => detectors.flatMap((one) => (one.by === "run" ? [one.test] : [])));
    const hits = named.map((prefix) => tests.filter(({ name }) => name.startsWith(prefix)).length);
    expect(hits).toEqual(named.map(() => 1));
    expect(new Set(named).size).toBe(tests.length);
  });

  test("each wording of a clarification is a question and gets that clarification's answer", () => {
    const pack = { problem: id, items: [], clarifications, requirements: "" };
    expect(clarifications.length).toBeGreaterThanOrEqual(18);
    const wrong = clarifications.flatMap((one) =>
      one.wordings.filter((wording) => !isQuestion(wording) || clarificationFor(pack, wording)?.id !== one.id),
    );
    expect(wrong).toEqual([]);
  });

  test("a wording gets its answer by its words too, not only by standing in the list", () => {
    const wrong = clarifications.flatMap((one) => {
      const others = clarifications.map((other) => (other === one ? { ...one, wordings: ["", "", ""] } : other));
      const pack = { problem: id, items: [], clarifications: others, requirements: "" };
      return one.wordings.filter((wording) => clarificationFor(pack, wording)?.id !== one.id);
    });
    expect(wrong).toEqual([]);
  });

  test("what is said in the ordinary course of an interview is taken for no clarification", () => {
    const pack = { problem: id, items: [], clarifications, requirements: "" };
    expect(ordinarySentences.filter((said) => clarificationFor(pack, said) !== null)).toEqual([]);
  });
});
