import { createStanding } from "../standing.ts";
import type { Session } from "./database.ts";
import { postgresError } from "./postgres-error.ts";
import type { Row } from "./scope.ts";

export interface ReplicaOptions {
  primary: Session;
  /** Standbys of it by name, asked in turn. */
  replicas: { component: string; session: Session }[];
  log: (line: string) => void;
}

/**
 * Reads from the standbys, which may not have seen the latest writes yet. What one of them cannot answer the primary does, and
 * for a time that grows none is asked again: a dead standby is never a dead service.
 */
export function readsFrom({ primary, replicas, log }: ReplicaOptions): Session {
  const all = replicas.map((replica) => ({
    ...replica,
    standing: createStanding({ ejectAfter: 1, now: () => performance.now() }),
  }));
  let turn = 0;

  async function query(text: string, values: unknown[]): Promise<Row[]> {
    turn = (turn + 1) % Math.max(1, all.length);
    const inTurn = [...all.slice(turn), ...all.slice(0, turn)];
    const replica = inTurn.find(({ standing }) => standing.isIn() || standing.mayBeTried());
    if (replica === undefined) return primary.query(text, values);
    if (!replica.standing.isIn()) replica.standing.trying();
    try {
      const rows = await replica.session.query(text, values);
      if (replica.standing.answered()) log(`${replica.component} is read from again`);
      return rows;
    } catch (error) {
      if (isOwnFault(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      if (replica.standing.failed()) log(`${replica.component} is not read from for now: ${reason}`);
      return primary.query(text, values);
    }
  }

  return { isInTransaction: false, query };
}

/** The statement's: the primary would refuse it too. Not so a server that goes down or a read that its recovery cancels. */
function isOwnFault(error: unknown): boolean {
  const refused = postgresError(error);
  return refused !== null && !/^(08|40|53|57|58|XX)/.test(refused.code);
}
