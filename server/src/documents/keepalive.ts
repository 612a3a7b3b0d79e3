import type { Peer } from "./peer.ts";
import { emptyAwarenessFrame } from "./protocol.ts";

const pingMillis = 25_000;
const silenceMillis = 20_000;

/**
 * Finds dead peers by pings, which programs in a browser cannot see, and keeps the stock client from reconnecting after
 * 30 s without a message. Call it every few seconds.
 */
export function keepAlive(peers: Iterable<Peer>, now: number): void {
  for (const peer of peers) {
    if (peer.outbox.isStalled(now)) {
      peer.ws.terminate();
      continue;
    }
    if (now - peer.pingedAt >= pingMillis) {
      if (!peer.isAlive) {
        peer.ws.terminate();
        continue;
      }
      peer.isAlive = false;
      peer.pingedAt = now;
      peer.ws.ping();
    }
    if (now - peer.outbox.sentAt >= silenceMillis) peer.outbox.push(emptyAwarenessFrame);
  }
}
