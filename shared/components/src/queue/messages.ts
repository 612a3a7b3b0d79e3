import type { Delivery, QueueEntry } from "@proofroom/domain/infrastructure/queue-message";

export interface Messages {
  /** False when there is no room for more. */
  publish(message: unknown): boolean;
  take(most: number): Delivery[];
  /** False for a receipt that is none any more: its message has been handed out again, or is done. */
  acknowledge(receipt: string): boolean;
  counters(): Record<"depth" | "inFlight" | "dead" | "published" | "acknowledged" | "redelivered", number>;
}

interface MessagesOptions {
  visibilityMillis: number;
  /** A message that was handed out so often and never acknowledged is a dead letter. */
  deliveries: number;
  now: () => number;
  keep: (entry: QueueEntry) => void;
  /** What was kept before a restart, in order. */
  before: Iterable<QueueEntry>;
}

interface Held {
  id: number;
  message: unknown;
  deliveries: number;
  until: number;
}

const mostWaiting = 100_000;

/** At least once and in no promised order: what is taken and not acknowledged in time is handed out again. */
export function createMessages({ visibilityMillis, deliveries, now, keep, before }: MessagesOptions): Messages {
  const ready = new Map<number, Held>();
  const taken = new Map<number, Held>();
  const counts = { dead: 0, published: 0, acknowledged: 0, redelivered: 0 };
  let last = 0;

  for (const entry of before) replay(entry);

  function replay(entry: QueueEntry): void {
    last = Math.max(last, entry.id);
    const held = ready.get(entry.id);
    if (entry.was === "published") {
      ready.set(entry.id, { id: entry.id, message: entry.message, deliveries: 0, until: 0 });
      counts.published++;
    } else if (entry.was === "delivered" && held !== undefined) held.deliveries++;
    else if (entry.was === "acknowledged" || entry.was === "dead") {
      ready.delete(entry.id);
      counts[entry.was]++;
    }
  }

  /** What was taken and whose time is up comes back, or is a dead letter. */
  function giveBack(): void {
    for (const held of taken.values()) {
      if (held.until > now()) continue;
      taken.delete(held.id);
      if (held.deliveries < deliveries) ready.set(held.id, held);
      else {
        counts.dead++;
        keep({ id: held.id, was: "dead" });
      }
    }
  }

  function* nextReady(most: number): Generator<Held> {
    for (const held of ready.values()) {
      if (most-- <= 0) return;
      yield held;
    }
  }

  return {
    publish(message) {
      if (ready.size >= mostWaiting) return false;
      const id = ++last;
      keep({ id, was: "published", message });
      ready.set(id, { id, message, deliveries: 0, until: 0 });
      counts.published++;
      return true;
    },
    take(most) {
      giveBack();
      return [...nextReady(most)].map((held) => {
        ready.delete(held.id);
        held.deliveries++;
        held.until = now() + visibilityMillis;
        if (held.deliveries > 1) counts.redelivered++;
        taken.set(held.id, held);
        keep({ id: held.id, was: "delivered" });
        return { receipt: `${held.id}.${held.deliveries}`, message: held.message, deliveries: held.deliveries };
      });
    },
    acknowledge(receipt) {
      const [id = 0, nth = 0] = receipt.split(".").map(Number);
      const held = taken.get(id);
      if (held === undefined || held.deliveries !== nth) return false;
      taken.delete(id);
      counts.acknowledged++;
      keep({ id, was: "acknowledged" });
      return true;
    },
    counters() {
      giveBack();
      return { depth: ready.size, inFlight: taken.size, ...counts };
    },
  };
}
