import { topicsOfEdit } from "@proofroom/domain/interview/design/edit-topics";
import { mendOf } from "@proofroom/domain/interview/design/topics";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { average, changedAll, faultsOf, looker, lookFor } from "./designs.ts";

beforeAll(() => loadReader());

const { readingOf, lookAt } = looker(loadPublicProblem(problemsDir, "url-shortener").capabilities);

test("no text whatever makes it throw or break the form of a question", () => {
  const piece = fc.constantFrom(
    "\u202e",
    "\u200b",
    "`",
    '"',
    "?",
    "{",
    "}",
    "\n",
    "-- ",
    "| a |",
    "x".repeat(3_000),
    "10^9 reads a second",
    "not 5k/s",
    "عربي",
    "😀",
    "varchar(",
    "]]>",
    "$body",
    'create table "a?b`c" (code text);\n',
  );
  const broken = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(12), piece), { maxLength: 4 })
      .map((cuts) =>
        cuts.reduce((whole, [at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length), text),
      );
  fc.assert(
    fc.property(broken(average.schema), broken(average.api), broken(average.design), (schema, api, design) => {
      const texts = { schema, api, design };
      const { topics, reading, facts } = lookAt(texts, design);
      const edits = topicsOfEdit(reading, changedAll(texts));
      for (const topic of [...topics, ...edits]) {
        expect([topic.id, ...topic.wordings.flatMap(faultsOf)]).toEqual([topic.id]);
        mendOf(topic, { reading, facts });
        if (topic.place !== null) expect(texts[topic.place.document]).toContain(topic.place.quote.toWellFormed());
      }
    }),
    { numRuns: 150, seed: 8 },
  );
});

test("a design of 300 lines is looked at in a moment", () => {
  const tables = Array.from({ length: 20 }, (_, n) => average.schema.replace("links", `links_${n}`)).join("\n");
  const prose = Array.from(
    { length: 90 },
    (_, n) => `Paragraph ${n} says that the cache keeps ${n}00 links, because reads are many.\n`,
  ).join("\n");
  const texts = { schema: average.schema + tables, api: average.api, design: average.design + prose };
  const reading = readingOf(texts);
  lookAt(texts);
  const millis: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const from = performance.now();
    lookFor(reading);
    millis.push(performance.now() - from);
  }
  const [median = 0] = millis.toSorted((a, b) => a - b).slice(10);
  console.log(
    `facts and topics of ${Object.values(texts).join("\n").split("\n").length} lines: ${median.toFixed(1)} ms`,
  );
  expect(median).toBeGreaterThan(0);
});
