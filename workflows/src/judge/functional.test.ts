import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import { expect, test } from "vitest";
import { type Handler, judged, shortener } from "./test-judged.ts";

const roundTrip: FunctionalTest = {
  name: "round trip",
  teaches: "redirect",
  steps: [
    {
      call: "shorten",
      with: { url: "https://example.com/{seed}" },
      keep: { code: "$out.code" },
      expect: { status: "2xx" },
    },
    { call: "resolve", with: { code: "$code" }, expect: { redirect: "https://example.com/{seed}" } },
  ],
};

test("a code that comes as the last segment of a URL is followed, and what else is required is made up", async () => {
  const bodies: string[] = [];
  const serve = shortener();
  const result = await judged(roundTrip, (request, response, body) => {
    if (body !== "") bodies.push(body);
    serve(request, response, body);
  });
  expect(result).toMatchObject({ status: "passed", attribution: "design", teaches: "the lesson" });
  expect(bodies).toEqual([JSON.stringify({ long: "https://example.com/s1a", team: 1 })]);
  expect(result.observed).toBe("GET /c0 answered 307 to https://example.com/s1a.");
  expect(result.before?.length).toBe(1);
});

test("a failure carries what was seen, what was expected, the request and the response", async () => {
  const result = await judged(roundTrip, (request, response, body) => {
    if (request.method === "GET") response.writeHead(200).end("https://example.com");
    else shortener()(request, response, body);
  });
  expect(result).toMatchObject({
    status: "failed",
    attribution: "design",
    observed: "GET /c0 answered 200, no redirect.",
    threshold: "GET /{code} redirects to https://example.com/s1b.",
    request: { method: "GET", path: "/c0" },
    response: { status: 200, body: "https://example.com" },
  });
});

test("an answer that a second try does not show is flaky where a process broke, and a failure where the design gave it", async () => {
  let calls = 0;
  const serve = shortener();
  const result = await judged(roundTrip, (request, response, body) => {
    if (calls++ === 0) response.writeHead(500).end();
    else serve(request, response, body);
  });
  expect(result).toMatchObject({ status: "failed", attribution: "flaky" });
  expect(result.observed).toBe("POST /links answered 500; 2xx was expected. A second try passed.");
  let made = 0;
  const seldom = await judged(
    many(20),
    shortener(new Map(), () => `c${made++ === 7 ? 3 : made}`),
  );
  expect(seldom).toMatchObject({ status: "failed", attribution: "design" });
  expect(seldom.observed).toMatch(/"c3" came 2 times\. A second try passed: whether it happens is left to chance\.$/);
});

test("a connection that breaks is the platform's and judges nobody", async () => {
  const result = await judged(roundTrip, (request) => void request.socket.destroy());
  expect(result).toMatchObject({ status: "inconclusive", attribution: "platform" });
  expect(result.response).toBeUndefined();
});

test("an answer that the host had no time for judges nobody, and a second try decides", async () => {
  const late = JSON.stringify({ error: "unavailable", message: "timeout exceeded when trying to connect" });
  let calls = 0;
  const serve = shortener();
  const once = await judged(roundTrip, (request, response, body) => {
    if (calls++ === 0) response.writeHead(503).end(late);
    else serve(request, response, body);
  });
  expect(once).toMatchObject({ status: "passed", attribution: "design" });
  const always = await judged(roundTrip, (_request, response) => void response.writeHead(503).end(late));
  expect(always).toMatchObject({ status: "inconclusive", attribution: "platform" });
  const none = JSON.stringify({ error: "unavailable", message: "the design has no database" });
  const undrawn = await judged(roundTrip, (_request, response) => void response.writeHead(503).end(none));
  expect(undrawn).toMatchObject({ status: "failed", attribution: "design" });
});

test("what a design does later is waited for; what the host had no time to do judges nobody, what the design never does fails it", async () => {
  let waits = 0;
  const rows = { ...roundTrip.steps[0], call: "shorten", expect: { status: 201, rows: 1 } };
  const one = { ...roundTrip, steps: [rows] };
  const later = await judged(one, shortener(), {
    rows: async () => (waits > 1 ? 1 : 0),
    settle: async () => (waits++, []),
  });
  expect(later.status).toBe("passed");
  const held = { component: "q", reason: "q still holds 3 of its messages" };
  const lagging = (isDesigns: boolean) => judged(one, shortener(), { settle: async () => [{ ...held, isDesigns }] });
  expect(await lagging(false)).toMatchObject({ status: "inconclusive", attribution: "platform" });
  expect(await lagging(true)).toMatchObject({
    status: "failed",
    attribution: "design",
    observed: "urls gained 0 rows. By then q still holds 3 of its messages.",
  });
});

const many = (times: number, change: Partial<FunctionalTest["steps"][number]> = {}): FunctionalTest => ({
  name: "many",
  teaches: "code-space",
  steps: [
    { call: "shorten", with: { url: "https://example.com/{i}" }, times, expect: { distinct: "code" }, ...change },
  ],
});

test("repetitions that collide are counted, with an example", async () => {
  const passed = await judged(many(40), shortener());
  expect(passed).toMatchObject({ status: "passed", threshold: "POST /links gives 40 distinct codes." });
  expect(passed.observed).toMatch(/^40 answers as expected; the last: POST \/links answered 201\.$/);
  let n = 0;
  const failed = await judged(
    many(40),
    shortener(new Map(), () => `c${n++ % 39}`),
  );
  expect(failed).toMatchObject({ status: "failed" });
  expect(failed.observed).toMatch(/^40 answers carried 39 distinct codes; "c\d+" came 2 times\.$/);
});

test("a burst ends with the first collision, since no later answer could mend it", async () => {
  let calls = 0;
  const serve = shortener(new Map(), () => `c${calls % 7}`);
  const failed = await judged(many(5_000), (request, response, body) => {
    calls += 1;
    serve(request, response, body);
  });
  expect(failed).toMatchObject({ status: "failed", threshold: "POST /links gives 5,000 distinct codes." });
  expect(failed.observed).toMatch(
    /^Within the first \d+ of 5,000 calls the answers carried 7 distinct codes; "c\d" came \d times\.$/,
  );
  // Two tries: eight calls decide each, and at most 15 more are in flight by then.
  expect(calls).toBeLessThanOrEqual(2 * (8 + 15));
});

test("a burst ends with the first answer that is not as expected", async () => {
  let calls = 0;
  const serve = shortener();
  const failed = await judged(
    many(5_000, { expect: { status: "2xx", distinct: "code" } }),
    (request, response, body) => {
      calls += 1;
      if (calls % 100 === 0) response.writeHead(409).end("{}");
      else serve(request, response, body);
    },
  );
  expect(failed).toMatchObject({ status: "failed", response: { status: 409 } });
  expect(failed.observed).toMatch(
    /^POST \/links answered 409; 2xx was expected\. That was within the first 1\d\d of 5,000 calls\.$/,
  );
  expect(calls).toBeLessThanOrEqual(2 * (100 + 15));
});

test("repetitions that should agree end with the first that does not", async () => {
  const failed = await judged(many(5_000, { expect: { same: "code" } }), shortener());
  expect(failed.observed).toMatch(/^Within the first \d+ of 5,000 calls the answers carried \d+ distinct codes\.$/);
});

test("rows are counted from when what adds them is first asked for", async () => {
  const twice: FunctionalTest = {
    name: "twice",
    teaches: "idempotency",
    steps: [1, 2].map(() => ({ call: "shorten", with: { url: "https://example.com" }, key: "k", expect: { rows: 1 } })),
  };
  const urls = new Map<string, string>([["old", "https://example.com"]]);
  const result = await judged(twice, shortener(urls), { rows: () => Promise.resolve(urls.size) });
  expect(result).toMatchObject({
    status: "failed",
    observed: "urls gained 2 rows.",
    threshold: "POST /links leaves 1 new row.",
  });
  const opened: FunctionalTest = {
    ...twice,
    steps: [{ call: "resolve", with: { code: "old" }, expect: { status: "2xx" } }, ...twice.steps.slice(1)],
  };
  const serve = shortener(urls);
  const logged = await judged(
    opened,
    (request, response, body) => {
      if (request.method !== "GET") return serve(request, response, body);
      urls.set("log", "https://example.com");
      response.writeHead(200).end();
    },
    { rows: () => Promise.resolve(urls.size) },
  );
  expect(logged).toMatchObject({ status: "passed" });
});

test("a key goes out as a UUID, the same for the same words and another one in the next try", async () => {
  const once: FunctionalTest = {
    name: "once",
    teaches: "idempotency",
    steps: [1, 2].map(() => ({
      call: "shorten",
      with: { url: "https://example.com" },
      key: "once-{seed}",
      expect: { status: 409 },
    })),
  };
  const sent: unknown[] = [];
  const note: Handler = (request, response) => {
    sent.push(request.headers["idempotency-key"]);
    response.writeHead(sent.length === 3 ? 500 : 409).end();
  };
  await judged(once, note);
  await judged(once, note);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(sent).toEqual(sent.map(() => expect.stringMatching(uuid)));
  expect(sent).toHaveLength(5);
  expect(new Set(sent.slice(0, 3)).size).toBe(1);
  expect(sent[3]).toBe(sent[4]);
  expect(sent[3]).not.toBe(sent[0]);
});

test("a test of an optional capability that nothing serves is skipped, never passed", async () => {
  const optional: FunctionalTest = { name: "list", teaches: "x", steps: [{ call: "list", expect: { status: "2xx" } }] };
  expect(await judged(optional, shortener())).toMatchObject({ status: "skipped" });
});
