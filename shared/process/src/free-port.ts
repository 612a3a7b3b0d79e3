import { createServer } from "node:net";

/** Below every system's range for outgoing connections, so that a server which restarts finds its port still free. */
const lowest = 20_000;
const highest = 32_000;

/** Null when this process could listen on `port` of `host`; otherwise the system's code for why not, such as `EADDRINUSE`. */
export function obstacleAt(port: number, host = "127.0.0.1"): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/** True when nothing on this machine listens on `port` of `host`. */
export const isFree = async (port: number, host?: string): Promise<boolean> => (await obstacleAt(port, host)) === null;

/** A loopback port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  throw new Error("found no free port on 127.0.0.1 in 100 tries; close programs that listen on many ports");
}
