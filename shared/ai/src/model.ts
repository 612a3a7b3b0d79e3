import type { PersonId, RoomId } from "@proofroom/domain/id";

/** What a request is for; it decides the model, the effort and whose budget pays. */
export type Purpose = "live" | "evaluation" | "review" | "explain" | "moderation" | "summary";

/** Whose budget pays. A room under policy `off` has none: no request leaves. */
export interface Purse {
  roomId: RoomId;
  personId: PersonId | null;
  purpose: Purpose;
}

export interface SystemBlock {
  text: string;
  cache?: "5m" | "1h";
}

/** Valid only in the request that follows within the same tool loop, to the same model, unchanged; never kept. */
export type Thinking =
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "redacted_thinking"; data: string };

export type Content =
  | { type: "text"; text: string; cache?: "5m" | "1h" }
  | Thinking
  | { type: "tool_use"; id: string; name: string; input: unknown }
  | { type: "tool_result"; id: string; text: string; isError?: boolean };

export interface ModelMessage {
  role: "user" | "assistant";
  content: Content[];
}

export interface Tool {
  name: string;
  description: string;
  /** JSON Schema of an object; sent as strict. */
  input: Record<string, unknown>;
}

/** `cheaper` is for when most of a budget is spent. */
export type Tier = "full" | "cheaper";

export interface ModelRequest {
  purpose: Purpose;
  /** Of the prompt's text in our code; kept in the ledger. */
  promptVersion: string;
  system: SystemBlock[];
  messages: ModelMessage[];
  tools?: Tool[];
  /** JSON Schema that the whole answer follows. */
  format?: Record<string, unknown>;
  maxTokens: number;
  /** Which of the purpose's two models. Unset, the budget decides; a tool loop stays with the one it began with. */
  tier?: Tier;
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  /** All of them; those that are kept for an hour cost more and are counted again below. */
  cacheWriteTokens: number;
  cacheWriteHourTokens: number;
}

export type StopReason =
  | "end_turn"
  | "max_tokens"
  | "stop_sequence"
  | "tool_use"
  | "pause_turn"
  | "refusal"
  | "model_context_window_exceeded";

export type ModelEvent =
  /** The answer begins; `usage` is what is known by then: the whole prompt, and next to nothing of the answer. */
  | { type: "start"; usage: Usage; model: string; requestId: string | null }
  | { type: "text"; text: string }
  | { type: "thinking"; block: Thinking }
  | { type: "tool"; id: string; name: string; input: unknown }
  | { type: "stop"; reason: StopReason; usage: Usage; model: string; requestId: string | null };

/** Why there is no whole answer. Each has its one sentence for the room in `model-failure.ts`. */
export type ModelFailure =
  | "off"
  | "no-key"
  | "wrong-key"
  | "budget"
  | "too-many-turns"
  | "breaker"
  | "rate-limited"
  | "overloaded"
  | "refused"
  | "truncated"
  | "too-long"
  | "timeout"
  | "unreachable"
  | "rejected"
  | "aborted";

export interface ModelChoice {
  model: string;
  /** Null for models that know none. */
  effort: "low" | "medium" | "high" | null;
  /** Null leaves it to the model. */
  thinking: "between_tools" | null;
}

/** One request to a model, streamed. Expected failures are thrown as `ModelError` by the iterator, with what was said before it. */
export interface Model {
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
  /** Which model the request would be sent to. */
  choiceOf(request: ModelRequest): ModelChoice;
}
