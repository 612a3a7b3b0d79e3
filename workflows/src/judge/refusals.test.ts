import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { expect, test } from "vitest";
import { capabilities, type Handler, judged, operations } from "./test-judged.ts";

const crowd: FunctionalTest = {
  name: "crowd",
  teaches: "x",
  steps: [{ call: "shorten", with: { url: "https://example.com/{i}" }, times: 16, expect: { winners: 1 } }],
};

test("of many who ask for one thing exactly one is to succeed, and the others to be refused", async () => {
  let calls = 0;
  const answering = (statusOf: (n: number) => number): Handler => {
    calls = 0;
    return (_, response) => void response.writeHead(statusOf(calls++ % 16)).end("{}");
  };
  expect(
    await judged(
      crowd,
      answering((n) => (n === 7 ? 201 : 409)),
    ),
  ).toMatchObject({ status: "passed" });
  const both = await judged(
    crowd,
    answering((n) => (n < 2 ? 201 : 409)),
  );
  expect(both).toMatchObject({ status: "failed", threshold: "POST /links answers 2xx once of 16 and 4xx else." });
  expect(both.observed).toBe("2 of 16 answers to POST /links were 2xx; 1 should have been.");
  expect(both.before).toMatchObject([{ response: { status: 201 } }]);
  const none = await judged(
    crowd,
    answering(() => 409),
  );
  expect(none.observed).toBe("None of 16 answers to POST /links was 2xx; 1 should have been.");
  const broken = await judged(
    crowd,
    answering((n) => (n === 0 ? 201 : 503)),
  );
  expect(broken.observed).toMatch(/^POST \/links answered 503, which neither gives nor refuses\./);
});

test("an output that designs may do without is missed only by an endpoint that takes it", async () => {
  const optional = { ...capabilities.shorten, out: { code: "string?" } };
  const asking = (call: string, out?: Record<string, string>): FunctionalTest => ({
    name: "optional",
    teaches: "x",
    steps: [
      { call: "shorten", with: { url: "https://example.com" }, keep: { code: "$out.code" }, expect: { status: "2xx" } },
      { call, with: { code: "$code" }, expect: { status: "2xx", ...(out === undefined ? {} : { out }) } },
    ],
  });
  const silent: Handler = (_, response) => void response.writeHead(201).end("{}");
  const without = { ...capabilities, shorten: optional, again: optional };
  const [shorten] = operations;
  if (shorten === undefined) throw new Error("there is a shortener");
  const takesNone = { ...shorten, capability: "again", inputs: {}, body: {} };
  expect(
    await judged(asking("again"), silent, { capabilities: without, operations: [shorten, takesNone] }),
  ).toMatchObject({ status: "passed" });
  // Nor is it compared with what nobody answered.
  expect(
    await judged(asking("again", { code: "$code" }), silent, {
      capabilities: without,
      operations: [shorten, takesNone],
    }),
  ).toMatchObject({ status: "passed" });
  expect(await judged(asking("resolve"), silent, { capabilities: without })).toMatchObject({
    status: "failed",
    observed: "POST /links answered 201 without a code that could be found.",
    threshold: "POST /links gives the code that resolve takes.",
  });
});

test("a result says by how much the clock was moved on before the request that decided it, and before those that led there", async () => {
  const late: FunctionalTest = {
    name: "late",
    teaches: "x",
    steps: [
      { call: "shorten", with: { url: "https://example.com/1" }, expect: { status: "2xx" } },
      { call: "shorten", with: { url: "https://example.com/2" }, advanceClock: "90s", expect: { status: "2xx" } },
      { call: "shorten", with: { url: "https://example.com/3" }, advanceClock: "1m", expect: { status: "4xx" } },
    ],
  };
  const result = await judged(late, (_, response) => void response.writeHead(201).end("{}"));
  expect(result).toMatchObject({ status: "failed", clockMoved: 60_000 });
  expect(result.before?.map(({ clockMoved }) => clockMoved)).toEqual([undefined, 90_000]);
});
