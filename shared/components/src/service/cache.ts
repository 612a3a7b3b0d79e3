import type { CacheConnection } from "../cache/client.ts";
import type { Reply } from "../cache/resp.ts";
import { asking } from "./following.ts";

/** A cache as steps use it. A dead one is never a dead service: it holds nothing, and what is put there is lost. */
export interface Cache {
  get(key: string): Promise<string | null>;
  /** Null keeps it for ever. */
  put(key: string, text: string, ttlMillis: number | null): Promise<void>;
  /** Whether it was kept, as it is where there was none; null when the cache cannot be asked, or has no room. */
  putAbsent(key: string, text: string, ttlMillis: number | null): Promise<boolean | null>;
  remove(keys: readonly string[]): Promise<void>;
  /** Removes what is kept under a key while it is this text; whether it was. */
  removeIf(key: string, text: string): Promise<boolean>;
  /** Null when the cache cannot be asked. The time to live runs from the first one on. */
  increment(key: string, by: number, ttlMillis: number | null): Promise<number | null>;
  counts: { hits: number; misses: number; unreachable: number };
}

/** `to` is the cache as it is drawn. */
export function createCache({ send }: Pick<CacheConnection, "send">, to: string): Cache {
  const counts = { hits: 0, misses: 0, unreachable: 0 };
  const answered = async (
    what: string,
    command: string[],
    cameOf: (reply: Reply) => string,
  ): Promise<{ reply: Reply } | null> => {
    const answer = await asking(
      { to, what: () => what },
      () => send(command),
      (sent) =>
        sent === null
          ? { came: "cannot be asked now", isRefused: true }
          : { came: cameOf(sent.reply), isRefused: false },
    );
    if (answer === null) counts.unreachable++;
    return answer;
  };
  const ask = async (...asked: Parameters<typeof answered>): Promise<Reply> =>
    (await answered(...asked))?.reply ?? null;
  return {
    counts,
    async get(key) {
      const reply = await ask(`get ${key}`, ["GET", key], (held) => (typeof held === "string" ? "hit" : "miss"));
      const text = typeof reply === "string" ? reply : null;
      counts[text === null ? "misses" : "hits"]++;
      return text;
    },
    async put(key, text, ttlMillis) {
      await ask(`put ${key}`, ["SET", key, text, ...lasting(ttlMillis)], (reply) =>
        isKept(reply) ? "kept" : "not kept",
      );
    },
    async putAbsent(key, text, ttlMillis) {
      const sent = await answered(`put ${key} if absent`, ["SET", key, text, ...lasting(ttlMillis), "NX"], (reply) =>
        isKept(reply) ? "kept" : reply === null ? "there already" : "not kept",
      );
      if (sent === null) return null;
      return isKept(sent.reply) ? true : sent.reply === null ? false : null;
    },
    async remove(keys) {
      if (keys.length > 0)
        await ask(`delete ${keys.join(", ")}`, ["DEL", ...keys], (n) => `${JSON.stringify(n)} deleted`);
    },
    async removeIf(key, text) {
      const n = await ask(
        `delete ${key} if it is still so`,
        ["DELEX", key, "IFEQ", text],
        (count) => `${JSON.stringify(count)} deleted`,
      );
      return n === 1;
    },
    async increment(key, by, ttlMillis) {
      const add = String(Math.trunc(by));
      const count = await ask(`add ${add} to ${key}`, ["INCRBY", key, add], (n) => `${JSON.stringify(n)} now`);
      if (typeof count !== "number") return null;
      if (ttlMillis !== null && count === Math.trunc(by)) {
        const seconds = String(Math.max(1, Math.ceil(ttlMillis / 1_000)));
        await ask(`let ${key} end in ${seconds} s`, ["EXPIRE", key, seconds], () => "done");
      }
      return count;
    },
  };
}

const lasting = (ttlMillis: number | null): string[] =>
  ttlMillis === null ? [] : ["PX", String(Math.max(1, Math.round(ttlMillis)))];

const isKept = (reply: Reply): boolean =>
  typeof reply === "object" && reply !== null && "simple" in reply && reply.simple === "OK";
