import { expect, test } from "vitest";
import type { Step } from "./step.ts";
import { keyWords, wordsOf } from "./words.ts";

const sentences: [Step, string][] = [
  [
    { insert: "urls", values: { code: { base62: 7 }, url: "$body.url" }, onConflict: { code: { regenerate: 3 } } },
    "Adds a row to urls with code = 7 random characters, url = the body's url; a taken code is drawn again, up to 3 times.",
  ],
  [{ get: "urls", by: { code: "$path.code" } }, "Reads the row of urls whose code is the path's code, or answers 404."],
  [
    { list: "urls", order: ["id desc"], limit: "$query.limit" },
    "Lists rows of urls, ordered by id desc, at most the query's limit.",
  ],
  [
    {
      update: "seats",
      set: { status: "held" },
      where: { id: "$path.id", any: [{ status: "free" }, { until: { lt: "$now" } }] },
      else: 409,
    },
    'Sets status = "held" in the row of seats whose id is the path\'s id and (status is "free" or until is before the time now); answers 409 where there is none.',
  ],
  [{ delete: "urls", where: { code: { in: ["a", "b"] } } }, 'Deletes the rows of urls whose code is one of "a", "b".'],
  [
    { increment: "urls.visits", where: { code: "$path.code" } },
    "Adds 1 to urls.visits where code is the path's code, in one step.",
  ],
  [{ publish: "clicks" }, "Publishes to clicks; the queue is not deployed yet, so nothing follows."],
  [{ redirect: "$row.url", status: 301 }, "Redirects to the row's url with 301."],
  [{ return: { status: 201, body: { code: "$row.code" } } }, "Answers 201 with code = the row's code."],
];

test.each(sentences)("%j is one sentence", (step, sentence) => {
  expect(wordsOf([step])).toEqual([sentence]);
});

test("steps that stand or fall together say so", () => {
  expect(wordsOf([{ transaction: [{ publish: "a" }, { publish: "b" }] }])[0]).toBe("All of this or nothing:");
  expect(wordsOf([{ transaction: [{ redirect: "$row.url" }] }])).toEqual(["Redirects to the row's url."]);
  expect(keyWords("Idempotency-Key", "urls.key")).toContain("urls.key");
});
