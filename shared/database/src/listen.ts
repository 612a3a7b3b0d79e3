import pg from "pg";

export interface Listening extends AsyncDisposable {
  /** Resolves once the first connection listens. */
  ready: Promise<void>;
}

/**
 * Keeps one connection that listens on `channel`, and opens the next one when it breaks. `onWake` gets each payload, and
 * null after a (re)connect, since whatever was told meanwhile is lost: the reader looks for itself.
 */
export function listen(url: string, channel: string, onWake: (payload: string | null) => void): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const first = Promise.withResolvers<void>();

  const again = (): void => {
    client = null;
    if (!closed) timer = setTimeout(() => void connect(), 500);
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    let broken = false;
    const onBreak = (): void => {
      if (broken) return;
      broken = true;
      next.end().catch(() => {});
      again();
    };
    next.on("error", onBreak);
    next.on("end", onBreak);
    next.on("notification", (message) => onWake(message.payload ?? null));
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch {
      onBreak();
      return;
    }
    first.resolve();
    onWake(null);
  };

  void connect();
  return {
    ready: first.promise,
    [Symbol.asyncDispose]: async () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
