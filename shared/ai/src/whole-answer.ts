import type { ModelFailure, ModelRequest, StopReason, Usage } from "./model.ts";
import type { PaidEvent } from "./paid-event.ts";

export type Answer =
  | { outcome: "answered"; text: string; value: unknown; model: string; usage: Usage }
  | { outcome: "failed"; failure: ModelFailure; detail: string };

/** What a stop means for whoever wanted the whole of an answer; null where it is whole. */
const shortfall: Record<StopReason, ModelFailure | null> = {
  end_turn: null,
  stop_sequence: null,
  // Nothing answers a tool here, and nothing goes on after a pause.
  tool_use: "truncated",
  pause_turn: "truncated",
  max_tokens: "truncated",
  refusal: "refused",
  model_context_window_exceeded: "too-long",
};

/** Reads a stream to its end. */
export async function wholeAnswer(events: AsyncIterable<PaidEvent>, { format }: ModelRequest): Promise<Answer> {
  let text = "";
  for await (const event of events) {
    if (event.type === "text") text += event.text;
    if (event.type === "failed") return { outcome: "failed", failure: event.failure, detail: event.detail };
    if (event.type !== "stop") continue;
    const failure = shortfall[event.reason];
    if (failure !== null) return { outcome: "failed", failure, detail: `it stopped with ${event.reason}` };
    const { model, usage } = event;
    if (format === undefined) return { outcome: "answered", text, value: null, model, usage };
    const value = parsed(text);
    if (value === undefined) return { outcome: "failed", failure: "truncated", detail: "the answer is no JSON" };
    return { outcome: "answered", text, value, model, usage };
  }
  return { outcome: "failed", failure: "truncated", detail: "the stream ended without a stop" };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
