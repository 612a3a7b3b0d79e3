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

export type Content =
  | { type: "text"; text: string; cache?: "5m" | "1h" }
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
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
}

export type ModelEvent =
  | { type: "text"; text: string }
  | { type: "tool"; id: string; name: string; input: unknown }
  | { type: "stop"; reason: string; usage: Usage; model: string; requestId: string | null };

/** Why there is no whole answer. Each has its one sentence for the room in `model-failure.ts`. */
export type ModelFailure =
  | "off"
  | "no-key"
  | "wrong-key"
  | "budget"
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

/** One request to a model, streamed. Expected failures are thrown as `ModelError` by the iterator, with what was said before it. */
export interface Model {
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
  /** At most how many tokens the request has, for reserving; never throws. */
  countTokens(request: ModelRequest): Promise<number>;
}
