import { loadReader, readDesign } from "@proofroom/design/read";
import type { Documents } from "@proofroom/problems/documents";
import { topicsOfRun } from "@proofroom/domain/interview/design/run-topics";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { TestResult } from "@proofroom/domain/judge/result";
import { loadCorpus } from "@proofroom/problems/corpus";
import { mutantOf } from "@proofroom/problems/judge";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";

const id = "ticket-booking";
const pack = loadPack(problemsDir, id);
const { capabilities } = loadPublicProblem(problemsDir, id);
const corpus = new Map(loadCorpus(problemsDir, id).map(({ slug, texts }) => [slug, texts]));

beforeAll(() => loadReader());

/** What went over the wire, by capability, and what the last of them should have been. */
interface Seen {
  name: string;
  calls: readonly (readonly ["hold" | "confirm", number])[];
  wanted: string;
  observed?: string;
}

const runs = {
  "second hold": {
    name: "second hold of a held seat is refused",
    calls: [["hold", 201], ["hold", 201]],
    wanted: "answers 2xx once of 16 and 4xx else",
    observed: "16 of 16 answers were 2xx; 1 should have been.",
  },
  "never free": {
    name: "expired hold is free again",
    calls: [["hold", 201], ["hold", 409], ["hold", 409]],
    wanted: "answers 2xx",
  },
  "let in beside": {
    name: "expired hold is free again",
    calls: [["hold", 201], ["hold", 201]],
    wanted: "answers 4xx",
  },
  "too late": { name: "confirm of an expired hold is 4xx", calls: [["hold", 201], ["confirm", 200]], wanted: "answers 4xx" },
  twice: {
    name: "confirm twice with one key is one booking",
    calls: [["hold", 201], ["confirm", 200], ["confirm", 409]],
    wanted: "answers 2xx",
  },
  "sold again": {
    name: "hold then confirm books once",
    calls: [["hold", 201], ["confirm", 200], ["hold", 201]],
    wanted: "answers 4xx",
  },
} as const satisfies Record<string, Seen>;

function questionsOn(texts: Documents, { name, calls, wanted, observed }: Seen, model = readDesign(texts, capabilities)) {
  const versions = { schema: "0.1", api: "0.1", design: "0.1" };
  const reading: Reading = { texts, versions, model, ...(pack.subject === undefined ? {} : { subject: pack.subject }) };
  const exchanges = calls.map(([capability, status]) => {
    const served = model.operations.find((one) => one.capability === capability);
    if (served === undefined) throw new Error(`nothing serves ${capability}`);
    const path = served.path.replaceAll(/\{[^}]+\}/g, "7");
    const headers: Record<string, string> = capability === "confirm" ? { "idempotency-key": "0b3f" } : {};
    return { request: { method: served.method, path, headers }, response: { status, headers: {} }, millis: 3 };
  });
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error("nothing was called");
  const result: TestResult = {
    suite: "functional",
    name,
    status: "failed",
    observed: observed ?? `${last.request.method} ${last.request.path} answered ${last.response.status}.`,
    threshold: `${last.request.method} ${last.request.path} ${wanted}.`,
    teaches: "",
    attribution: "design",
    ...last,
    before: exchanges.slice(0, -1),
  };
  const [topic] = topicsOfRun({ runId: "r", number: 1, verdict: "failed", results: [result] }, reading);
  if (topic?.place === null || topic === undefined) throw new Error("nothing is asked of a line");
  const { place, wordings } = topic;
  return { line: texts[place.document].split("\n")[place.line - 1]?.trim(), document: place.document, wordings };
}

const mutant = (name: string): Documents => mutantOf(problemsDir, id, name);
const hand = (slug: string): Documents => {
  const texts = corpus.get(slug);
  if (texts === undefined) throw new Error(`${slug} is no design of ${id}`);
  return texts;
};

test.each([
  ["hold-unguarded", "second hold", "api", "- update: seats", /turns away all but the first/],
  ["hold-never-expires", "never free", "api", "- update: seats", /`seats\.hold_until` \(schema 12\) compared/],
  ["confirm-ignores-expiry", "too late", "api", "- update: seats", /look at `seats\.hold_until`/],
  ["confirm-not-idempotent", "twice", "api", "- update: seats", /`bookings\.idem_key` \(schema 22\) finds that key again/],
  ["sold-again", "sold again", "api", "- update: seats", /`POST \/holds\/\{hold\}\/confirm` had succeeded/],
] as const)("the mutant %s is asked about at the step that let it happen", (name, seen, document, line, words) => {
  const asked = questionsOn(mutant(name), runs[seen]);
  expect([asked.document, asked.line]).toEqual([document, line]);
  expect(asked.wordings[0]).toMatch(words);
});

test.each([
  ["junior-no-constraint", "second hold", "schema", /^create table reservations/i],
  ["junior-no-constraint", "let in beside", "schema", /^create table reservations/i],
  ["never-expires", "never free", "schema", /seat/i],
  ["whiteboard-terse", "twice", "schema", /^create table seats/],
  ["key-that-sells-twice", "twice", "schema", /create table/i],
  ["openapi-no-hold-time", "too late", "schema", /create table/i],
] as const)("a design without steps (%s, %s) is asked about the table that decides", (slug, seen, document, line) => {
  const asked = questionsOn(hand(slug), runs[seen]);
  expect(asked.document).toBe(document);
  expect(asked.line).toMatch(line);
});

test("whatever failed, each wording is two sentences at most, names a line and gives no remedy away", () => {
  const asked = [...corpus].flatMap(([, texts]) => {
    const model = readDesign(texts, capabilities);
    const isWhole = ["hold", "confirm"].every((need) => model.operations.some(({ capability }) => capability === need));
    return isWhole ? Object.values(runs).flatMap((seen) => questionsOn(texts, seen, model).wordings) : [];
  });
  expect(asked.length).toBeGreaterThan(500);
  expect(asked.filter((text) => !/`(?:schema|api)` line \d+|\((?:schema|api) \d+\)/.test(text))).toEqual([]);
  expect(asked.filter((text) => text.split(/\s+/).length > 60 || (text.match(/\?/g) ?? []).length !== 1)).toEqual([]);
  expect(asked.filter((text) => /unique|constraint|transaction|isolation|for update/i.test(text.replaceAll(/`[^`]*`/g, "")))).toEqual([]);
});
