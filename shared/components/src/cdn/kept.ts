export interface KeptAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** By the deployment's clock. */
  at: number;
  until: number;
}

export interface KeptAnswers {
  /** Null where there is none that is still fresh. */
  find(target: string, now: number): KeptAnswer | null;
  keep(target: string, answer: KeptAnswer): void;
  /** Drops what is kept of this path, whatever its query. */
  drop(path: string): void;
  count(): number;
}

/** Answers by their request's target, the least recently used dropped when they are too many bytes. */
export function createKeptAnswers(mostBytes: number): KeptAnswers {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;

  const sizeOf = (target: string, { body }: KeptAnswer): number => body.length + target.length + 500;
  const forget = (target: string): void => {
    const found = kept.get(target);
    if (found === undefined) return;
    kept.delete(target);
    bytes -= sizeOf(target, found);
  };

  return {
    find(target, now) {
      const found = kept.get(target);
      if (found === undefined) return null;
      // A clock that was moved back makes an answer one of the future; it is none then.
      if (found.until <= now || found.at > now) {
        forget(target);
        return null;
      }
      kept.delete(target);
      kept.set(target, found);
      return found;
    },
    keep(target, answer) {
      forget(target);
      if (sizeOf(target, answer) > mostBytes / 10) return;
      kept.set(target, answer);
      bytes += sizeOf(target, answer);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
    },
    drop(path) {
      for (const target of kept.keys()) if (pathOf(target) === path) forget(target);
    },
    count: () => kept.size,
  };
}

export const pathOf = (target: string): string => target.split("?", 1)[0] ?? target;
