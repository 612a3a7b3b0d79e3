import { RunId } from "@proofroom/domain/id";
import { sql } from "kysely";
import type { Deps } from "./deps.ts";

const youngMillis = 10 * 60_000;

/** Removes from this host what has outlived its lease or its run, and what no row knows of; what is young may still be in the making. */
export const sweepHost =
  ({ db, targets, host, log }: Pick<Deps, "db" | "targets" | "host" | "log">) =>
  async (): Promise<void> => {
    const outlived = await db
      .selectFrom("deployment")
      .innerJoin("run", "run.id", "deployment.run_id")
      .select(["deployment.id", "deployment.run_id"])
      .where("host", "=", host)
      .where("state", "<>", "gone")
      .where(sql<boolean>`least(expires_at, run.finished_at) < now() - interval '1 minute'`)
      .execute();
    for (const { id, run_id } of outlived) {
      log.warn({ deployment: id }, "removing a deployment that has outlived its lease or its run");
      await targets.local.destroy({ runId: RunId.parse(run_id) });
      await db.updateTable("deployment").set({ state: "gone" }).where("id", "=", id).execute();
    }
    for await (const { runId, createdAt } of targets.local.list()) {
      if (Date.now() - createdAt.getTime() < youngMillis) continue;
      const known = await db
        .selectFrom("deployment")
        .select("id")
        .where("run_id", "=", runId)
        .where("state", "<>", "gone")
        .executeTakeFirst();
      if (known !== undefined) continue;
      log.warn({ runId }, "removing what is left of a deployment that no run knows");
      await targets.local.destroy({ runId });
    }
  };
