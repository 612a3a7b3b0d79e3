import { createServer, type Server, type Socket } from "node:net";
import { createCommands } from "./commands.ts";
import { BrokenProtocol, createReader, encodeReply, type Reply } from "./resp.ts";
import type { Store } from "./store.ts";

/** A cache that speaks as much of Redis's protocol as designs need. Not listening yet. */
export function createCacheServer(store: Store, now: () => number): Server {
  const run = createCommands(store, now);
  return createServer({ noDelay: true }, (socket) => {
    const read = createReader();
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      try {
        // Commands that came together are answered together.
        const replies = read(Buffer.from(bytes)).map((command) => encodeReply(answer(command, run)));
        if (replies.length > 0) socket.write(replies.join(""));
      } catch (error) {
        if (!(error instanceof BrokenProtocol)) throw error;
        cutOff(socket, error.message);
      }
    });
  });
}

function answer(command: Reply, run: (parts: string[]) => Reply): Reply {
  const parts = Array.isArray(command) ? command.flatMap((part) => (typeof part === "string" ? [part] : [])) : [];
  return parts.length === 0 ? { error: "ERR Protocol error: a command is a list of texts" } : run(parts);
}

function cutOff(socket: Socket, why: string): void {
  socket.end(encodeReply({ error: `ERR Protocol error: ${why}` }));
}
