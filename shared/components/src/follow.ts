import type { IncomingMessage, ServerResponse } from "node:http";
import { requestIdHeader, requestIdIn } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";

/** Remembers how a request that carries an id went, once its answer is out; `how` is asked then. */
export function follow(
  { headers }: IncomingMessage,
  response: ServerResponse,
  who: Pick<Hop, "component" | "kind">,
  keep: (hop: Hop) => void,
  how: () => string | undefined = () => undefined,
): void {
  const request = requestIdIn(headers[requestIdHeader]);
  if (request === undefined) return;
  const at = new Date().toISOString();
  const began = performance.now();
  response.once("close", () => {
    const millis = performance.now() - began;
    const said = how();
    const rest = { at, millis, status: response.statusCode, statements: [], dropped: 0 };
    keep({ request, ...who, ...rest, ...(said === undefined ? {} : { how: said }) });
  });
}
