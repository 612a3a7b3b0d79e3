import { createHash } from "node:crypto";
import type { RunId } from "@proofroom/domain/id";
import { sql } from "kysely";
import type { TargetName } from "../contract.ts";
import type { Deps } from "./deps.ts";
import type { Turn } from "./take-turn.ts";

export interface Reservation extends Turn {
  runId: RunId;
  target: TargetName;
  leaseMillis: number;
}

/** Writes down what will be deployed, where and until when, before anything is created. Answers the deployment's id. */
export const reserve =
  ({ db }: Pick<Deps, "db">) =>
  async ({ runId, target, host, hostQueue, leaseMillis }: Reservation): Promise<string> => {
    const id = `dep-${createHash("sha256").update(runId).digest("hex").slice(0, 12)}`;
    const expires = sql<Date>`now() + ${leaseMillis} * interval '1 millisecond'`;
    await db
      .insertInto("deployment")
      .values({ id, run_id: runId, target, host, task_queue: hostQueue, state: "creating", expires_at: expires })
      .onConflict((clash) => clash.column("id").doNothing())
      .execute();
    return id;
  };
