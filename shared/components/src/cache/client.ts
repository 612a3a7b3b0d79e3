import { connect, type Socket } from "node:net";
import type { Address } from "@proofroom/domain/infrastructure/component-message";
import { createStanding } from "../standing.ts";
import { createReader, encodeCommand, type Reply } from "./resp.ts";

export interface CacheConnection {
  /** Null when the cache is down or silent, and then at once for a time that grows: nobody waits for a cache for long. */
  send(command: readonly string[]): Promise<{ reply: Reply } | null>;
  close(): void;
}

const silenceMillis = 150;

/** One connection on which commands follow each other without waiting; their answers come in the same order. */
export function connectCache({ host, port }: Address, log: (line: string) => void): CacheConnection {
  const standing = createStanding({ ejectAfter: 1, now: () => performance.now() });
  let open: { socket: Socket; waiting: ((reply: { reply: Reply } | null) => void)[] } | null = null;

  function fail(reason: string): void {
    const broken = open;
    open = null;
    broken?.socket.destroy();
    for (const answered of broken?.waiting ?? []) answered(null);
    if (standing.failed()) log(`the cache is left out for now: ${reason}`);
  }

  function connected() {
    if (open !== null) return open;
    const socket = connect({ host, port, noDelay: true });
    const own = { socket, waiting: new Array<(reply: { reply: Reply } | null) => void>() };
    const read = createReader();
    const isCurrent = () => open === own;
    socket.on("error", (error) => isCurrent() && fail(error.message));
    socket.on("close", () => isCurrent() && fail("it closed the connection"));
    socket.on("data", (bytes) => {
      if (!isCurrent()) return;
      try {
        for (const reply of read(Buffer.from(bytes))) own.waiting.shift()?.({ reply });
        if (standing.answered()) log("the cache is used again");
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    });
    open = own;
    return own;
  }

  return {
    async send(command) {
      if (!standing.isIn()) {
        if (!standing.mayBeTried()) return null;
        standing.trying();
      }
      const { socket, waiting } = connected();
      const answer = Promise.withResolvers<{ reply: Reply } | null>();
      waiting.push(answer.resolve);
      socket.write(encodeCommand(command));
      let isWaiting = true;
      const isLate = (): void => {
        if (isWaiting && open?.waiting === waiting) fail(`no answer in ${silenceMillis} ms`);
      };
      // On a busy host the answer may have come while this process had no turn: what has arrived is read before it counts as late.
      const late = setTimeout(() => setImmediate(isLate), silenceMillis);
      const reply = await answer.promise;
      isWaiting = false;
      clearTimeout(late);
      return reply;
    },
    close() {
      const last = open;
      open = null;
      last?.socket.destroy();
    },
  };
}
