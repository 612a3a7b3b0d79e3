import { createServer, type Server } from "node:http";
import type { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { forward } from "./forward.ts";
import { probe } from "./probe.ts";
import { createUpstreams } from "./upstreams.ts";

/** The door of a deployment: spreads requests over the replicas and leaves out those that fail. Not listening yet. */
export function createGateway(
  { upstreams: addresses, healthMillis, retryIdempotent }: Omit<GatewaySettings, "component" | "port">,
  log: (line: string) => void,
): Server {
  const upstreams = createUpstreams(addresses, log);
  const isProbing = healthMillis > 0;
  const policy = { upstreams, retryIdempotent, isProbing, log };
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
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
  return server;
}
