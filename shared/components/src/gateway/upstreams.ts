import { standingLines } from "@proofroom/domain/infrastructure/process-words";
import { Pool } from "undici";
import { createStanding, type Standing } from "../standing.ts";

export interface Upstream {
  component: string;
  pool: Pool;
  standing: Standing;
  counts: { requests: number; failures: number; retries: number };
}

export interface Upstreams {
  all: Upstream[];
  /** The next in turn that was not tried yet: one that is due for its trial, else one that is in, else any. */
  pick(tried: ReadonlySet<Upstream>): Upstream | null;
  answered(upstream: Upstream): void;
  failed(upstream: Upstream, reason: string): void;
  /** What a probe found: null where it is well. */
  probed(upstream: Upstream, unwell: string | null): void;
}

interface Address {
  component: string;
  host: string;
  port: number;
}

interface UpstreamOptions {
  addresses: Address[];
  ejectAfter: number;
  /** Probes bring an ejected replica back; where there are none, a request tries it. */
  isProbing: boolean;
  /** How long a replica may be silent: this is what makes a stalled one an error. */
  timeoutMillis: number;
  log: (line: string) => void;
}

export function createUpstreams({ addresses, ejectAfter, isProbing, timeoutMillis, log }: UpstreamOptions): Upstreams {
  const limits = { headersTimeout: timeoutMillis, bodyTimeout: timeoutMillis };
  const now = () => performance.now();
  const all = addresses.map(({ component, host, port }): Upstream => {
    const pool = new Pool(`http://${host}:${port}`, { connections: 128, connect: { timeout: 1_000 }, ...limits });
    const counts = { requests: 0, failures: 0, retries: 0 };
    return { component, pool, standing: createStanding({ ejectAfter, now }), counts };
  });
  let turn = 0;

  const back = ({ component, standing }: Upstream): void => {
    if (standing.answered()) log(standingLines.back(component));
  };
  const leftOut = ({ component }: Upstream, reason: string): void => log(standingLines.leftOut(component, reason));

  return {
    all,
    pick(tried) {
      const inTurn = all.map((_, n) => all[(turn + n) % all.length]).filter((upstream) => upstream !== undefined);
      turn = (turn + 1) % Math.max(1, all.length);
      const untried = inTurn.filter((upstream) => !tried.has(upstream));
      const due = isProbing ? undefined : untried.find(({ standing }) => standing.mayBeTried());
      due?.standing.trying();
      return due ?? untried.find(({ standing }) => standing.isIn()) ?? untried[0] ?? null;
    },
    answered: back,
    failed(upstream, reason) {
      upstream.counts.failures += 1;
      if (upstream.standing.failed()) leftOut(upstream, reason);
    },
    probed(upstream, unwell) {
      if (unwell !== null) {
        if (upstream.standing.unwell()) leftOut(upstream, unwell);
      } else if (upstream.standing.mayBeTried()) back(upstream);
    },
  };
}
