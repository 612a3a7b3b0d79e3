import { overloaded, rateLimited, type Scene, toolLoop } from "../../../../bench/fake-messages/scene.ts";
import { type FakeMessages, startFakeMessages } from "../../../../bench/fake-messages/server.ts";
import { sentenceOf } from "@proofroom/ai/model-failure";
import type { ModelFailure } from "@proofroom/ai/model";
import { say } from "@proofroom/domain/interview/director/say";
import { whoIAm } from "@proofroom/domain/interview/director/wordings";
import { vocabularyOf } from "@proofroom/domain/interview/language/mentions";
import { expect, test } from "vitest";
import type { Spoken } from "../voice.ts";
import { createClaudeVoice, type ClaudeVoiceOptions } from "./claude-voice.ts";
import { brief, deskAt, pack, probe, readingOf, type TestTurn, turnOf } from "./test-turn.ts";

type DeskOptions = Parameters<typeof deskAt>[1];

function voiceAt(fake: FakeMessages, over: DeskOptions & Partial<ClaudeVoiceOptions> = {}) {
  const desk = deskAt(fake, over);
  const leaks: string[] = [];
  const proposals: unknown[] = [];
  const errors: unknown[] = [];
  const voice = createClaudeVoice({
    paid: desk.paid,
    briefOf: () => brief,
    onLeakBlocked: (_, term) => leaks.push(term),
    onProposal: (_, proposal) => proposals.push(proposal),
    onError: (error) => errors.push(error),
    ...over,
  });
  const seen: string[] = [];
  const speak = (turn: TestTurn = {}, signal = new AbortController().signal): Promise<Spoken> =>
    voice.speak(turnOf(turn), { words: (text) => void seen.push(text), signal });
  return { ...desk, voice, speak, seen, leaks, proposals, errors };
}

const spoken = "You wrote `links` in line 1. What is a row looked up by?";

test("it speaks sentence by sentence, in Claude's voice", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "say", text: spoken });
  const { speak, seen, settled } = voiceAt(fake);
  expect(await speak()).toEqual({ text: spoken, voice: "claude", place: null });
  expect(seen).toEqual(["You wrote `links` in line 1.", spoken]);
  expect(settled).toMatchObject([
    { text: spoken, docVersions: readingOf().versions, interrupted: false, leakBlocked: false },
  ]);
});

test("half a character in each chunk spoils no word", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "say", text: "Größe “链接” 🧨 – fine. Was dann?", delivery: { bytesPerChunk: 1 } });
  const { speak, seen } = voiceAt(fake);
  expect((await speak()).text).toBe("Größe “链接” 🧨 – fine. Was dann?");
  expect(seen.join("")).not.toContain("\uFFFD");
});

const failures: [string, Scene, ModelFailure][] = [
  ["a rate limit", rateLimited(), "rate-limited"],
  ["an overloaded service", overloaded, "overloaded"],
  ["a server's error", { do: "fail", status: 500, type: "api_error" }, "overloaded"],
  ["a refused request", { do: "fail", status: 400, type: "invalid_request_error" }, "rejected"],
  ["a refusal", { do: "say", text: "I", stop: "refusal" }, "refused"],
  ["a full context window", { do: "say", text: "I", stop: "model_context_window_exceeded" }, "too-long"],
  ["an error in mid-stream", { do: "fail-later", after: "You", type: "overloaded_error" }, "overloaded"],
  ["a stream that ends early", { do: "end-early", after: "You" }, "truncated"],
  ["a cut socket", { do: "cut", after: "You" }, "truncated"],
  ["a socket cut at once", { do: "cut" }, "unreachable"],
  ["a request that hangs", { do: "hang" }, "timeout"],
  ["a stream that hangs", { do: "hang", after: "You" }, "timeout"],
];

test.each(failures)("%s: the room hears one sentence about it, and the template", async (_, scene, failure) => {
  await using fake = await startFakeMessages();
  fake.usually(scene);
  const { speak, seen } = voiceAt(fake, { millis: 300 });
  const notice = sentenceOf(failure);
  expect(await speak()).toEqual({ text: probe.text, voice: "rules", place: null, notice });
  expect(seen).toEqual([probe.text]);
  fake.usually({ do: "say", text: spoken });
  expect(await speak()).toEqual({ text: spoken, voice: "claude", place: null });
});

test("a failure after the first sentence keeps it, and the template's question follows", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "fail-later", after: "You wrote one table. What is it ", type: "overloaded_error" });
  const { speak } = voiceAt(fake);
  const text = "You wrote one table. What is it looked up by?";
  const notice = "Claude is overloaded at the moment, so what it said ends there.";
  expect(await speak()).toEqual({ text, voice: "claude", place: null, notice });
});

test("a refusal after the first sentence announces no other answer, for none follows", async () => {
  await using fake = await startFakeMessages();
  const { speak } = voiceAt(fake);
  for (const [stop, cause] of [
    ["refusal", "Claude declined to answer this"],
    ["model_context_window_exceeded", "The conversation is longer than Claude can read at once"],
  ] as const) {
    fake.play({ do: "say", text: "You wrote one table. What is it ", stop });
    expect((await speak()).notice).toBe(`${cause}, so what it said ends there.`);
  }
});

test("a wrong key is told once; the third failure stops the asking for a while, which is told once too", async () => {
  await using fake = await startFakeMessages();
  const { speak } = voiceAt({ ...fake, key: "another" });
  const notices = [];
  for (let n = 0; n < 5; n += 1) notices.push((await speak()).notice);
  expect(notices).toEqual([sentenceOf("wrong-key"), undefined, undefined, sentenceOf("breaker"), undefined]);
  expect(fake.requests).toHaveLength(3);
  expect(await speak({ say: say("goal", "The goal is this.", "") })).toMatchObject({ voice: "rules" });
});

test("a service that answers nobody in time is left alone after three turns", async () => {
  await using fake = await startFakeMessages();
  fake.usually({ do: "hang" });
  const { speak } = voiceAt(fake, { turnMillis: 100 });
  const notices = [];
  for (let n = 0; n < 4; n += 1) notices.push((await speak()).notice);
  expect(notices).toEqual([...Array(3).fill(sentenceOf("timeout")), sentenceOf("breaker")]);
  expect(fake.requests).toHaveLength(3);
});

test.each(["off", "exhausted", "too-many-turns"] as const)(
  "what the ledger answers with %s never leaves",
  async (outcome) => {
    await using fake = await startFakeMessages();
    const { speak } = voiceAt(fake, { reserved: { outcome } });
    expect(await speak()).toMatchObject({ text: probe.text, voice: "rules", notice: expect.any(String) });
    expect(fake.requests).toEqual([]);
  },
);

test("a mistake of ours is logged, and the room hears the template all the same", async () => {
  await using fake = await startFakeMessages();
  const { speak, errors } = voiceAt(fake, {
    briefOf: () => {
      throw new Error("no brief");
    },
  });
  expect(await speak()).toMatchObject({ text: probe.text, voice: "rules" });
  expect(errors).toHaveLength(1);
});

test("clarifications, hints, goals and recaps are said as they are written, and no model is asked", async () => {
  await using fake = await startFakeMessages();
  const { speak } = voiceAt(fake);
  for (const kind of ["clarification", "hint", "goal", "recap", "decline", "proposal"] as const) {
    expect(await speak({ say: say(kind, "Exactly this.", "") })).toEqual({
      text: "Exactly this.",
      voice: "claude",
      place: null,
    });
  }
  expect(fake.requests).toEqual([]);
});

test("it says what it is, in words of its own and never in the rule-based one's", async () => {
  await using fake = await startFakeMessages();
  const { speak } = voiceAt(fake);
  const greeting = await speak({ say: say("greeting", "I am a rule-based interviewer.", "Greet.") });
  expect(greeting).toMatchObject({ voice: "claude", text: expect.stringMatching(/^I am an AI interviewer.*recorded/) });
  const reply = await speak({ say: say("reply", whoIAm, "Answer in one sentence.") });
  expect(reply).toMatchObject({ voice: "claude", text: expect.stringContaining("Claude words what I say") });
  expect(fake.requests).toEqual([]);
});

test("what would give an answer away is not heard: neither alone, nor after other sentences", async () => {
  await using fake = await startFakeMessages();
  const term = pack.items.find(({ id }) => id.startsWith("data"))?.forbidden[0] ?? "";
  const { speak, seen, leaks, settled } = voiceAt(fake);
  fake.play({ do: "say", text: `You should use ${term}. What then?` });
  expect(await speak()).toEqual({ text: probe.text, voice: "rules", place: null });
  fake.play({ do: "say", text: `I see. You should use ${term}. What then?` });
  expect((await speak()).text).toBe("I see. What is it looked up by?");
  expect(leaks).toEqual([term, term]);
  expect(settled).toMatchObject([{ leakBlocked: true }, { leakBlocked: true }]);
  expect(seen.join("\n")).not.toContain(term);
});

test("a term of the candidate's own may be said back to them", async () => {
  await using fake = await startFakeMessages();
  const term = pack.items.find(({ id }) => id.startsWith("data"))?.forbidden[0] ?? "";
  fake.play({ do: "say", text: `You named ${term}. What for?` });
  const { voice } = voiceAt(fake);
  const turn = turnOf();
  const state = { ...turn.state, chatWords: vocabularyOf([term]) };
  const said = await voice.speak({ ...turn, state }, { words: () => {}, signal: new AbortController().signal });
  expect(said.text).toBe(`You named ${term}. What for?`);
});

test("an answer without an end is cut after sixty words, and asks the template's question", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "say", text: "You wrote a table and said how it is made. ".repeat(30), stop: "max_tokens" });
  const { text } = await voiceAt(fake).speak();
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(60);
  expect(text).toMatch(/looked up by\?$/);
});

test("with nothing to be heard it is asked once more, then the template speaks and one sentence says why", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "say", text: `${"endless ".repeat(90)}.` }, { do: "say", text: spoken });
  const { speak } = voiceAt(fake);
  expect((await speak()).text).toBe(spoken);
  fake.usually({ do: "say", text: "I would", stop: "max_tokens" });
  const notice = sentenceOf("truncated");
  expect(await speak()).toEqual({ text: probe.text, voice: "rules", place: null, notice });
  expect(fake.requests).toHaveLength(4);
});

test("it points at a line that is there, and is refused one that is not", async () => {
  await using fake = await startFakeMessages();
  const point = (line: number, version = "1.1"): Scene => ({
    do: "call",
    name: "point_at",
    input: { doc: "schema", version, line, note: "here" },
    thinking: "Where is it?",
  });
  fake.play(point(99), point(2, "1.0"), point(2), { do: "say", text: spoken });
  const { speak } = voiceAt(fake);
  const place = { document: "schema", version: "1.1", line: 2, endLine: 2, quote: "  code text primary key" };
  expect(await speak()).toEqual({ text: spoken, voice: "claude", place });
  const results = fake.requests.at(-1)?.taken?.words ?? "";
  expect(results).toContain("does not exist: schema has 3 lines.");
  expect(results).toContain("schema is at version 1.1 now; read it again.");
  expect(results).toContain("Highlighted.");
});

test("a loop of tools ends after four requests, told to speak before the last; every result is fenced", async () => {
  await using fake = await startFakeMessages();
  const read = { name: "read_document", input: { doc: "schema", from: 2, to: 2 } };
  fake.play(...toolLoop(3, read, spoken));
  const { speak } = voiceAt(fake);
  expect((await speak()).text).toBe(spoken);
  expect(fake.requests).toHaveLength(4);
  const last = fake.requests.at(-1)?.taken;
  expect(last?.words).toMatch(/<untrusted doc="schema" nonce="\w+">\n2\| {3}code text primary key\n<\/untrusted>/);
  expect(last?.words).toMatch(/Speak now; no tool will answer any more\.$/);

  fake.usually({ do: "call", ...read });
  expect(await speak()).toMatchObject({ text: probe.text, voice: "rules", notice: sentenceOf("truncated") });
  expect(fake.requests).toHaveLength(4 + 4);
});

test("the other tools answer too: changes, the graph, results, and silence where nobody waits", async () => {
  await using fake = await startFakeMessages();
  const call = (name: string, input: Record<string, unknown>): Scene => ({ do: "call", name, input });
  fake.play(
    call("diff_since", { doc: "schema", version: "1.0" }),
    call("get_run_results", {}),
    call("mark_checklist", { item: "data-1", evidence_ref: "schema:2" }),
    { do: "say", text: spoken },
  );
  const { speak, proposals } = voiceAt(fake, { textAt: () => Promise.resolve("create table links (\n);") });
  expect((await speak()).text).toBe(spoken);
  const words = fake.requests.at(-1)?.taken?.words ?? "";
  expect(words).toMatch(/2\| {3}code text primary key\n<\/untrusted>\n0 lines were taken out/);
  expect(words).toContain("There is no such run.");
  expect(proposals).toMatchObject([{ item: "data-1", evidence: { by: "document", quote: "code text primary key" } }]);

  fake.play(call("stay_silent", { reason: "They just did it." }));
  expect(await speak()).toMatchObject({ silent: true, text: "" });
  const reply = { ...probe, kind: "reply" as const, unsolicited: false, to: 1 };
  fake.play(call("stay_silent", { reason: "No." }), { do: "say", text: spoken });
  expect((await speak({ say: reply })).text).toBe(spoken);
  fake.play(call("mark_checklist", { item: "data-2", evidence_ref: "schema:2" }), call("launch", {}), {
    do: "say",
    text: spoken,
  });
  expect((await speak()).text).toBe(spoken);
  expect(proposals).toHaveLength(1);
});

test.each(["interrupted", "stopped"] as const)(
  "when it is %s, what was heard stays and the request ends",
  async (reason) => {
    await using fake = await startFakeMessages();
    fake.play({ do: "hang", after: "You wrote one table. What is " });
    const { voice, settled } = voiceAt(fake);
    const stop = new AbortController();
    const speaking = voice.speak(turnOf(), { words: () => stop.abort(reason), signal: stop.signal });
    expect(await speaking).toEqual({ text: "You wrote one table.", voice: "claude", place: null, ended: reason });
    await expect.poll(() => fake.requests[0]?.left).toBe(true);
    expect(settled).toMatchObject([{ interrupted: true }]);
  },
);

test("how soon the first words follow a question is printed, with a fake that answers at once", async () => {
  await using fake = await startFakeMessages();
  const { voice } = voiceAt(fake);
  const design = Array.from({ length: 300 }, (_, n) => `Line ${n} says something about the design.`).join("\n");
  const facts = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? `Answer ${n}` : { ours: `Question ${n}?` }));
  const turn = turnOf({ facts, reading: readingOf({ design }) });
  const millis: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const began = performance.now();
    let first: number | null = null;
    const said = await voice.speak(turn, {
      words: () => (first ??= performance.now() - began),
      signal: new AbortController().signal,
    });
    expect(said.voice).toBe("claude");
    millis.push(first ?? Infinity);
  }
  millis.sort((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((share) => millis[Math.floor((millis.length - 1) * share)] ?? Infinity);
  console.log(
    `question → first words with the fake: p50 ${p50?.toFixed(0)} ms, p95 ${p95?.toFixed(0)} ms (n = ${millis.length})`,
  );
});
