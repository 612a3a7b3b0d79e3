import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

/** What somebody says of their own accord, and what the reply asks; null: it quotes nothing and asks nothing about it. */
const said: [string, RegExp | null][] = [
  ["our cache TTL is 5 minutes", /phishing link/],
  ["the cache is invalidated on update", /message is lost/],
  ["we put Redis in front of the database", /nine of ten clicks/],
  ["nothing is cached", null],
  ["the browser caches the redirect for an hour", /no longer see|phishing link/],
  ["JWT tokens expire after an hour", null],
  ["DNS TTL is 60 seconds", /remember names/],
  ["a background worker deletes expired links every night", /given to somebody else/],
  ["collisions are handled by retrying with a salt", /How many tries/],
  ["we use a counter and base62 for codes", /walked through|confuse on paper/],
  ["a 302 lets us count clicks", /every click comes to you/],
  ["we keep the click count in the links row and update it", /updates a second/],
  ["we shard the database with consistent hashing", /machine is added/],
  ["we page the on-call when p99 is above 100 ms", /woken for nothing/],
  ["the counter for rate limits lives in Redis", /tell one caller/],
  ["sessions expire after 30 minutes", null],
  ["we hash the code to pick a shard", /do not know the code/],
  ["we shard by code", /do not know the code/],
  ["rate limit of 10 requests per minute per IP", /share one address/],
  ["users log in with OAuth", null],
  ["the load balancer checks health every 5 seconds", /go to the dead one/],
  ["if the database fails we promote a standby", /takes over/],
  ["hot keys are replicated to each cache node", /Half of it is gone/],
  ["we keep logs for 14 days", /find the one/],
  ["it costs about 200 dollars a month", null],
  ["connection pool of 20 per instance", null],
];

test.each(said)("%s: is followed up about what was said, or honestly not at all", async (text, expected) => {
  const room = await createVirtualRoom({ pack, capabilities, seed: "said" });
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  room.hear({ at: 2, type: "phase", action: "next", phase: "deep-dive" });
  room.until(5_000);
  room.message(30_000, "ada", text, true);
  room.until(40_000);
  const { text: reply } = room.state().said.at(-1) ?? { text: "" };
  if (expected === null) expect(reply).not.toContain("You said");
  else {
    expect(reply).toContain("You said");
    expect(reply).toMatch(expected);
  }
});

test("an answer to a question about links that speaks of a cache is not taken for one", async () => {
  const room = await createVirtualRoom({ pack, capabilities, seed: "said" });
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  const question = { item: "req-2", source: "probe" as const };
  const asked = { kind: "question" as const, voice: "rules" as const, text: "How long does a link live?", place: null };
  room.hear({ at: 20_000, type: "said", seq: 900, ...asked, question, topic: "req-2", probe: 0 });
  room.message(40_000, "ada", "our cache TTL is 5 minutes", true);
  room.until(50_000);
  expect(room.state().said.at(-1)?.text).not.toMatch(/visitor see afterwards|nothing is ever freed/);
});
