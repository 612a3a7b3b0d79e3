import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { requestIdHeader, requestTag } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import { Pool } from "undici";
import type { CountingServer } from "../counting-server.ts";
import { follow } from "../follow.ts";
import { asMethod, endToEnd } from "../hop.ts";
import { readBody } from "../read-body.ts";
import { createRequestLog } from "../service/request-log.ts";
import { freshMillis } from "./freshness.ts";
import { createKeptAnswers, type KeptAnswer, pathOf } from "./kept.ts";

export interface CdnOptions {
  component: string;
  /** What it stands before. */
  upstream: { host: string; port: number };
  /** For answers that say nothing of it themselves; 0 keeps none of those. */
  ttlMillis: number;
  /** The deployment's time, in milliseconds. */
  now: () => number;
}

const most = { bodyBytes: 1024 * 1024, keptBytes: 64 * 1024 * 1024 };
const limits = { connections: 128, connect: { timeout: 1_000 }, headersTimeout: 10_000, bodyTimeout: 10_000 };

/** A shared cache at the edge: answers reads from what it keeps, and passes on everything else. Not listening yet. */
export function createCdn(
  { component, upstream, ttlMillis, now }: CdnOptions,
  log: (line: string) => void,
  keep: (hop: Hop) => void = () => {},
): CountingServer {
  const pool = new Pool(`http://${upstream.host}:${upstream.port}`, limits);
  const kept = createKeptAnswers(most.keptBytes);
  const requests = createRequestLog(log);
  const counts = { hits: 0, misses: 0, passed: 0, failures: 0 };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/__health") return health(response);
    let how: string | undefined;
    follow(request, response, { component, kind: "cdn" }, keep, () => how);
    const method = request.method ?? "GET";
    const target = request.url?.startsWith("/") === true ? request.url : "/";
    const isRead = method === "GET" || method === "HEAD";
    const found = isRead && !asksAnew(request) ? kept.find(target, now()) : null;
    if (found !== null) {
      counts.hits += 1;
      const age = String(Math.floor((now() - found.at) / 1_000));
      const tag = requestTag(request.headers[requestIdHeader]);
      how = `from what is kept, ${age} s old`;
      requests.answered(found.status, `${method} ${target} ${found.status} ${how}${tag}`, tag !== "");
      return reply(response, found, { age, "x-cache": "HIT" }, method);
    }
    const body = await readBody(request, most.bodyBytes);
    how = "passed on";
    if (body === null) return refuse(response, 413, "too-large", "the body is larger than 1 MB");
    const fetched = await pass(request, method, target, body);
    if (fetched === null) return refuse(response, 502, "bad-gateway", `${component} got no answer from its origin`);
    if (isRead) counts.misses += 1;
    else counts.passed += 1;
    // A write that succeeded makes what is kept of its path out of date.
    if (!isRead && fetched.status < 400) kept.drop(pathOf(target));
    if (fetched.until > fetched.at) kept.keep(target, fetched);
    reply(response, fetched, { "x-cache": "MISS" }, method);
  }

  async function pass(
    request: IncomingMessage,
    method: string,
    target: string,
    body: Buffer,
  ): Promise<KeptAnswer | null> {
    const at = now();
    try {
      const got = await pool.request({
        method: asMethod(method),
        path: target,
        headers: endToEnd(request.headers),
        body: body.length === 0 ? null : body,
      });
      const { statusCode: status, headers } = got;
      const isAuthorized = request.headers.authorization !== undefined;
      const until = at + freshMillis({ method, isAuthorized, status, headers }, ttlMillis);
      return { status, headers: endToEnd(headers), body: Buffer.from(await got.body.arrayBuffer()), at, until };
    } catch (error) {
      counts.failures += 1;
      log(`${method} ${target} got no answer: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  function health(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ component, ...counters() }));
  }

  function counters(): Record<string, number> {
    const reads = counts.hits + counts.misses;
    return { ...counts, ...(reads === 0 ? {} : { hitRatio: counts.hits / reads }), kept: kept.count() };
  }

  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // The client went away; there is nobody left to tell.
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  });
  return { server, counters };
}

const asksAnew = ({ headers }: IncomingMessage): boolean =>
  headers.authorization !== undefined || /no-cache|no-store|max-age=0/.test(headers["cache-control"] ?? "");

function reply(response: ServerResponse, answer: KeptAnswer, more: Record<string, string>, method: string): void {
  response.writeHead(answer.status, { ...answer.headers, ...more });
  response.end(method === "HEAD" ? undefined : answer.body);
}

function refuse(response: ServerResponse, status: number, error: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error, message }));
}
