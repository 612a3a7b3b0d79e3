import { randomBytes } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import { type Exchange, requestIdHeader } from "@proofroom/domain/judge/result";

export type Request = Exchange["request"];

/** What came of one request. `body` is the whole answer, parsed where it is JSON; the exchange keeps a cut of it. */
export type Answer =
  | { kind: "answered"; exchange: Exchange; status: number; headers: Record<string, string>; body: unknown }
  /** No connection, or it broke: the platform's doing, since a design cannot close a socket. */
  | { kind: "unreachable"; exchange: Exchange; reason: string }
  | { kind: "silent"; exchange: Exchange; afterMillis: number };

export type Send = (request: Request) => Promise<Answer>;

export const inFlight = 16;
const silentAfterMillis = 10_000;
const keptBytes = 4_000;
const readBytes = 1_000_000;

/**
 * Sends over at most 16 kept connections and never follows a redirect: a test judges the answer itself. Each request has an id
 * of its own, by which it is found again in the log.
 */
export function createSend(endpoint: string, signal: AbortSignal): Send & AsyncDisposable {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const send: Send = (wanted) => {
    const request = { ...wanted, headers: { ...wanted.headers, [requestIdHeader]: randomBytes(6).toString("hex") } };
    const began = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const exchange = (response: Exchange["response"]): Exchange => ({
      request: request.body === undefined ? request : { ...request, body: request.body.slice(0, keptBytes) },
      response,
      millis: Math.round((performance.now() - began) * 10) / 10,
    });
    const lost = (error: Error): void => {
      if (signal.aborted) reject(signal.reason);
      else resolve({ kind: "unreachable", exchange: exchange(null), reason: error.message });
    };
    const body = request.body === undefined ? {} : { "content-length": String(Buffer.byteLength(request.body)) };
    const outgoing = httpRequest(
      new URL(request.path, endpoint),
      { agent, signal, method: request.method, headers: { ...request.headers, ...body } },
      (incoming) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        incoming.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes <= readBytes) chunks.push(chunk);
        });
        incoming.on("error", lost);
        incoming.on("end", () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString("utf8");
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          );
          const status = incoming.statusCode ?? 0;
          const kept = exchange({ status, headers, ...(text === "" ? {} : { body: text.slice(0, keptBytes) }) });
          resolve({ kind: "answered", exchange: kept, status, headers, body: parsed(text) });
        });
      },
    );
    const timer = setTimeout(() => {
      resolve({ kind: "silent", exchange: exchange(null), afterMillis: silentAfterMillis });
      outgoing.destroy();
    }, silentAfterMillis);
    outgoing.on("error", (error) => {
      clearTimeout(timer);
      lost(error);
    });
    outgoing.end(request.body);
    return promise;
  };
  return Object.assign(send, {
    [Symbol.asyncDispose]: () => {
      agent.destroy();
      return Promise.resolve();
    },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
