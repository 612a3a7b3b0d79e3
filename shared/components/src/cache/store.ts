/** What a cache holds: bounded memory, the least recently used going first, and an end for each key that has one. */
export interface Store {
  get(key: string): string | null;
  /** False when it is larger than all the memory. `until` is the time at which it ends, in milliseconds; null is never. */
  set(key: string, value: string, until: number | null): boolean;
  delete(key: string): boolean;
  /** When the key ends; null where it has no end, undefined where there is no such key. */
  untilOf(key: string): number | null | undefined;
  clear(): void;
  counts: { hits: number; misses: number; evictions: number };
  size(): { keys: number; bytes: number };
}

interface Entry {
  value: string;
  until: number | null;
  bytes: number;
}

/** About what Redis takes for a key beside the texts themselves. */
const overheadBytes = 64;

export function createStore({ bytes: most, now }: { bytes: number; now: () => number }): Store {
  // A map keeps the order in which its keys were set: what was used is set again and stands last.
  const entries = new Map<string, Entry>();
  const counts = { hits: 0, misses: 0, evictions: 0 };
  let bytes = 0;

  function remove(key: string, entry: Entry): void {
    entries.delete(key);
    bytes -= entry.bytes;
  }

  function find(key: string): Entry | null {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.until === null || entry.until > now()) return entry;
    remove(key, entry);
    return null;
  }

  return {
    counts,
    get(key) {
      const entry = find(key);
      if (entry === null) {
        counts.misses++;
        return null;
      }
      counts.hits++;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, until) {
      const entry = { value, until, bytes: Buffer.byteLength(key) + Buffer.byteLength(value) + overheadBytes };
      const old = entries.get(key);
      if (old !== undefined) remove(key, old);
      if (entry.bytes > most) return false;
      for (const [oldest, held] of entries) {
        if (bytes + entry.bytes <= most) break;
        remove(oldest, held);
        counts.evictions++;
      }
      entries.set(key, entry);
      bytes += entry.bytes;
      return true;
    },
    delete(key) {
      const entry = find(key);
      if (entry !== null) remove(key, entry);
      return entry !== null;
    },
    untilOf: (key) => find(key)?.until,
    clear() {
      entries.clear();
      bytes = 0;
    },
    size: () => ({ keys: entries.size, bytes }),
  };
}
