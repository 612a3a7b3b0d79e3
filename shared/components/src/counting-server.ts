import type { Server } from "node:http";

/** A component's server, not listening yet, and what it has done since its start. */
export interface CountingServer {
  server: Server;
  counters: () => Record<string, number>;
}
