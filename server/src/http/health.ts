import { Hono } from "hono";

/** What the server leans on: how it is now, in a word, and `ok` where all is well. */
export type Dependencies = Record<string, () => Promise<string>>;

/** Alive is not ready: a server whose database is away still answers and recovers by itself. */
export const healthRoutes = (dependencies: Dependencies) =>
  new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const asked = Object.entries(dependencies).map(
        async ([name, ask]) => [name, await ask().catch(() => "away")] as const,
      );
      const states = Object.fromEntries(await Promise.all(asked));
      const isReady = states["database"] === "ok";
      return c.json({ status: isReady ? "ready" : "waiting", ...states }, isReady ? 200 : 503);
    });
