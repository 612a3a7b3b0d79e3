import type { Upstreams } from "./upstreams.ts";

/** Asks each upstream every `millis` whether it is well; slow to answer is down as well. Answers how to stop. */
export function probe(upstreams: Upstreams, millis: number): () => void {
  const timer = setInterval(() => {
    for (const upstream of upstreams.all) {
      upstream.pool
        .request({ method: "GET", path: "/__health", signal: AbortSignal.timeout(Math.max(300, millis)) })
        .then(async ({ statusCode, body }) => {
          await body.dump();
          if (statusCode === 200) upstreams.markUp(upstream);
          else upstreams.markDown(upstream, `its health check answered ${statusCode}`);
        })
        .catch(() => upstreams.markDown(upstream, "its health check got no answer"));
    }
  }, millis);
  return () => clearInterval(timer);
}
