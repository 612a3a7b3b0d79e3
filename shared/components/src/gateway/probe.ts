import type { Upstream, Upstreams } from "./upstreams.ts";

/** Asks each upstream every `millis` whether it is well; slow to answer is not well either. Answers how to stop. */
export function probe(upstreams: Upstreams, millis: number): () => void {
  const timer = setInterval(() => {
    for (const upstream of upstreams.all) {
      health(upstream, Math.max(300, millis)).then(
        (unwell) => upstreams.probed(upstream, unwell),
        () => upstreams.probed(upstream, "its health check got no answer"),
      );
    }
  }, millis);
  return () => clearInterval(timer);
}

async function health({ pool }: Upstream, timeoutMillis: number): Promise<string | null> {
  const signal = AbortSignal.timeout(timeoutMillis);
  const { statusCode, body } = await pool.request({ method: "GET", path: "/__health", signal });
  await body.dump();
  return statusCode === 200 ? null : `its health check answered ${statusCode}`;
}
