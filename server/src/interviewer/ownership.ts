import type { RoomId } from "@proofroom/domain/id";
import pg from "pg";

/** The right to speak in a room, of one process among all; lost with the connection that holds it. */
export interface Claim {
  readonly isHeld: boolean;
  release(): Promise<void>;
}

export interface Ownership extends AsyncDisposable {
  /** Null where another process speaks there, or the database is away. `onLost` is told when the connection broke. */
  claim(roomId: RoomId, onLost: () => void): Promise<Claim | null>;
}

type Question = "pg_try_advisory_lock" | "pg_advisory_unlock";

interface Held {
  isHeld: boolean;
  onLost: () => void;
}

/**
 * Postgres advisory locks on one connection of their own, never one of the pool and never in a transaction: when this
 * process dies in whatever way, the connection closes and the next one gets the room.
 */
export function createOwnership(databaseUrl: string): Ownership {
  let connecting: Promise<pg.Client> | null = null;
  const held = new Map<RoomId, Held>();
  let isClosed = false;

  const lost = (client: pg.Client): void => {
    connecting = null;
    client.end().catch(() => {});
    const all = [...held.values()];
    held.clear();
    for (const one of all) one.isHeld = false;
    if (!isClosed) for (const one of all) one.onLost();
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    let isBroken = false;
    const onBreak = (): void => {
      if (isBroken) return;
      isBroken = true;
      lost(client);
    };
    client.on("error", onBreak);
    client.on("end", onBreak);
    try {
      await client.connect();
    } catch (error) {
      onBreak();
      throw error;
    }
    return client;
  };

  /** One after the other, as a connection takes them. */
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (question: Question, roomId: RoomId): Promise<boolean> => {
    const asked = turn.then(() => askNow(question, roomId));
    turn = asked.catch(() => {});
    return asked;
  };

  const askNow = async (question: Question, roomId: RoomId): Promise<boolean> => {
    const client = await (connecting ??= connect());
    const { rows } = await client.query<{ yes: boolean }>(`select ${question}(hashtextextended($1, 0)) as yes`, [
      `interviewer/${roomId}`,
    ]);
    return rows[0]?.yes === true;
  };

  return {
    async claim(roomId, onLost) {
      if (isClosed || held.has(roomId)) return null;
      const own: Held = { isHeld: true, onLost };
      held.set(roomId, own);
      const isOurs = await ask("pg_try_advisory_lock", roomId).catch(() => false);
      if (!isOurs || !own.isHeld) {
        if (held.get(roomId) === own) held.delete(roomId);
        return null;
      }
      return {
        get isHeld() {
          return own.isHeld;
        },
        async release() {
          if (!own.isHeld) return;
          own.isHeld = false;
          await ask("pg_advisory_unlock", roomId).catch(() => false);
          if (held.get(roomId) === own) held.delete(roomId);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      const client = await connecting?.catch(() => null);
      await client?.end().catch(() => {});
    },
  };
}
