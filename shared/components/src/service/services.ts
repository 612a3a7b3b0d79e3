import type { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import { type Dispatcher, Pool } from "undici";
import { asking, followedRequest } from "./following.ts";

export interface Called {
  status: number;
  body: unknown;
}

/** Another service that a step calls. Rejects when it gave no answer in time. */
export interface CalledService {
  ask(request: CallRequest): Promise<Called>;
}

interface CallRequest {
  method: Dispatcher.HttpMethod;
  path: string;
  body: object | undefined;
  headers: Record<string, string>;
  millis: number;
}

/** Calls go to its replicas in turn. */
export function connectServices(services: DoingSettings["services"]): Map<string, CalledService> {
  return new Map(
    services.map(({ id, at }) => {
      const pools = at.map(
        ({ host, port }) => new Pool(`http://${host}:${port}`, { connections: 16, connect: { timeout: 1_000 } }),
      );
      let turn = 0;
      const service: CalledService = {
        ask: (request) =>
          asking(
            { to: id, what: () => `${request.method} ${request.path}` },
            () => call(pools[turn++ % pools.length], request),
            ({ status }) => ({ came: `answered ${status}`, isRefused: status >= 400 }),
          ),
      };
      return [id, service];
    }),
  );
}

async function call(pool: Pool | undefined, { method, path, body, headers, millis }: CallRequest): Promise<Called> {
  if (pool === undefined) throw new Error("none of its replicas is deployed");
  const request = followedRequest();
  const answer = await pool.request({
    method,
    path,
    headers: {
      ...headers,
      ...(request === undefined ? {} : { [requestIdHeader]: request }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(millis),
  });
  return { status: answer.statusCode, body: parsed(await answer.body.text()) };
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
