import type { MessagesBody } from "./request.ts";

export type Stop =
  | "end_turn"
  | "max_tokens"
  | "stop_sequence"
  | "tool_use"
  | "pause_turn"
  | "refusal"
  | "model_context_window_exceeded";

/** How the bytes of a stream reach the client. */
export interface Delivery {
  /** 1 sends half of an `é` at a time, and JSON in as many pieces as it has bytes. */
  bytesPerChunk?: number;
  /** Between two chunks. */
  pauseMillis?: number;
  /** A ping before each event. */
  pings?: boolean;
}

/** What the fake does with one request that it does not refuse. */
export type Scene = {
  delivery?: Delivery;
  /** Tokens that the bill says were read beside those of the request, as of a conversation that long. */
  readsBeside?: number;
} & (
  | { do: "answer" }
  | { do: "say"; text: string; thinking?: string; stop?: Stop }
  | { do: "call"; name: string; input: Record<string, unknown>; say?: string; thinking?: string }
  | { do: "json"; value: unknown }
  /** Nothing more comes: no headers at all, or none after these words. */
  | { do: "hang"; after?: string }
  /** Instead of an answer. */
  | { do: "fail"; status: number; type: string; headers?: Record<string, string> }
  /** An `error` event after these words. */
  | { do: "fail-later"; after: string; type: string }
  /** The stream ends in good order after these words, without the rest of the message. */
  | { do: "end-early"; after: string }
  /** The socket is cut after these words, or at once. */
  | { do: "cut"; after?: string }
);

/** A scene, or how to find one for a request. */
export type Play = Scene | ((body: MessagesBody) => Scene);

export const rateLimited = (retryAfterSeconds = 0): Scene => ({
  do: "fail",
  status: 429,
  type: "rate_limit_error",
  headers: { "retry-after": String(retryAfterSeconds) },
});

export const overloaded: Scene = {
  do: "fail",
  status: 529,
  type: "overloaded_error",
  headers: { "retry-after-ms": "1" },
};

/** Says the forbidden strings as an eager model would. */
export const leaking = (forbidden: readonly string[]): Scene => ({
  do: "say",
  text: `Good start. You should really use ${forbidden.join(" and ")} here. Does that help?`,
});

/** Calls a tool in each of `steps` requests, then speaks. */
export const toolLoop = (
  steps: number,
  call: { name: string; input: Record<string, unknown> },
  last: string,
): Scene[] => [
  ...Array.from({ length: steps }, (): Scene => ({ do: "call", ...call, thinking: "Looking at it." })),
  { do: "say", text: last },
];
