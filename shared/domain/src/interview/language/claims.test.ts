import fc from "fast-check";
import { expect, test } from "vitest";
import { claimsIn } from "./claims.ts";

const said = (text: string) =>
  claimsIn(text, (line) => ({ kind: "document", document: "design", line }), 0).map(
    ({ quantity, value, unit }) => `${quantity} ${Number(value.toPrecision(4))} ${unit}`,
  );

test.each([
  ["10,000 redirects a second", ["reads 10000 a second"]],
  ["I'd say 10k reads/s at peak", ["reads 10000 a second"]],
  ["about 1k/s", ["reads 1000 requests a second"]],
  ["we get 100 writes/s", ["writes 100 a second"]],
  ["100 writes a second and 10 000 reads a second", ["writes 100 a second", "reads 10000 a second"]],
  ["100 million new links a month", ["writes 38.58 a second"]],
  ["864,000 links per day", ["writes 10 a second"]],
  ["8.64M clicks daily", ["reads 100 a second"]],
  ["| Opened | 10,000 a second, a few far more often |", ["reads 10000 a second"]],
  ["| Shortened | 100 a second |", ["writes 100 a second"]],
  ["| writes per second | 100 |", ["writes 100 a second"]],
  ["Writes/s: 100", ["writes 100 a second"]],
  ["QPS: 100 write, and no more", ["writes 100 a second"]],
  ["100 w/s and 10k r/s", ["writes 100 a second", "reads 10000 a second"]],
  ["latency per request a second: 100", []],
  ["a latency budget of 50 ms, latency goal 60 ms", ["latency 50 ms", "latency 60 ms"]],
  ["reads: 5k rps, writes: 50 rps", ["reads 5000 a second", "writes 50 a second"]],
  ["ten thousand redirects per second", ["reads 10000 a second"]],
  ["a million reads an hour", ["reads 277.8 a second"]],
  ["p99 under 50 ms", ["latency 50 ms at p99"]],
  ["redirects answer within 0.2 s", ["latency 200 ms"]],
  ["latency below 100ms at p95", ["latency 100 ms at p95"]],
  ["a probe of 250 ms and a timeout of 2 s", []],
  ["we keep them for 5 years", ["retention 1825 days"]],
  ["5 years", ["retention 1825 days"]],
  ["5 years of growth, so the code needs eight characters", []],
  ["links expire after 30 days", ["retention 30 days"]],
  ["in 30 days we are done", []],
  ["100 million links", ["rows 100000000 rows"]],
  ["10^8 rows", ["rows 100000000 rows"]],
  [
    "At 100 million rows of about 200 bytes the table is 20 GB",
    ["rows 100000000 rows", "bytes 200 bytes a row", "bytes 20000000000 bytes"],
  ],
  ["630 GB a year", ["bytes 630000000000 bytes a year"]],
  ["500 bytes per row", ["bytes 500 bytes a row"]],
  ["50M daily active users", ["users 50000000 users"]],
  ["read:write is 100:1", ["ratio 100 to 1"]],
  ["Opened 100 times as often as shortened", ["ratio 100 to 1"]],
  ["writes to reads are 1:50", ["ratio 50 to 1"]],
  ["let's assume 200 writes a second", ["writes 200 a second"]],
])("%j says %j", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  "each user can create 100 links per day",
  "100 links per user per day",
  "a client may send 10 requests per second",
  "a rate limit of 100 requests per minute and IP",
  "not 10k reads a second",
  "it isn't 10k reads/s",
  "what if it grows to 100k reads a second",
  "If we reach 1M reads/s we shard",
  "is it 10k reads a second?",
  "at 12:04 we met",
  "answers 302 or 404",
  "x3 instances",
  "version 2.1.0",
  "7 characters of base 62",
  "GET /links?limit=100",
  "nine of ten are answered by the cache, the primary sees a thousand a second",
  "301 would save visits to us, so that and",
  "```\n10k reads a second\n```",
  "> 10k reads a second",
  "",
])("%j claims nothing", (text) => {
  expect(said(text)).toEqual([]);
});

test("of a correction only the new figure counts", () => {
  expect(said("not 10k reads a second but 1k reads a second")).toEqual(["reads 1000 a second"]);
  expect(said("no more than 50 ms p99")).toEqual(["latency 50 ms at p99"]);
});

test("a claim quotes its sentence, verbatim, and knows its line", () => {
  const text = "# Scale\n\nWe plan for 10k reads a second. Nothing else.\n";
  const [claim] = claimsIn(text, (line) => ({ kind: "document", document: "design", line }), 7);
  expect(claim).toMatchObject({ quote: "We plan for 10k reads a second.", source: { line: 3 }, at: 7 });
  const long = `${"word ".repeat(60)}10k reads a second ${"word ".repeat(60)}`;
  const [far] = claimsIn(long, () => ({ kind: "message", seq: 1 }), 0);
  expect(long).toContain(far?.quote);
  expect(far?.quote).toContain("10k reads a second");
});

test("any text is read without a throw, and each quote is verbatim", () => {
  const word = fc.constantFrom(
    "10k",
    "1e99",
    "10^",
    "reads",
    "/s",
    "a second",
    "GB",
    "ms",
    "p99",
    "\u202e",
    "\u200b",
    "not",
    "100:1",
    "|",
    "\n",
    ".",
    "٣",
    "𝟙𝟘",
  );
  const wild = fc.oneof(
    fc.array(word, { maxLength: 80 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary", maxLength: 300 }),
  );
  fc.assert(
    fc.property(wild, (text) => {
      for (const { quote, value } of claimsIn(text, () => ({ kind: "message", seq: 1 }), 0)) {
        expect(text).toContain(quote);
        expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  claimsIn("1".repeat(100_000), () => ({ kind: "message" }), 0);
  claimsIn("10 reads ".repeat(20_000), () => ({ kind: "message" }), 0);
});
