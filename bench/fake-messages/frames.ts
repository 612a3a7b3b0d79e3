import { randomBytes } from "node:crypto";
import type { Cached } from "./memory.ts";
import type { MessagesBody } from "./request.ts";
import type { Stop } from "./scene.ts";

/** A block of an answer, as it stands in a message that is not streamed. */
export type AnswerBlock =
  | { type: "text"; text: string; citations: null }
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "tool_use"; id: string; name: string; input: Record<string, unknown>; caller: { type: "direct" } };

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString("hex")}`;

/** One server-sent event, byte for byte as the API writes it. */
export const frame = (type: string, rest: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;

export const usageOf = (cached: Cached, outputTokens: number) => ({
  input_tokens: cached.rest,
  output_tokens: outputTokens,
  cache_creation_input_tokens: cached.fiveMinutes + cached.hour,
  cache_read_input_tokens: cached.read,
  cache_creation: { ephemeral_5m_input_tokens: cached.fiveMinutes, ephemeral_1h_input_tokens: cached.hour },
  server_tool_use: null,
  service_tier: "standard",
  inference_geo: null,
  output_tokens_details: null,
  speed: null,
});

/** A whole message; the beginning of a stream carries it without content and reason. */
export const messageOf = ({ model }: MessagesBody, content: AnswerBlock[], stop: Stop | null, usage: object) => ({
  id: newId("msg"),
  type: "message",
  role: "assistant",
  model,
  content,
  stop_reason: stop,
  stop_sequence: null,
  stop_details: stop === "refusal" ? { type: "refusal", category: null, explanation: null } : null,
  container: null,
  diagnostics: null,
  usage,
});

/** The events of one block. Text comes in a few words at a time, input of tools in pieces of JSON. */
export function* blockFrames(block: AnswerBlock, index: number): Generator<string> {
  yield frame("content_block_start", { index, content_block: empty(block) });
  for (const delta of deltas(block)) yield frame("content_block_delta", { index, delta });
  yield frame("content_block_stop", { index });
}

export function* endFrames(stop: Stop, usage: object): Generator<string> {
  const details = stop === "refusal" ? { type: "refusal", category: null, explanation: null } : null;
  const delta = { stop_reason: stop, stop_sequence: null, stop_details: details, container: null };
  yield frame("message_delta", { delta, usage });
  yield frame("message_stop");
}

function empty(block: AnswerBlock): object {
  if (block.type === "text") return { ...block, text: "" };
  return block.type === "thinking" ? { ...block, thinking: "", signature: "" } : { ...block, input: {} };
}

function deltas(block: AnswerBlock): object[] {
  switch (block.type) {
    case "text":
      return pieces(block.text).map((text) => ({ type: "text_delta", text }));
    case "thinking":
      return [
        ...pieces(block.thinking).map((thinking) => ({ type: "thinking_delta", thinking })),
        { type: "signature_delta", signature: block.signature },
      ];
    case "tool_use":
      return ["", ...pieces(JSON.stringify(block.input))].map((json) => ({
        type: "input_json_delta",
        partial_json: json,
      }));
  }
}

/** In whole characters: the API never sends half of one within an event, only within a packet. */
const pieces = (text: string): string[] => text.match(/[^]{1,12}/gu) ?? [];
