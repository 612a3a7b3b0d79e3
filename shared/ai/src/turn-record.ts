import { createHash } from "node:crypto";
import type { SettledTurn } from "./ledger.ts";
import type { ModelError } from "./model-error.ts";
import type { ModelChoice, ModelEvent, ModelRequest, Purse, Usage } from "./model.ts";
import { costOf } from "./price.ts";
import { promptTokens } from "./prompt-size.ts";

/** What only the caller knows of a request. */
export interface About {
  docVersions?: Record<string, string>;
  interrupted?: boolean;
  leakBlocked?: boolean;
}

interface Sent {
  purse: Purse;
  request: ModelRequest;
  choice: ModelChoice;
  about: (() => About) | undefined;
  now: () => number;
}

export interface TurnRecord {
  heard(event: ModelEvent): void;
  failed(error: ModelError): void;
  /** What is written down, whichever way it ended. */
  end(): Omit<SettledTurn, "id">;
}

const nothing: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  cacheWriteHourTokens: 0,
};

/** Gathers what one request was and cost. */
export function recordOf({ purse, request, choice, about, now }: Sent): TurnRecord {
  const began = now();
  let text = "";
  const toolCalls: SettledTurn["toolCalls"] = [];
  let start: Extract<ModelEvent, { type: "start" }> | null = null;
  let stop: Extract<ModelEvent, { type: "stop" }> | null = null;
  let error: ModelError | null = null;

  /** Whoever leaves in mid-answer pays for what was said until then, and is not told how much that was. */
  const left = (): Usage => ({
    ...(start?.usage ?? { ...nothing, inputTokens: promptTokens(request) }),
    outputTokens: Math.ceil(Buffer.byteLength(text) / 3),
  });

  return {
    heard(event) {
      if (event.type === "text") text += event.text;
      if (event.type === "tool") toolCalls.push({ name: event.name, input: event.input });
      if (event.type === "start") start = event;
      if (event.type === "stop") stop = event;
    },
    failed(failure) {
      error = failure;
    },
    end() {
      const model = stop?.model ?? start?.model ?? choice.model;
      const usage = stop?.usage ?? (error === null ? left() : (error.usage ?? nothing));
      const { docVersions = null, interrupted = false, leakBlocked = false } = about?.() ?? {};
      return {
        purse,
        promptHash: createHash("sha256").update(JSON.stringify(request)).digest("hex"),
        promptVersion: request.promptVersion,
        model,
        effort: choice.effort,
        requestId: stop?.requestId ?? error?.requestId ?? start?.requestId ?? null,
        usage,
        costUsd: costOf(model, usage),
        latencyMillis: Math.round(now() - began),
        stopReason: stop?.reason ?? null,
        docVersions,
        toolCalls,
        text,
        interrupted,
        leakBlocked,
        error: stop === null ? (error?.failure ?? "aborted") : null,
      };
    },
  };
}
