import type { Server } from "node:net";
import { type FromComponent, ToComponent } from "@proofroom/domain/infrastructure/component-message";
import type { Hop } from "@proofroom/domain/judge/trace";

/** What every component gets from its supervisor, whatever its kind. */
export interface Own {
  component: string;
  /** To listen at; 0 is any. */
  port: number;
  /** The deployment's time, which tests may move. */
  now: () => Date;
}

export interface Started {
  /** Where it listens; 0 for one that nobody calls. */
  port: number;
  /** What it has done since its start, in names of its own. */
  counters?: () => Record<string, number>;
  /** Has a random text come again, or takes that back; answers how often that has happened. */
  repeatDraw?: (text: string | null, isNew?: boolean) => number;
  /** Has each request wait so long after it has looked at what is stored. */
  linger?: (millis: number) => Promise<void>;
  /** The way of requests through it, once all that it said of them is out. */
  trace?: (requests: readonly string[]) => Promise<Hop[]>;
}

/**
 * The whole of a component's `main.ts`: hears its supervisor, starts once the settings are there, follows the clock, answers
 * what it counted, and ends with the supervisor, for a component that nobody watches must not stay.
 */
export function runComponent<S>(
  form: { parse(given: unknown): S },
  start: (settings: S, own: Own) => Promise<Started>,
): void {
  let offsetMillis = 0;
  let started: Started | null = null;
  process.on("message", (message) => {
    const told = ToComponent.parse(message);
    switch (told.type) {
      case "settings": {
        offsetMillis = told.offsetMillis;
        const { component, port } = told;
        const own = { component, port, now: () => new Date(Date.now() + offsetMillis) };
        void start(form.parse(told.settings), own).then((running) => {
          started = running;
          tell({ type: "listening", port: running.port });
        });
        return;
      }
      case "clock":
        offsetMillis = told.offsetMillis;
        return tell({ type: "clock", offsetMillis });
      case "count":
        return tell({ type: "counters", counters: started?.counters?.() ?? {} });
      case "draw":
        return tell({ type: "draw", times: started?.repeatDraw?.(told.text, told.isNew) ?? 0 });
      case "linger":
        return void Promise.resolve(started?.linger?.(told.millis)).then(() => tell({ type: "linger" }));
      case "trace":
        return void Promise.resolve(started?.trace?.(told.requests) ?? []).then((hops) =>
          tell({ type: "trace", hops }),
        );
    }
  });
  process.once("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group; the supervisor alone decides when a component goes.
  process.on("SIGINT", () => {});
}

/**
 * Listens on loopback and answers the port. A start that fails ends the process, and its supervisor tries again. Where
 * several processes share a port, the system spreads new connections over those that are there.
 */
export function listen(server: Server, port: number, isShared = false): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", reusePort: isShared }, () => {
      server.off("error", reject);
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
    });
  });
}

function tell(message: FromComponent): void {
  process.send?.(message);
}
