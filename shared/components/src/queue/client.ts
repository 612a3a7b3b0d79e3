import type { Address } from "@proofroom/domain/infrastructure/component-message";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import { Pool } from "undici";
import { type Delivery, Taken } from "@proofroom/domain/infrastructure/queue-message";

/** The way to a queue. Each call rejects, and soon, when the queue is down or silent. */
export interface Queue {
  /** `request` is the test's on whose behalf it comes. */
  publish(message: unknown, request?: string): Promise<void>;
  /** Waits up to a second for the first. */
  take(most: number): Promise<Delivery[]>;
  acknowledge(receipt: string): Promise<void>;
}

export function connectQueue({ host, port }: Address): Queue {
  const limits = { connect: { timeout: 1_000 }, headersTimeout: 3_000, bodyTimeout: 3_000 };
  const pool = new Pool(`http://${host}:${port}`, { connections: 8, ...limits });
  const ask = async (path: string, body: unknown, more: Record<string, string> = {}): Promise<unknown> => {
    const headers = { "content-type": "application/json", ...more };
    const answer = await pool.request({ method: "POST", path, headers, body: JSON.stringify(body ?? null) });
    const said: unknown = await answer.body.json();
    if (answer.statusCode >= 300) throw new Error(`the queue answered ${answer.statusCode}: ${JSON.stringify(said)}`);
    return said;
  };
  return {
    publish: async (message, request) =>
      void (await ask("/messages", message, request === undefined ? {} : { [requestIdHeader]: request })),
    take: async (most) => Taken.parse(await ask("/take", { most, waitMillis: 1_000 })).messages,
    acknowledge: async (receipt) => void (await ask("/acknowledge", { receipt })),
  };
}
