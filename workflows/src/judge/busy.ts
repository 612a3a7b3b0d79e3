import type { Exchange } from "@proofroom/domain/judge/result";

/**
 * Whether an answer says that the host had no time: the gateway waited in vain, or the service for its database. A design
 * is data and takes no time of its own in so small a suite, so that this is the platform's and judges nobody.
 */
export function isBusy(response: Exchange["response"]): boolean {
  if (response === null) return false;
  const { status, body = "" } = response;
  if (status === 502 || status === 504) return true;
  return status === 503 && /"unavailable"/.test(body) && /time ?out|timed out|terminated|ECONN|connect/i.test(body);
}
