import { Pool } from "undici";

export interface Upstream {
  component: string;
  pool: Pool;
  /** False from a failure until a probe has answered. */
  isUp: boolean;
}

export interface Upstreams {
  all: Upstream[];
  /** The next one in turn that is up and was not tried yet; any when none is up, for the probe may be late. */
  pick(tried: ReadonlySet<Upstream>): Upstream | null;
  markDown(upstream: Upstream, reason: string): void;
  markUp(upstream: Upstream): void;
}

interface Address {
  component: string;
  host: string;
  port: number;
}

/** What makes a stalled replica an error, and soon. */
const limits = { connections: 128, connect: { timeout: 1_000 }, headersTimeout: 5_000, bodyTimeout: 5_000 };

export function createUpstreams(addresses: Address[], log: (line: string) => void): Upstreams {
  const all = addresses.map(({ component, host, port }): Upstream => {
    const pool = new Pool(`http://${host}:${port}`, { ...limits });
    return { component, pool, isUp: true };
  });
  let turn = 0;
  return {
    all,
    pick(tried) {
      const inTurn = all.map((_, n) => all[(turn + n) % all.length]).filter((upstream) => upstream !== undefined);
      turn = (turn + 1) % Math.max(1, all.length);
      return inTurn.find((u) => u.isUp && !tried.has(u)) ?? inTurn.find((u) => !tried.has(u)) ?? null;
    },
    markDown(upstream, reason) {
      if (upstream.isUp) log(`${upstream.component} is left out: ${reason}`);
      upstream.isUp = false;
    },
    markUp(upstream) {
      if (!upstream.isUp) log(`${upstream.component} is back`);
      upstream.isUp = true;
    },
  };
}
