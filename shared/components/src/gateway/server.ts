import { createServer, type ServerResponse } from "node:http";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { requestTag } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import type { CountingServer } from "../counting-server.ts";
import { follow } from "../follow.ts";
import { createRequestLog } from "../service/request-log.ts";
import { forward } from "./forward.ts";
import { probe } from "./probe.ts";
import { createUpstreams, type Upstreams } from "./upstreams.ts";

/** The door of a deployment: spreads requests over the replicas and leaves out those that fail. Not listening yet. */
export function createGateway(
  settings: Omit<GatewaySettings, "isOneOfSeveral" | "sharedPort"> & { component: string },
  log: (line: string) => void,
  keep?: (hop: Hop) => void,
): CountingServer {
  const { component, healthMillis, retryIdempotent, ejectAfter, timeoutMillis } = settings;
  const isProbing = healthMillis > 0;
  const upstreams = createUpstreams({ addresses: settings.upstreams, ejectAfter, isProbing, timeoutMillis, log });
  const requests = createRequestLog(log);
  const policy = { upstreams, retryIdempotent, keyHeaders: settings.keyHeaders, log };
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    if (request.url === "/__health") return answerHealth(response, component, upstreams);
    const answered = (hop: Hop): void => {
      const way = `${request.method} ${request.url} ${hop.status} ${hop.millis.toFixed(1)} ms`;
      requests.answered(hop.status, `${way}${requestTag(hop.request)}`, true);
      keep?.(hop);
    };
    follow(request, response, { component, kind: "gateway" }, answered);
    forward(request, response, policy).catch((error: unknown) => {
      // The client went away, or spoke no sense; there is nobody left to tell.
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  });
  if (isProbing) {
    const stop = probe(upstreams, healthMillis);
    server.once("close", stop);
  }
  return { server, counters: () => countersOf(upstreams) };
}

/** `api-2 requests` and so on, for each replica. */
function countersOf({ all }: Upstreams): Record<string, number> {
  const counted = all.flatMap(({ component, counts, standing }) =>
    Object.entries({ ...counts, ejections: standing.ejections() }).map(([name, n]) => [`${component} ${name}`, n]),
  );
  return Object.fromEntries(counted);
}

/** What of each replica was asked and how it went. */
function answerHealth(response: ServerResponse, component: string, { all }: Upstreams): void {
  const upstreams = all.map((upstream) => ({
    component: upstream.component,
    isIn: upstream.standing.isIn(),
    ...upstream.counts,
    ejections: upstream.standing.ejections(),
  }));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ component, upstreams }));
}
