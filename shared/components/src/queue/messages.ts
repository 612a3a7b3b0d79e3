import type { Delivery, QueueEntry } from "@proofroom/domain/infrastructure/queue-message";
import { never } from "@proofroom/domain/never";
import type { Journal } from "./journal.ts";

export interface Messages {
  /** False when there is no room for more. `request` is the test's on whose behalf it comes. */
  publish(message: unknown, request?: string): boolean;
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
  journal: Journal;
}

interface Held {
  id: number;
  message: unknown;
  request: string | undefined;
  deliveries: number;
  until: number;
}

const mostWaiting = 100_000;

/** At least once and in no promised order: what is taken and not acknowledged in time is handed out again. */
export function createMessages({ visibilityMillis, deliveries, now, journal }: MessagesOptions): Messages {
  const ready = new Map<number, Held>();
  const taken = new Map<number, Held>();
  const counts = { dead: 0, published: 0, acknowledged: 0, redelivered: 0 };
  let last = 0;

  for (const entry of journal.before) replay(entry);

  function replay(entry: QueueEntry): void {
    last = Math.max(last, entry.id);
    const held = ready.get(entry.id);
    switch (entry.was) {
      case "published": {
        const { id, message, request, deliveries: sofar = 0 } = entry;
        ready.set(id, { id, message, request, deliveries: sofar, until: 0 });
        counts.published++;
        return;
      }
      case "delivered":
        if (held !== undefined) held.deliveries++;
        return;
      case "acknowledged":
      case "dead":
        ready.delete(entry.id);
        counts[entry.was]++;
        return;
      case "counted":
        counts.published = entry.published;
        counts.acknowledged = entry.acknowledged;
        counts.dead = entry.dead;
        return;
      default:
        never(entry);
    }
  }

  /** Before anything is changed: in between, the journal knows what these maps do not. */
  function tidy(): void {
    if (!journal.isOvergrown()) return;
    const held = [...taken.values(), ...ready.values()];
    const { acknowledged, dead } = counts;
    journal.rewrite([
      { id: last, was: "counted", published: counts.published - held.length, acknowledged, dead },
      ...held.map(({ until: _until, ...one }) => ({ ...one, was: "published" as const })),
    ]);
  }

  /** What was taken and whose time is up comes back, or is a dead letter. */
  function giveBack(): void {
    for (const held of taken.values()) {
      if (held.until > now()) continue;
      taken.delete(held.id);
      if (held.deliveries < deliveries) ready.set(held.id, held);
      else {
        counts.dead++;
        journal.keep({ id: held.id, was: "dead" });
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
    publish(message, request) {
      if (ready.size >= mostWaiting) return false;
      tidy();
      const id = ++last;
      journal.keep({ id, was: "published", message, ...(request === undefined ? {} : { request }) });
      ready.set(id, { id, message, request, deliveries: 0, until: 0 });
      counts.published++;
      return true;
    },
    take(most) {
      tidy();
      giveBack();
      return [...nextReady(most)].map((held) => {
        ready.delete(held.id);
        held.deliveries++;
        held.until = now() + visibilityMillis;
        if (held.deliveries > 1) counts.redelivered++;
        taken.set(held.id, held);
        journal.keep({ id: held.id, was: "delivered" });
        const { id, message, request } = held;
        const from = request === undefined ? {} : { request };
        return { receipt: `${id}.${held.deliveries}`, message, deliveries: held.deliveries, ...from };
      });
    },
    acknowledge(receipt) {
      const [id = 0, nth = 0] = receipt.split(".").map(Number);
      const held = taken.get(id);
      if (held === undefined || held.deliveries !== nth) return false;
      tidy();
      taken.delete(id);
      counts.acknowledged++;
      journal.keep({ id, was: "acknowledged" });
      return true;
    },
    counters() {
      giveBack();
      return { depth: ready.size, inFlight: taken.size, ...counts };
    },
  };
}
