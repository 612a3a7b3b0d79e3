import type { Database } from "@proofroom/database/schema";
import { PersonId, RoomId, RunId } from "@proofroom/domain/id";
import { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { advance, newRun } from "@proofroom/domain/run/advance";
import type { RunHead, RunSummary, RunView } from "@proofroom/domain/run/view";
import { type Kysely, sql } from "kysely";
import { allRunEvents } from "./run-events.ts";

/** A room's runs, the newest first. */
export async function viewRuns(db: Kysely<Database>, roomId: RoomId): Promise<RunSummary[]> {
  const rows = await runs(db).where("run.room_id", "=", roomId).orderBy("number", "desc").execute();
  const counts = await db
    .selectFrom("run_event")
    .innerJoin("run", "run.id", "run_event.run_id")
    .select([
      "run_id",
      sql<string>`payload->>'status'`.as("status"),
      (count) => count.fn.countAll<string>().as("tests"),
    ])
    .where("run.room_id", "=", roomId)
    .where("type", "=", "result")
    .groupBy(["run_id", sql`payload->>'status'`])
    .execute();
  return rows.map((row) => {
    const mine = counts.filter(({ run_id }) => run_id === row.id);
    const passed = Number(mine.find(({ status }) => status === "passed")?.tests ?? 0);
    const failed = Number(mine.find(({ status }) => status === "failed")?.tests ?? 0);
    const other = mine.reduce((sum, { tests }) => sum + Number(tests), 0) - passed - failed;
    return { ...headOf(row), status: row.status, verdict: row.verdict, tests: { passed, failed, other } };
  });
}

/** The whole of a run, folded from its events as every reader folds them; null when there is none. */
export async function viewRun(
  db: Kysely<Database>,
  runId: RunId,
  sees: { endpoints: boolean; nextStep: boolean },
): Promise<RunView | null> {
  const row = await runs(db).where("run.id", "=", runId).executeTakeFirst();
  if (row === undefined) return null;
  let run = newRun(row.created_at.toISOString());
  for await (const event of allRunEvents(db, runId, 0)) run = advance(run, event) ?? run;
  const endpoints = sees.endpoints ? await endpointsOf(db, runId) : [];
  const { explanation, ...folded } = run;
  const explained =
    explanation === undefined
      ? {}
      : {
          explanation: {
            ...explanation,
            ...(sees.nextStep && row.next_step !== null ? { nextStep: row.next_step } : {}),
          },
        };
  return { ...headOf(row), ...folded, ...explained, roomId: RoomId.parse(row.room_id), endpoints };
}

async function endpointsOf(db: Kysely<Database>, runId: RunId): Promise<RunView["endpoints"]> {
  const rows = await db
    .selectFrom("deployment")
    .select("data")
    .where("run_id", "=", runId)
    .where("state", "=", "living")
    .execute();
  return rows.map(({ data }) => ({ component: "gateway", url: Deployment.parse(data).endpoint }));
}

/** With the name that whoever pressed Run has in the room. */
const runs = (db: Kysely<Database>) =>
  db
    .selectFrom("run")
    .innerJoin("member", (join) =>
      join.onRef("member.person_id", "=", "run.started_by").onRef("member.room_id", "=", "run.room_id"),
    )
    .selectAll("run")
    .select("member.name");

function headOf(row: Awaited<ReturnType<ReturnType<typeof runs>["executeTakeFirstOrThrow"]>>): RunHead {
  return {
    id: RunId.parse(row.id),
    number: row.number,
    startedBy: { id: PersonId.parse(row.started_by), name: row.name },
    target: row.target,
    suites: row.suites,
    versions: row.versions,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
