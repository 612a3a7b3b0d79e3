import type { Answer } from "./answer.ts";

export interface OrderedFeed<E> {
  /** The last `seq` that was delivered. */
  last(): number;
  push(event: E): void;
  /** Fetches what came after the last one; resolves when nothing is missing, or when it was refused for good. */
  catchUp(): Promise<void>;
  close(): void;
}

interface Options<E> {
  fetchAfter: (seq: number) => Promise<Answer<E[]>>;
  /** Called with events whose `seq` follow each other without a gap, each once. */
  deliver: (events: E[]) => void;
  wait: (millis: number) => Promise<void>;
}

const firstWait = 500;
const longestWait = 10_000;

/** Puts events from a socket into the order of their `seq`, and fetches over HTTP what a gap shows to be missing. */
export function createOrderedFeed<E extends { seq: number }>(o: Options<E>): OrderedFeed<E> {
  let last = 0;
  let isClosed = false;
  let fetching: Promise<void> | null = null;
  const early = new Map<number, E>();

  const take = (events: E[]) => {
    for (const event of events) if (event.seq > last) early.set(event.seq, event);
    const next: E[] = [];
    for (let event = early.get(last + 1); event !== undefined; event = early.get(last + 1)) {
      early.delete(event.seq);
      last = event.seq;
      next.push(event);
    }
    if (next.length > 0 && !isClosed) o.deliver(next);
  };

  async function fetchAll(): Promise<void> {
    let millis = firstWait;
    while (!isClosed) {
      const before = last;
      const answer = await o.fetchAfter(before);
      if (answer.ok) {
        take(answer.value);
        if (last === before && early.size === 0) return;
        if (last > before) {
          millis = firstWait;
          continue;
        }
      } else if (answer.status === 401 || answer.status === 404) return;
      await o.wait(millis);
      millis = Math.min(millis * 2, longestWait);
    }
  }

  const feed: OrderedFeed<E> = {
    last: () => last,
    push(event) {
      take([event]);
      if (early.size > 0) void feed.catchUp();
    },
    catchUp() {
      fetching ??= fetchAll().finally(() => (fetching = null));
      return fetching;
    },
    close() {
      isClosed = true;
      early.clear();
    },
  };
  return feed;
}
