import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { requestIdHeader, requestIdIn } from "@proofroom/domain/judge/result";
import { Acknowledge, Take } from "@proofroom/domain/infrastructure/queue-message";
import type { Messages } from "./messages.ts";

/** The clock may be moved at any moment, and then messages come back; so whoever waits looks again this often. */
const lookMillis = 25;

/** A queue over HTTP: publish, take (which waits a while when there is nothing), acknowledge. Not listening yet. */
export function createQueueServer(messages: Messages): Server {
  const answers: Record<string, (request: IncomingMessage) => Promise<[status: number, body: unknown]>> = {
    "POST /messages": async (request) =>
      // A message belongs to the request on whose behalf it was published.
      messages.publish(await json(request), requestIdIn(request.headers[requestIdHeader]))
        ? [201, {}]
        : [507, { error: "full", message: "the queue has no room left" }],
    "POST /take": async (request) => {
      const { most, waitMillis } = Take.parse(await json(request));
      const until = performance.now() + waitMillis;
      let taken = messages.take(most);
      while (taken.length === 0 && performance.now() < until && !request.socket.destroyed) {
        await pause(lookMillis);
        // Whoever has left must not be handed a message.
        taken = request.socket.destroyed ? [] : messages.take(most);
      }
      return [200, { messages: taken }];
    },
    "POST /acknowledge": async (request) => {
      const { receipt } = Acknowledge.parse(await json(request));
      return [200, { acknowledged: messages.acknowledge(receipt) }];
    },
    "GET /__health": async () => [200, messages.counters()],
  };
  return createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    const answer = answers[`${request.method} ${request.url}`];
    const sent =
      answer === undefined ? Promise.resolve<[number, unknown]>([404, { error: "not-found" }]) : answer(request);
    void sent
      .catch((error: unknown): [number, unknown] => [
        400,
        { error: "invalid", message: error instanceof Error ? error.message : String(error) },
      ])
      .then(([status, body]) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      });
  });
}
