import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { expect, test } from "vitest";
import { type Handler, judged, shortener } from "./test-judged.ts";

const again: FunctionalTest = {
  name: "again",
  teaches: "code-space",
  steps: [
    { call: "shorten", with: { url: "https://example.com/1" }, keep: { code: "$out.code" }, expect: { status: "2xx" } },
    {
      call: "shorten",
      with: { url: "https://example.com/2" },
      drawAgain: "$code",
      expect: { unlike: { code: "$code" } },
    },
  ],
};

/** A shortener that draws what it is told to, unless it draws nothing at all; `taken` says what it does about a taken code. */
async function drawing(taken: (answer: Parameters<Handler>[1], code: string) => void, design = {}) {
  let next: string | null = null;
  let times = 0;
  const told: (string | null)[] = [];
  let n = 0;
  const serve = shortener(new Map(), () => `c${n++}`);
  const { draws = true, keepsRefused = null }: { draws?: boolean; keepsRefused?: "at-once" | "later" | null } = design;
  let rows = 0;
  let waiting = 0;
  const result = await judged(
    again,
    (request, response, body) => {
      const isAgain = next !== null && draws;
      if (!isAgain || keepsRefused === "at-once") rows++;
      else if (keepsRefused === "later") waiting++;
      if (next === null || !draws) return serve(request, response, body);
      times++;
      taken(response, next);
    },
    {
      rows: async () => rows,
      settle: async () => {
        rows += waiting;
        waiting = 0;
        return [];
      },
      repeatDraw: async (text) => {
        told.push((next = text));
        return times;
      },
    },
  );
  return { ...result, told };
}

const give = (code: string) => JSON.stringify({ link: { short_url: `https://sho.rt/${code}` } });

test("a code that is given out twice fails a design, in words", async () => {
  const result = await drawing((response, code) => void response.writeHead(201).end(give(code)));
  expect(result).toMatchObject({
    status: "failed",
    attribution: "design",
    observed: 'POST /links gave the code "c1", which it had given before.',
    threshold: 'POST /links gives another code than "c1", or refuses, when that is drawn again.',
  });
  // What was told to come again is taken back, in either try.
  expect(result.told).toEqual(["c0", null, "c1", null]);
});

test("another code is right, and so is a refusal that leaves no row", async () => {
  const other = await drawing((response) => void response.writeHead(201).end(give("other")));
  expect(other).toMatchObject({
    status: "passed",
    observed: '"c0" was drawn again, and POST /links answered 201 with another one.',
  });
  const refuse = (response: Parameters<Handler>[1]) => void response.writeHead(409).end();
  expect(await drawing(refuse)).toMatchObject({
    status: "passed",
    observed: '"c0" was drawn again, and POST /links answered 409 and gave none.',
  });
  for (const keepsRefused of ["at-once", "later"] as const) {
    const kept = await drawing(refuse, { keepsRefused });
    expect(kept).toMatchObject({ status: "failed", observed: "POST /links answered 409, and urls gained 1 row." });
  }
});

test("a design that draws nothing at random is not held to it, and the result says so", async () => {
  const result = await drawing(() => {}, { draws: false });
  expect(result).toMatchObject({
    status: "passed",
    observed: 'POST /links draws nothing like "c0" at random, so chance cannot give it twice.',
  });
});
