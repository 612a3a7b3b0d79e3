import type { Operation } from "@proofroom/domain/design/model";
import { requestIdHeader, requestIdIn, requestTag } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import { never } from "@proofroom/domain/never";
import { Hono } from "hono";
import { readRequest } from "./asked.ts";
import { type Check, createCheck } from "./check.ts";
import { following } from "./following.ts";
import { perform } from "./perform.ts";
import { invalid } from "./refusal.ts";
import { createRequestLog } from "./request-log.ts";
import { createRoutes, type Match } from "./routes.ts";
import type { Answer } from "./scope.ts";
import type { Workshop } from "./take-steps.ts";
import { toResponse } from "./to-response.ts";

interface ServiceParts {
  component: string;
  operations: Operation[];
  /** Null where the design has no database; its operations then answer 503. */
  workshop: Workshop | null;
  /** What it has done since its start, told to whoever asks for its health. */
  counters: () => Record<string, number>;
  log: (line: string) => void;
  /** Hears of each request that carries an id how it went. */
  keep?: (hop: Hop) => void;
}

/** One replica of a service: any design's endpoints, told what to do by data alone. */
export function createApp({ component, operations, workshop, counters, log, keep }: ServiceParts): Hono {
  const match = createRoutes(operations);
  const checks = new Map(operations.map((operation) => [operation, createCheck(operation, log)]));
  const requests = createRequestLog(log);

  async function answer(request: Request, url: URL, found: Match): Promise<Answer> {
    switch (found.found) {
      case "nothing":
        return failure(404, "not-found", "no endpoint has this path");
      case "other-methods":
        return failure(405, "method-not-allowed", `this path takes ${found.methods.join(", ")}`);
      case "operation":
        return serve(found.operation, request, url, found.path);
      default:
        return never(found);
    }
  }

  async function serve(
    operation: Operation,
    request: Request,
    url: URL,
    path: Record<string, string>,
  ): Promise<Answer> {
    const asked = await readRequest(request, url, path);
    if ("unreadable" in asked) {
      return asked.unreadable === "too-large"
        ? failure(413, asked.unreadable, asked.message)
        : invalid(operation, asked.message);
    }
    const check: Check | undefined = checks.get(operation);
    const wrong = check?.(asked) ?? null;
    if (wrong !== null) return invalid(operation, wrong);
    if (operation.steps.length === 0) return failure(501, "unbound", "nothing says what this endpoint does");
    if (workshop === null) return failure(503, "unavailable", "the design has no database");
    return perform(operation, asked, workshop);
  }

  const app = new Hono();
  app.get("/__health", (c) => c.json({ component, ...counters() }));
  app.all("*", async (c) => {
    const started = performance.now();
    const url = new URL(c.req.url);
    const at = new Date().toISOString();
    const request = requestIdIn(c.req.header(requestIdHeader));
    const tag = requestTag(request);
    const found = match(c.req.method, url.pathname);
    const operation = found.found === "operation" ? found.operation : null;
    const work = () =>
      answer(c.req.raw, url, found).catch((error: unknown) => {
        log(`${c.req.method} ${url.pathname}${tag}: ${error instanceof Error ? error.stack : String(error)}`);
        return failure(500, "broken", "the service failed; its log says how");
      });
    const isFollowed = keep !== undefined && request !== undefined;
    const { result: given, ...way } = isFollowed
      ? await following(request, operation, work)
      : { result: await work(), statements: [], dropped: 0 };
    const reason = given.status >= 500 ? ` ${JSON.stringify(given.body)}` : "";
    const millis = performance.now() - started;
    if (isFollowed) {
      const endpoint =
        operation === null ? {} : { endpoint: { name: `${operation.method} ${operation.path}`, line: operation.line } };
      keep({ request, component, kind: "service", at, millis, status: given.status, ...endpoint, ...way });
    }
    const took = `${millis.toFixed(1)} ms${tag}`;
    const line = `${c.req.method} ${url.pathname}${url.search} ${given.status} ${took}${reason}`;
    requests.answered(given.status, line, request !== undefined);
    const response = toResponse(given);
    response.headers.set("x-replica", encodeURIComponent(component));
    return response;
  });
  return app;
}

const failure = (status: number, error: string, message: string): Answer => ({ status, body: { error, message } });
