import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";

/** What the server leans on: how it is now, in a word or a sentence, and `ok` where all is well. */
export type Dependencies = Record<string, () => Promise<string>>;

const patienceMillis = 1_000;

/** Alive is not ready: a server whose database is away still answers and recovers by itself. */
export const healthRoutes = (dependencies: Dependencies) =>
  new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const asked = Object.entries(dependencies).map(async ([name, ask]) => [name, await inTime(ask)] as const);
      const states = Object.fromEntries(await Promise.all(asked));
      const isReady = states["database"] === "ok";
      return c.json({ status: isReady ? "ready" : "waiting", ...states }, isReady ? 200 : 503);
    });

/** Whatever does not answer soon is away: whoever probes does not wait long either. */
async function inTime(ask: () => Promise<string>): Promise<string> {
  const over = new AbortController();
  const late = pause(patienceMillis, "away", { signal: over.signal }).catch(() => "away");
  const answer = await Promise.race([ask().catch(() => "away"), late]);
  over.abort();
  return answer;
}
