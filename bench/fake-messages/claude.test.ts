import { createClaude } from "@proofroom/ai/claude";
import { ModelError } from "@proofroom/ai/model-error";
import type { ModelEvent, ModelRequest } from "@proofroom/ai/model";
import { expect, test } from "vitest";
import { overloaded, rateLimited, type Scene } from "./scene.ts";
import { type FakeMessages, startFakeMessages } from "./server.ts";

const request: ModelRequest = {
  purpose: "live",
  promptVersion: "1",
  system: [{ text: "You interview.", cache: "1h" }],
  messages: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
  maxTokens: 2_000,
};

const claude = (fake: FakeMessages, over: { apiKey?: string; millis?: number; maxRetries?: number } = {}) =>
  createClaude({
    apiKey: over.apiKey ?? fake.key,
    baseURL: fake.url,
    maxRetries: over.maxRetries ?? 0,
    timeoutMillis: () => over.millis ?? 20_000,
  });

const never = new AbortController().signal;

async function heard(events: AsyncIterable<ModelEvent>): Promise<{ events: ModelEvent[]; error: ModelError | null }> {
  const all: ModelEvent[] = [];
  try {
    for await (const event of events) all.push(event);
    return { events: all, error: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { events: all, error };
  }
}

const words = (events: ModelEvent[]): string =>
  events.map((event) => (event.type === "text" ? event.text : "")).join("");

test.each<Scene["delivery"]>([{}, { bytesPerChunk: 1 }, { bytesPerChunk: 3, pings: true }])(
  "an answer arrives whole, whatever pieces it comes in: %o",
  async (delivery) => {
    await using fake = await startFakeMessages();
    const text = "Wie schnell? 多快？ “Ünïcode” 🧨 done.";
    fake.play({ do: "say", text, delivery: delivery ?? {} });
    const { events, error } = await heard(claude(fake).stream(request, never));
    expect(error).toBeNull();
    expect(words(events)).toBe(text);
    const usage = {
      cacheWriteTokens: expect.any(Number),
      cacheWriteHourTokens: expect.any(Number),
      cacheReadTokens: 0,
    };
    const end = {
      type: "stop",
      reason: "end_turn",
      model: "claude-sonnet-5-5",
      requestId: expect.stringMatching(/^req_/),
    };
    expect(events.at(-1)).toMatchObject({ ...end, usage });
  },
);

test("a call of a tool arrives with its input and the thinking before it, split into bytes", async () => {
  await using fake = await startFakeMessages();
  const input = { doc: "schema", note: "größer 🧨", line: 14 };
  fake.play({ do: "call", name: "point_at", input, thinking: "Hm.", delivery: { bytesPerChunk: 1 } });
  const { events } = await heard(claude(fake).stream(request, never));
  expect(events).toMatchObject([
    { type: "start", model: "claude-sonnet-5-5", usage: { outputTokens: 1 } },
    { type: "thinking", block: { type: "thinking", thinking: "Hm.", signature: expect.stringMatching(/./) } },
    { type: "tool", name: "point_at", input },
    { type: "stop", reason: "tool_use" },
  ]);
});

test("every reason to stop is passed on as it is", async () => {
  await using fake = await startFakeMessages();
  const reasons = ["max_tokens", "stop_sequence", "pause_turn", "refusal", "model_context_window_exceeded"] as const;
  for (const stop of reasons) {
    fake.play({ do: "say", text: "Half", stop });
    const { events } = await heard(claude(fake).stream(request, never));
    expect(events.at(-1)).toMatchObject({ type: "stop", reason: stop });
  }
});

const failing: [string, Scene, string][] = [
  ["429", rateLimited(), "rate-limited"],
  ["529", overloaded, "overloaded"],
  ["500", { do: "fail", status: 500, type: "api_error" }, "overloaded"],
  ["413", { do: "fail", status: 413, type: "request_too_large" }, "too-long"],
  ["402", { do: "fail", status: 402, type: "billing_error" }, "wrong-key"],
  ["403", { do: "fail", status: 403, type: "permission_error" }, "wrong-key"],
  ["a gateway's 502 with a page of its own", { do: "fail", status: 502, type: "" }, "overloaded"],
  ["an error event in mid-stream", { do: "fail-later", after: "Half of", type: "overloaded_error" }, "overloaded"],
  ["a stream that ends early", { do: "end-early", after: "Half of" }, "truncated"],
  ["a socket cut in mid-stream", { do: "cut", after: "Half of" }, "truncated"],
  ["a socket cut at once", { do: "cut" }, "unreachable"],
];

test.each(failing)("%s has a name", async (_, scene, failure) => {
  await using fake = await startFakeMessages();
  fake.usually(scene);
  const { events, error } = await heard(claude(fake).stream(request, never));
  expect(error?.failure).toBe(failure);
  if ("after" in scene && scene.do !== "cut") expect(words(events)).toBe(scene.after);
  if ("after" in scene) expect(error?.usage?.inputTokens ?? 0).toBeGreaterThanOrEqual(0);
});

test("a stream that hangs, before the headers or after the first words, ends with the deadline", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "hang" }, { do: "hang", after: "Half of" });
  const mute = await heard(claude(fake, { millis: 150 }).stream(request, never));
  expect(mute).toMatchObject({ events: [], error: { failure: "timeout" } });
  const half = await heard(claude(fake, { millis: 400 }).stream(request, never));
  expect(words(half.events)).toBe("Half of");
  expect(half.error?.failure).toBe("timeout");
});

test("a wrong key is told from an unreachable address", async () => {
  await using fake = await startFakeMessages();
  expect((await heard(claude(fake, { apiKey: "other" }).stream(request, never))).error?.failure).toBe("wrong-key");
  await fake.close();
  expect((await heard(claude(fake).stream(request, never))).error?.failure).toBe("unreachable");
});

test("what nobody could stop meanwhile is never sent a second time", async () => {
  await using fake = await startFakeMessages();
  for (const purpose of ["moderation", "review", "explain", "evaluation", "summary"] as const) {
    fake.play(rateLimited());
    const { error } = await heard(claude(fake, { maxRetries: 2 }).stream({ ...request, purpose }, never));
    expect(error?.failure).toBe("rate-limited");
  }
  expect(fake.requests).toHaveLength(5);
});

test("whoever stops it waits for nothing, not even for the pause before the next try", async () => {
  await using fake = await startFakeMessages();
  fake.usually(rateLimited(5));
  const stop = new AbortController();
  const asked = heard(claude(fake, { maxRetries: 2 }).stream(request, stop.signal));
  await expect.poll(() => fake.requests.length).toBe(1);
  stop.abort("interrupted");
  expect((await asked).error?.failure).toBe("aborted");
});

test("stopping in mid-stream closes the connection, and leaving the loop does too", async () => {
  await using fake = await startFakeMessages();
  fake.usually({ do: "hang", after: "Half of" });
  const stop = new AbortController();
  for await (const event of claude(fake).stream(request, never)) if (event.type === "text") break;
  await expect.poll(() => fake.requests[0]?.left).toBe(true);
  const { error } = await heard(
    (async function* () {
      for await (const event of claude(fake).stream(request, stop.signal)) {
        stop.abort();
        yield event;
      }
    })(),
  );
  expect(error).toMatchObject({ failure: "aborted", usage: { outputTokens: expect.any(Number) } });
  await expect.poll(() => fake.requests[1]?.left).toBe(true);
});

test("a service that wants to be left alone for long is not waited for", async () => {
  await using fake = await startFakeMessages();
  fake.usually(rateLimited(3_600));
  const { error } = await heard(claude(fake, { maxRetries: 2 }).stream(request, never));
  expect(error?.failure).toBe("rate-limited");
  expect(fake.requests).toHaveLength(1);
});

test("a busy service is asked again as often as was said, and no more", async () => {
  await using fake = await startFakeMessages();
  fake.play(rateLimited());
  const patient = await heard(claude(fake, { maxRetries: 1 }).stream(request, never));
  expect(patient.error).toBeNull();
  expect(fake.requests).toHaveLength(2);
  fake.usually(overloaded);
  await heard(claude(fake, { maxRetries: 0 }).stream(request, never));
  expect(fake.requests).toHaveLength(3);
});

test("each purpose is sent to its model in a way that the model takes, and a schema's limits become words", async () => {
  await using fake = await startFakeMessages();
  const format = {
    type: "object",
    properties: { level: { type: "integer", minimum: 1, maximum: 4 } },
    required: ["level"],
  };
  for (const purpose of ["live", "evaluation", "review", "explain", "moderation", "summary"] as const) {
    for (const tier of ["full", "cheaper"] as const) {
      const { error } = await heard(claude(fake).stream({ ...request, purpose, tier, format }, never));
      expect(error, `${purpose} ${tier}: ${error?.message}`).toBeNull();
    }
  }
  expect(fake.requests.map(({ taken }) => taken?.body.model).slice(0, 4)).toEqual([
    "claude-sonnet-5-5",
    "claude-haiku-5-5",
    "claude-opus-5-5",
    "claude-opus-5-5",
  ]);
  expect(await claude(fake).missingModels(never)).toEqual([]);
  expect(await claude(fake, { apiKey: "other" }).missingModels(never)).toBe("wrong-key");
});
