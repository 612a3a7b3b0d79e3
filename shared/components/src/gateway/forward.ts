import type { IncomingMessage, ServerResponse } from "node:http";
import { requestIdHeader, requestTag } from "@proofroom/domain/judge/result";
import { asMethod, endToEnd } from "../hop.ts";
import { readBody } from "../read-body.ts";
import type { Upstream, Upstreams } from "./upstreams.ts";

const bodyBytes = 1024 * 1024;

interface Policy {
  upstreams: Upstreams;
  /** Sends a GET, or what carries an idempotency key, to another replica when one fails. */
  retryIdempotent: boolean;
  /** Headers by which a write says that it may come twice, in lower case. */
  keyHeaders: string[];
  log: (line: string) => void;
}

/** Passes one request on to a replica and its answer back. */
export async function forward(request: IncomingMessage, response: ServerResponse, policy: Policy): Promise<void> {
  const body = await readBody(request, bodyBytes);
  if (body === null) return refuse(response, 413, "the body is larger than 1 MB");
  const method = request.method ?? "GET";
  const id = request.headers[requestIdHeader];
  const isRepeatable =
    method === "GET" || method === "HEAD" || policy.keyHeaders.some((name) => request.headers[name] !== undefined);
  const tries = policy.retryIdempotent && isRepeatable ? policy.upstreams.all.length : 1;
  const tried = new Set<Upstream>();
  let reason = "there is no replica";
  while (tried.size < tries) {
    const upstream = policy.upstreams.pick(tried);
    if (upstream === null) break;
    upstream.counts.requests += 1;
    if (tried.size > 0) upstream.counts.retries += 1;
    tried.add(upstream);
    try {
      await pass(request, method, body, upstream, response);
      return policy.upstreams.answered(upstream);
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      if (isSilence(error)) policy.upstreams.failed(upstream, reason);
      // Its client has left, or has had half of the answer.
      if (response.headersSent || response.destroyed) return void response.destroy();
      policy.log(`${method} ${request.url}${requestTag(id)} failed at ${upstream.component}: ${reason}`);
    }
  }
  return refuse(response, 502, reason);
}

/** The replica's doing, not that of a client who has left meanwhile: it is down, broke off or said nothing in time. */
function isSilence(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(UND_ERR_|ECONN|EPIPE$|EHOST|ENET|ETIMEDOUT$)/.test(code) && code !== "UND_ERR_ABORTED";
}

async function pass(
  request: IncomingMessage,
  method: string,
  body: Buffer,
  upstream: Upstream,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.startsWith("/") === true ? request.url : "/";
  const asked = {
    method: asMethod(method),
    path,
    headers: endToEnd(request.headers),
    body: body.length === 0 ? null : body,
  };
  await upstream.pool.stream(asked, ({ statusCode, headers }) => response.writeHead(statusCode, endToEnd(headers)));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: status === 502 ? "bad-gateway" : "too-large", message }));
}
