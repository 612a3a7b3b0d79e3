import Anthropic from "@anthropic-ai/sdk";
import { transformJSONSchema } from "@anthropic-ai/sdk/lib/transform-json-schema";
import { failureOf } from "./claude-failure.ts";
import { foldAnswer, type RawEvent } from "./claude-fold.ts";
import { claudeRequest } from "./claude-request.ts";
import { ModelError } from "./model-error.ts";
import type { Model, ModelEvent, ModelFailure, ModelRequest, Purpose, Usage } from "./model.ts";
import { chooseModels, type Models } from "./models.ts";
import { promptTokens } from "./prompt-size.ts";

export interface ClaudeOptions {
  apiKey: string;
  /** Another address than Anthropic's. */
  baseURL?: string | undefined;
  models?: Models;
  /**
   * How often a turn in a room that failed before its first word is sent again; a change of policy stops it meanwhile. All
   * else is sent once: nothing would stop it, and no request may leave for a room that was switched off before the next try.
   */
  maxRetries?: number;
  /** For the whole of a request, retries included. */
  timeoutMillis?: (purpose: Purpose) => number;
}

/** Claude behind the interface of a model; the only file that knows Anthropic's library. */
export interface Claude extends Model {
  /** The names of those chosen models that this key cannot use, or why that is not known. */
  missingModels(signal: AbortSignal): Promise<string[] | ModelFailure>;
}

const patience = (purpose: Purpose): number => (purpose === "evaluation" || purpose === "review" ? 180_000 : 60_000);

export function createClaude({ apiKey, baseURL, maxRetries = 1, ...options }: ClaudeOptions): Claude {
  const { models = chooseModels(), timeoutMillis = patience } = options;
  const client = new Anthropic({
    apiKey,
    ...(baseURL === undefined ? {} : { baseURL }),
    maxRetries,
    fetch: withoutLongWaits,
    logLevel: "off",
    openTelemetry: false,
  });
  const choiceOf: Model["choiceOf"] = ({ purpose, tier }) => models[purpose][tier ?? "full"];
  return {
    choiceOf,
    stream: (request, signal) =>
      answer(client, withFittingSchema(request), choiceOf(request), {
        signal,
        millis: timeoutMillis(request.purpose),
        maxRetries: request.purpose === "live" ? maxRetries : 0,
      }),
    async missingModels(signal) {
      const chosen = new Set(Object.values(models).flatMap(({ full, cheaper }) => [full.model, cheaper.model]));
      try {
        for await (const { id } of client.models.list({ limit: 1_000 }, { signal, timeout: 10_000 })) chosen.delete(id);
        return [...chosen];
      } catch (error) {
        return failedWith(error).failure;
      }
    },
  };
}

const longestWaitSeconds = 5;

/** The library sleeps as long as the service wishes before it tries again; in a room nobody waits for that. */
async function withoutLongWaits(...asked: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...asked);
  const wait = Number(response.headers.get("retry-after-ms") ?? Number.NaN) / 1_000;
  const seconds = Number.isFinite(wait) ? wait : Number(response.headers.get("retry-after") ?? 0);
  if (response.ok || (Number.isFinite(seconds) && seconds <= longestWaitSeconds)) return response;
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set("x-should-retry", "false");
  return new Response(body, { status, statusText, headers });
}

/** Limits that the API refuses in a schema, such as `maximum`, become words in its descriptions. */
const withFittingSchema = (request: ModelRequest): ModelRequest =>
  request.format === undefined ? request : { ...request, format: transformJSONSchema(request.format) };

async function* answer(
  client: Anthropic,
  request: ModelRequest,
  choice: ReturnType<Model["choiceOf"]>,
  { signal, millis, maxRetries }: { signal: AbortSignal; millis: number; maxRetries: number },
): AsyncGenerator<ModelEvent> {
  // The library's own limit ends with the headers; a stream that stalls later would hang for ever.
  const either = AbortSignal.any([signal, AbortSignal.timeout(millis)]);
  let fold = foldAnswer(null);
  const stopped = (): ModelError => {
    const usage = fold.usage() ?? unheard(request);
    if (signal.aborted && !isLate(signal)) return new ModelError("aborted", "stopped", { usage });
    return new ModelError("timeout", "no whole answer in time", { usage });
  };
  try {
    const options = { signal: either, timeout: millis, maxRetries };
    const sending = client.messages.create(claudeRequest(request, choice), options).withResponse();
    const { data, request_id } = await unlessAborted(sending, either);
    fold = foldAnswer(request_id ?? null);
    for await (const event of data) {
      const known = knownEvent(event);
      const told = known === null ? null : fold.heard(known);
      if (told !== null) yield told;
    }
  } catch (error) {
    throw either.aborted ? stopped() : failedWith(error, fold.usage());
  }
  if (fold.isWhole()) return;
  // The library ends an aborted stream without an error.
  throw either.aborted ? stopped() : new ModelError("truncated", "the stream ended early", { usage: fold.usage() });
}

/** Whoever asked ran out of patience, which is the service's fault as much as when our own limit ends it. */
const isLate = ({ reason }: AbortSignal): boolean => reason instanceof DOMException && reason.name === "TimeoutError";

/** A request that was sent and not answered may have been read, and is then paid for. */
const unheard = (request: ModelRequest): Usage => ({
  inputTokens: promptTokens(request),
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  cacheWriteHourTokens: 0,
});

/** Between two tries the library sleeps, deaf to the signal, for as long as the service wishes. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new Error("stopped"));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
    work.catch(() => {});
  }
}

function failedWith(error: unknown, usage: Usage | null = null): ModelError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const detail = cause.message;
  if (error instanceof Anthropic.APIConnectionTimeoutError) return new ModelError("timeout", detail, { usage, cause });
  if (error instanceof Anthropic.APIConnectionError) return new ModelError("unreachable", detail, { usage, cause });
  if (error instanceof Anthropic.APIError) {
    const requestId = error.requestID ?? null;
    return new ModelError(failureOf(error.status, error.type), detail, { usage, cause, requestId });
  }
  // The socket was cut, or what came was no event.
  return new ModelError("truncated", detail, { usage, cause });
}

/** What of the wire is of use here; blocks of server tools and events to come are passed over. */
function knownEvent(event: Anthropic.RawMessageStreamEvent): RawEvent | null {
  switch (event.type) {
    case "content_block_start": {
      const { type, content_block: block } = event;
      const isOurs = block.type === "text" || block.type === "tool_use";
      if (isOurs || block.type === "thinking" || block.type === "redacted_thinking")
        return { type, content_block: block };
      return null;
    }
    case "content_block_delta":
      return event.delta.type === "citations_delta" ? null : { type: event.type, delta: event.delta };
    case "message_start":
    case "content_block_stop":
    case "message_delta":
    case "message_stop":
      return event;
    default:
      return null;
  }
}
