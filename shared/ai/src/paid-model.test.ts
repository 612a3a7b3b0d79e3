import { PersonId, RoomId } from "@proofroom/domain/id";
import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";
import type { Ledger, Reserved, SettledTurn } from "./ledger.ts";
import { ModelError } from "./model-error.ts";
import { sentenceOf } from "./model-failure.ts";
import type { Model, ModelEvent, ModelFailure, ModelRequest, Purse, StopReason } from "./model.ts";
import { chooseModels } from "./models.ts";
import { createPaidModel } from "./paid-model.ts";

const purse: Purse = {
  roomId: RoomId.parse("5d3c1f7e-9a42-4c1b-8f30-1d2e3f4a5b6c"),
  personId: PersonId.parse("7f3c1f7e-9a42-4c1b-8f30-1d2e3f4a5b6c"),
  purpose: "live",
};
const request: ModelRequest = {
  purpose: "live",
  promptVersion: "p1",
  system: [],
  messages: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
  maxTokens: 100,
};
const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0, cacheWriteHourTokens: 0 };
const stop = (reason: StopReason): ModelEvent => {
  return { type: "stop", reason, usage, model: "claude-sonnet-5-5", requestId: "req_1" };
};
const signal = new AbortController().signal;

function desk(
  say: () => AsyncIterable<ModelEvent>,
  answers: Reserved = { outcome: "reserved", id: "r", tier: "full" },
) {
  const settled: SettledTurn[] = [];
  const sent: ModelRequest[] = [];
  const models = chooseModels();
  const model: Model = {
    choiceOf: ({ purpose, tier }) => models[purpose][tier ?? "full"],
    stream(asked) {
      sent.push(asked);
      return say();
    },
  };
  const ledger: Ledger = {
    reserve: () => Promise.resolve(answers),
    settle: (_, turn) => Promise.resolve(void settled.push(turn)),
  };
  return { settled, sent, model, ledger, breaker: createBreaker({ failures: 2 }) };
}

async function* saying(...events: (ModelEvent | ModelFailure)[]): AsyncGenerator<ModelEvent> {
  for (const event of events) {
    await Promise.resolve();
    if (typeof event === "string") throw new ModelError(event, `it was ${event}`, { usage, requestId: "req_2" });
    yield event;
  }
}

test("an answer is paid for and written down", async () => {
  const one = desk(() => saying({ type: "text", text: "Yes" }, { type: "text", text: "." }, stop("end_turn")));
  const answer = await createPaidModel(one).ask(purse, request, signal);
  expect(answer).toMatchObject({ outcome: "answered", text: "Yes.", value: null, usage });
  expect(one.settled).toMatchObject([
    {
      purse,
      promptVersion: "p1",
      text: "Yes.",
      stopReason: "end_turn",
      usage,
      error: null,
      effort: "low",
      costUsd: 0.00007,
    },
  ]);
});

test("what the ledger refuses is never sent, nor is anything without a key or with an open breaker", async () => {
  for (const [outcome, failure] of [
    ["off", "off"],
    ["exhausted", "budget"],
    ["too-many-turns", "too-many-turns"],
  ] as const) {
    const one = desk(() => saying(stop("end_turn")), { outcome });
    expect(await createPaidModel(one).ask(purse, request, signal)).toMatchObject({ outcome: "failed", failure });
    expect(one.sent).toEqual([]);
  }
  const one = desk(() => saying("overloaded"));
  expect(await createPaidModel({ ...one, model: null }).ask(purse, request, signal)).toMatchObject({
    failure: "no-key",
  });
  const paid = createPaidModel(one);
  const failures = [];
  for (let n = 0; n < 3; n += 1) failures.push(await paid.ask(purse, request, signal));
  expect(failures).toMatchObject([{ failure: "overloaded" }, { failure: "overloaded" }, { failure: "breaker" }]);
  expect(one.sent).toHaveLength(2);
});

test("a refusal of the model opens no breaker, and a failure is settled with what it had used", async () => {
  const one = desk(() => saying({ type: "text", text: "Half" }, "refused"));
  const paid = createPaidModel(one);
  for (let n = 0; n < 3; n += 1) await paid.ask(purse, request, signal);
  expect(one.sent).toHaveLength(3);
  expect(one.settled[0]).toMatchObject({ error: "refused", stopReason: null, usage, requestId: "req_2", text: "Half" });
});

test("who speaks again and again into a long silence is not kept waiting for ever", async () => {
  let [now, waited] = [0, 0];
  const one = desk(() => {
    now += waited;
    return saying("aborted");
  });
  const paid = createPaidModel({ ...one, now: () => now });
  const failures = async (millis: number): Promise<string[]> => {
    waited = millis;
    const all = [];
    for (let n = 0; n < 3; n += 1) {
      const answer = await paid.ask(purse, request, signal);
      all.push(answer.outcome === "failed" ? answer.failure : answer.outcome);
    }
    return all;
  };
  expect(await failures(4_000)).toEqual(["aborted", "aborted", "aborted"]);
  expect(await failures(5_000)).toEqual(["aborted", "aborted", "breaker"]);
});

test("whoever leaves in mid-answer has paid for the prompt and for what was said", async () => {
  const one = desk(() => saying({ type: "text", text: "One word" }, stop("end_turn")));
  const about = () => ({ leakBlocked: true, docVersions: { api: "1.1" } });
  for await (const event of createPaidModel(one).stream(purse, request, signal, about))
    if (event.type === "text") break;
  expect(one.settled).toHaveLength(1);
  expect(one.settled[0]).toMatchObject({
    error: "aborted",
    leakBlocked: true,
    docVersions: { api: "1.1" },
    text: "One word",
  });
  expect(one.settled[0]?.costUsd).toBeGreaterThan(0);

  const read = { ...usage, inputTokens: 7, cacheReadTokens: 1_000, outputTokens: 1 };
  const start: ModelEvent = { type: "start", usage: read, model: "claude-sonnet-5-5", requestId: "req_3" };
  const two = desk(() => saying(start, { type: "text", text: "One word" }, stop("end_turn")));
  for await (const event of createPaidModel(two).stream(purse, request, signal)) if (event.type === "text") break;
  expect(two.settled[0]).toMatchObject({ usage: { ...read, outputTokens: 3 }, requestId: "req_3" });
});

test("an answer that is not whole, or not the JSON that was asked for, is a failure", async () => {
  const format = { type: "object" };
  const of = (text: string, reason: StopReason) =>
    createPaidModel(desk(() => saying({ type: "text", text }, stop(reason)))).ask(
      purse,
      { ...request, format },
      signal,
    );
  expect(await of('{"level":3}', "end_turn")).toMatchObject({ outcome: "answered", value: { level: 3 } });
  expect(await of('{"level":', "end_turn")).toMatchObject({ failure: "truncated" });
  expect(await of('{"level":3}', "max_tokens")).toMatchObject({ failure: "truncated" });
  expect(await of("", "refusal")).toMatchObject({ failure: "refused" });
  expect(await of("", "model_context_window_exceeded")).toMatchObject({ failure: "too-long" });
});

test("the ledger is asked for the dear and the cheap price, and a step of a tool loop is no new turn", async () => {
  const asked: Parameters<Ledger["reserve"]>[1][] = [];
  const one = desk(() => saying(stop("end_turn")));
  const ledger: Ledger = { ...one.ledger, reserve: (_, ask) => Promise.resolve((asked.push(ask), { outcome: "off" })) };
  const paid = createPaidModel({ ...one, ledger });
  await paid.ask(purse, request, signal);
  const result = { type: "tool_result", id: "t", text: "1" } as const;
  await paid.ask(purse, { ...request, tier: "full", messages: [{ role: "user", content: [result] }] }, signal);
  expect(asked).toMatchObject([
    { tier: null, isNewTurn: true },
    { tier: "full", isNewTurn: false },
  ]);
  expect(asked[0]?.usd.cheaper).toBeLessThan((asked[0]?.usd.full ?? 0) / 10);
});

test("every failure has one sentence that says what happens now", () => {
  for (const failure of ["wrong-key", "budget", "overloaded", "timeout", "truncated", "refused"] as const) {
    expect(sentenceOf(failure)).toMatch(/^[A-Z][^.]*\.$/);
  }
});
