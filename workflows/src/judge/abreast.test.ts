import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { expect, test } from "vitest";
import { type Handler, judged, operations } from "./test-judged.ts";

const meeting = (winners: number | "some"): FunctionalTest => ({
  name: "meeting",
  teaches: "x",
  steps: [
    {
      call: "shorten",
      with: { url: "https://example.com/1" },
      key: "once-{seed}",
      times: 4,
      abreast: true,
      keep: { code: "$out.code" },
      expect: { winners },
    },
    { call: "resolve", with: { code: "$code" }, expect: { redirect: "https://example.com/1" } },
  ],
});

/** Who looks first and stores afterwards: while requests linger, all look before the first of them stores. */
function lookingFirst(isRight: boolean) {
  let stored: string | null = null;
  let waiting: (() => void)[] = [];
  let isLingering = false;
  const told: number[] = [];
  const handler: Handler = (request, response) => {
    if (request.method === "GET") return void response.writeHead(302, { location: "https://example.com/1" }).end();
    const seen = stored;
    const write = (): void => {
      if ((isRight ? stored : seen) !== null) return void response.writeHead(409).end();
      stored = "c1";
      response.writeHead(201).end(JSON.stringify({ link: { short_url: "https://sho.rt/c1" } }));
    };
    if (!isLingering) return write();
    waiting.push(write);
    if (waiting.length < 4) return;
    for (const go of waiting) go();
    waiting = [];
  };
  const linger = async (millis: number): Promise<void> => {
    told.push(millis);
    isLingering = millis > 0;
    if (isLingering) stored = null;
  };
  return { handler, linger, told };
}

test("who looks first and stores afterwards is caught each time, and who decides by storing is not", async () => {
  const wrong = lookingFirst(false);
  expect(await judged(meeting(1), wrong.handler, wrong)).toMatchObject({
    status: "failed",
    attribution: "design",
    observed: "4 of 4 answers to POST /links were 2xx; 1 should have been.",
  });
  // In either try, and what was asked for is taken back.
  expect(wrong.told).toEqual([25, 0, 25, 0]);
  const right = lookingFirst(true);
  expect(await judged(meeting(1), right.handler, right)).toMatchObject({ status: "passed" });
  expect(right.told).toEqual([25, 0]);
});

test("where some are to succeed one is enough, none is not, and what a success gave is what is kept", async () => {
  const right = lookingFirst(true);
  const some = await judged(meeting("some"), right.handler, right);
  expect(some).toMatchObject({ status: "passed", observed: expect.stringContaining("https://example.com/1") });
  const none = await judged(meeting("some"), (_, response) => void response.writeHead(409).end());
  expect(none).toMatchObject({
    status: "failed",
    observed: "None of 4 answers to POST /links was 2xx; at least one should have been.",
    threshold: "POST /links answers 2xx to one or more of 4 and 4xx else.",
  });
});

test("what is sent again under one key is sent as it was, also what only the design wants", async () => {
  const [shorten, resolve] = operations;
  if (shorten === undefined || resolve === undefined) throw new Error("there is a shortener");
  const body = {
    type: "object",
    required: ["long", "note"],
    properties: { long: { type: "string" }, note: { type: "string" } },
  };
  const sent: string[] = [];
  const right = lookingFirst(true);
  const handler: Handler = (request, response, text) => {
    if (request.method === "POST") sent.push(text);
    right.handler(request, response, text);
  };
  const design = { ...right, operations: [{ ...shorten, body }, resolve] };
  expect(await judged(meeting("some"), handler, design)).toMatchObject({ status: "passed" });
  expect(sent).toHaveLength(4);
  expect(new Set(sent).size).toBe(1);
});

test("what all of them left in the table is shown with every one of them", async () => {
  let rows = 0;
  const handler: Handler = (_, response) => {
    rows += 1;
    response.writeHead(201).end(JSON.stringify({ link: { short_url: "https://sho.rt/c1" } }));
  };
  const [step] = meeting("some").steps;
  if (step === undefined) throw new Error("there is a step");
  const once: FunctionalTest = {
    ...meeting("some"),
    steps: [{ ...step, expect: { winners: "some", rows: 1 } }],
  };
  const result = await judged(once, handler, { rows: async () => rows });
  expect(result).toMatchObject({ status: "failed", observed: "urls gained 4 rows." });
  expect(result.before?.map(({ response }) => response?.status)).toEqual([201, 201, 201]);
});
