import type { ModelEvent, StopReason, Thinking, Usage } from "./model.ts";

/** The few fields of a streamed event that matter here; the SDK's own types are wider. */
export type RawEvent =
  | { type: "message_start"; message: { model: string; usage: RawUsage } }
  | { type: "content_block_start"; content_block: RawBlock }
  | { type: "content_block_delta"; delta: RawDelta }
  | { type: "content_block_stop" }
  | { type: "message_delta"; delta: { stop_reason: StopReason | null }; usage: RawUsage }
  | { type: "message_stop" };

interface RawUsage {
  input_tokens: number | null;
  output_tokens: number;
  cache_creation_input_tokens: number | null;
  cache_read_input_tokens: number | null;
  cache_creation?: { ephemeral_1h_input_tokens: number } | null;
}

type RawBlock =
  | { type: "text"; text: string }
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "redacted_thinking"; data: string }
  | { type: "tool_use"; id: string; name: string };

type RawDelta =
  | { type: "text_delta"; text: string }
  | { type: "thinking_delta"; thinking: string }
  | { type: "signature_delta"; signature: string }
  | { type: "input_json_delta"; partial_json: string };

/** Turns the wire's events into a model's; one for each answer. */
export interface Fold {
  heard(event: RawEvent): ModelEvent | null;
  /** True once the whole message was heard. */
  isWhole(): boolean;
  /** What was used so far; null before the first event. */
  usage(): Usage | null;
}

export function foldAnswer(requestId: string | null): Fold {
  let model = "";
  let usage: Usage | null = null;
  let reason: StopReason | null = null;
  let isWhole = false;
  let said = 0;
  let thinking: Thinking | null = null;
  let tool: { id: string; name: string; json: string } | null = null;

  function blockEnds(): ModelEvent | null {
    const [thought, call] = [thinking, tool];
    thinking = null;
    tool = null;
    if (thought !== null) return { type: "thinking", block: thought };
    // A call that was cut off by `max_tokens` is no JSON; the reason to stop says so.
    const input = call === null ? undefined : parsed(call.json);
    return call === null || input === undefined ? null : { type: "tool", id: call.id, name: call.name, input };
  }

  function started(block: RawBlock): ModelEvent | null {
    if (block.type === "thinking" || block.type === "redacted_thinking") thinking = { ...block };
    if (block.type === "tool_use") tool = { id: block.id, name: block.name, json: "" };
    return block.type === "text" && block.text !== "" ? { type: "text", text: block.text } : null;
  }

  function grown(delta: RawDelta): ModelEvent | null {
    if (delta.type === "text_delta") {
      said += Buffer.byteLength(delta.text);
      return { type: "text", text: delta.text };
    }
    if (delta.type === "input_json_delta" && tool !== null) tool.json += delta.partial_json;
    if (thinking?.type !== "thinking") return null;
    if (delta.type === "thinking_delta") thinking.thinking += delta.thinking;
    if (delta.type === "signature_delta") thinking.signature += delta.signature;
    return null;
  }

  return {
    isWhole: () => isWhole,
    // Until the end the API does not tell how much was written: a token is seldom shorter than three bytes.
    usage: () =>
      usage === null ? null : { ...usage, outputTokens: Math.max(usage.outputTokens, Math.ceil(said / 3)) },
    heard(event) {
      switch (event.type) {
        case "message_start":
          model = event.message.model;
          usage = usageOf(event.message.usage, null);
          return { type: "start", usage, model, requestId };
        case "content_block_start":
          return started(event.content_block);
        case "content_block_delta":
          return grown(event.delta);
        case "content_block_stop":
          return blockEnds();
        case "message_delta":
          reason = event.delta.stop_reason;
          usage = usageOf(event.usage, usage);
          return null;
        case "message_stop":
          isWhole = reason !== null && usage !== null;
          return reason === null || usage === null ? null : { type: "stop", reason, usage, model, requestId };
      }
    },
  };
}

/** Each count is the whole until now; what an event leaves out stays as it was. */
const usageOf = (raw: RawUsage, before: Usage | null): Usage => ({
  inputTokens: raw.input_tokens ?? before?.inputTokens ?? 0,
  outputTokens: raw.output_tokens,
  cacheReadTokens: raw.cache_read_input_tokens ?? before?.cacheReadTokens ?? 0,
  cacheWriteTokens: raw.cache_creation_input_tokens ?? before?.cacheWriteTokens ?? 0,
  cacheWriteHourTokens: raw.cache_creation?.ephemeral_1h_input_tokens ?? before?.cacheWriteHourTokens ?? 0,
});

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json === "" ? "{}" : json);
    return value;
  } catch {
    return undefined;
  }
}
