import { randomUUID } from "node:crypto";
import type { Breaker } from "./breaker.ts";
import type { Ledger } from "./ledger.ts";
import { ModelError } from "./model-error.ts";
import { isOutage } from "./model-failure.ts";
import type { Model, ModelFailure, ModelRequest, Purse, Tier } from "./model.ts";
import type { Failed, PaidEvent } from "./paid-event.ts";
import { costAtMost } from "./price.ts";
import { promptTokens } from "./prompt-size.ts";
import { recordOf, type About } from "./turn-record.ts";
import { type Answer, wholeAnswer } from "./whole-answer.ts";

/** The only way to a model: policy, budget and breaker are asked before, and every request is written down after. */
export interface PaidModel {
  /** One whole answer. With `format`, `value` is what was parsed from it; whether it fits is the caller's to check. */
  ask(purse: Purse, request: ModelRequest, signal: AbortSignal): Promise<Answer>;
  /**
   * Throws for nothing that a model or a network does: the last event is then `failed`, else `stop`. To leave the loop is
   * to stop the request. `about` is read once, when the request is written down.
   */
  stream(purse: Purse, request: ModelRequest, signal: AbortSignal, about?: () => About): AsyncIterable<PaidEvent>;
}

export interface PaidModelOptions {
  /** Null where no key is set. */
  model: Model | null;
  ledger: Ledger;
  breaker?: Breaker;
  now?: () => number;
  /** Told why an answer is missing, in words for whoever runs the installation. */
  onFailure?: (failure: ModelFailure, detail: string) => void;
}

export function createPaidModel(options: PaidModelOptions): PaidModel {
  const stream: PaidModel["stream"] = (purse, request, signal, about) =>
    paid(options, { purse, request, signal, about });
  return { stream, ask: (purse, request, signal) => wholeAnswer(stream(purse, request, signal), request) };
}

/** Somebody who speaks after so long without a word of an answer was waiting for it in vain. */
const silentMillis = 5_000;

interface Order {
  purse: Purse;
  request: ModelRequest;
  signal: AbortSignal;
  about: (() => About) | undefined;
}

async function* paid(options: PaidModelOptions, order: Order): AsyncGenerator<PaidEvent> {
  const { model, ledger, breaker, now = Date.now } = options;
  const fail = (failure: ModelFailure, detail: string): Failed => {
    if (failure !== "aborted") options.onFailure?.(failure, detail);
    return { type: "failed", failure, detail };
  };
  if (model === null) return yield fail("no-key", "no key is set");
  if (breaker?.isOpen() === true) return yield fail("breaker", "it failed too often just now");
  if (order.signal.aborted) return yield fail("aborted", "stopped before it was sent");
  const reserved = await reserve(model, ledger, order);
  if (reserved.outcome !== "reserved") {
    return yield fail(reserved.outcome === "exhausted" ? "budget" : reserved.outcome, "refused by the ledger");
  }
  const sent = { ...order.request, tier: reserved.tier };
  const record = recordOf({ ...order, request: sent, choice: model.choiceOf(sent), now });
  const from = now();
  let isSilent = true;
  try {
    yield { type: "sent", tier: reserved.tier };
    for await (const event of model.stream(sent, order.signal)) {
      record.heard(event);
      if (event.type !== "start") isSilent = false;
      if (event.type === "stop") breaker?.succeeded();
      yield event;
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    record.failed(error);
    const isInVain =
      error.failure === "aborted" && order.purse.purpose === "live" && isSilent && now() - from >= silentMillis;
    if (isOutage(error.failure) || isInVain) breaker?.failed();
    yield fail(error.failure, error.message);
  } finally {
    await ledger.settle(reserved.id, { id: randomUUID(), ...record.end() });
  }
}

function reserve(model: Model, ledger: Ledger, { purse, request }: Order): ReturnType<Ledger["reserve"]> {
  const prompt = promptTokens(request);
  const atMost = (tier: Tier): number =>
    costAtMost(model.choiceOf({ ...request, tier }).model, prompt, request.maxTokens);
  const isInLoop = request.messages.at(-1)?.content.some(({ type }) => type === "tool_result") === true;
  return ledger.reserve(purse, {
    usd: { full: atMost("full"), cheaper: atMost("cheaper") },
    tier: request.tier ?? null,
    isNewTurn: !isInLoop,
  });
}
