import { loadReader, readDesign } from "@proofroom/design/read";
import { DocumentName } from "@proofroom/domain/document/document";
import { designFacts } from "@proofroom/domain/interview/design/design-facts";
import { topicsOfEdit } from "@proofroom/domain/interview/design/edit-topics";
import { topicsOf } from "@proofroom/domain/interview/design/topics";
import type { Pack } from "@proofroom/domain/interview/item";
import { claimsIn } from "@proofroom/domain/interview/language/claims";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { Capability } from "@proofroom/domain/problem/problem";
import { type CorpusDesign, loadCorpus } from "@proofroom/problems/corpus";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";

beforeAll(() => loadReader());

/** Prose that people write on any problem, so that what is asked about sentences is looked at too. */
const prose = `
We expect 20,000 reads a second and 400 writes a second, and answer within 100 ms at p99.

It expires after two minutes. Keys are kept for good. A cache keeps it for a second, and read replicas may lag.

Retries are idempotent. It always answers. We shard later. Out of scope: accounts. A queue hands mails to a worker.
`;

/** All that code could ask about a design, of what it is and of each line as if it were just written. */
function askedOf(written: CorpusDesign["texts"], capabilities: Record<string, Capability>, { subject }: Pick<Pack, "subject">): string[] {
  const texts = { ...written, design: `${written.design}\n${prose}` };
  const versions = { schema: "0.1", api: "0.1", design: "0.1" };
  const reading: Reading = { texts, versions, model: readDesign(texts, capabilities), ...(subject === undefined ? {} : { subject }) };
  const source = (line: number) => ({ kind: "document", document: "design", version: "0.1", line }) as const;
  const claims = claimsIn(texts.design, source, 0);
  const changed = DocumentName.options.map((document) => ({
    document,
    version: "0.1",
    author: "ada",
    lines: texts[document].split("\n").map((_, n) => n + 1),
    removed: 0,
  }));
  const facts = designFacts(reading, claims);
  return [...topicsOf({ reading, claims, facts }), ...topicsOfEdit(reading, changed)].flatMap(({ wordings }) => wordings);
}

/** Without what the candidate wrote: names stand in backticks, their sentences in quotation marks. */
const ownWords = (text: string): string => text.replaceAll(/`[^`]*`|"[^"]*"/g, "");

test.each([
  ["ticket-booking", /\b(?:links?|codes?|urls?|alias\w*|shorten\w*|redirect\w*|clicks?|visitors?|old place)\b/i],
  ["url-shortener", /\b(?:seats?|holds? (?:of|a seat)|bookings?|tickets?|buyers?|concerts?|sales?)\b/i],
])("nothing that code asks about a design of %s speaks of another problem's things", (id, elsewhere) => {
  const { capabilities } = loadPublicProblem(problemsDir, id);
  const pack = loadPack(problemsDir, id);
  const asked = loadCorpus(problemsDir, id).flatMap(({ texts }) => askedOf(texts, capabilities, pack));
  expect(asked.length).toBeGreaterThan(1_000);
  expect([...new Set(asked)].filter((text) => elsewhere.test(ownWords(text)))).toEqual([]);
});

test("seats that are there already are asked neither how many numbers there can be nor what a year of the rush adds up to", () => {
  const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
  const pack = loadPack(problemsDir, "ticket-booking");
  const asked = loadCorpus(problemsDir, "ticket-booking").flatMap(({ texts }) => askedOf(texts, capabilities, pack));
  expect([...new Set(asked)].filter((text) => /before every value is taken|a year\b|assumed/.test(ownWords(text)))).toEqual([]);
});

test.each(["rails-reservations", "exclusion-constraint", "bookings-one-table"])(
  "what keeps two live holds of a seat apart in %s is taken for what finds one, too",
  (slug) => {
    const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
    const pack = loadPack(problemsDir, "ticket-booking");
    const texts = loadCorpus(problemsDir, "ticket-booking").find((one) => one.slug === slug)?.texts;
    if (texts === undefined) throw new Error(`${slug} is no design of ticket booking`);
    const asked = askedOf(texts, capabilities, pack);
    expect(asked.filter((text) => /with 100 million rows|does the database touch/i.test(text))).toEqual([]);
  },
);
