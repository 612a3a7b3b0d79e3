import type { CacheConnection } from "../cache/client.ts";

/** A cache as steps use it. A dead one is never a dead service: it holds nothing, and what is put there is lost. */
export interface Cache {
  get(key: string): Promise<string | null>;
  /** Null keeps it for ever. */
  put(key: string, text: string, ttlMillis: number | null): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Null when the cache cannot be asked. The time to live runs from the first one on. */
  increment(key: string, by: number, ttlMillis: number | null): Promise<number | null>;
  counts: { hits: number; misses: number; unreachable: number };
}

export function createCache({ send }: Pick<CacheConnection, "send">): Cache {
  const counts = { hits: 0, misses: 0, unreachable: 0 };
  const ask = async (...command: string[]) => {
    const answer = await send(command);
    if (answer === null) counts.unreachable++;
    return answer?.reply ?? null;
  };
  return {
    counts,
    async get(key) {
      const reply = await ask("GET", key);
      const text = typeof reply === "string" ? reply : null;
      counts[text === null ? "misses" : "hits"]++;
      return text;
    },
    async put(key, text, ttlMillis) {
      if (ttlMillis === null) await ask("SET", key, text);
      else await ask("SET", key, text, "PX", String(Math.max(1, Math.round(ttlMillis))));
    },
    async remove(keys) {
      if (keys.length > 0) await ask("DEL", ...keys);
    },
    async increment(key, by, ttlMillis) {
      const count = await ask("INCRBY", key, String(Math.trunc(by)));
      if (typeof count !== "number") return null;
      if (ttlMillis !== null && count === Math.trunc(by)) {
        await ask("EXPIRE", key, String(Math.max(1, Math.ceil(ttlMillis / 1_000))));
      }
      return count;
    },
  };
}
