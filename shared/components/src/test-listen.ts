import { once } from "node:events";
import type { Server } from "node:http";

/** For tests: servers on loopback, and how to close all of them. */
export function createListeners() {
  const servers: Server[] = [];

  /** Answers the port. */
  const listen = async (server: Server, wanted = 0): Promise<number> => {
    servers.push(server);
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("it does not listen");
    return address.port;
  };

  const close = async (): Promise<void> => {
    for (const server of servers.splice(0).filter(({ listening }) => listening)) {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    }
  };
  return { listen, close };
}
