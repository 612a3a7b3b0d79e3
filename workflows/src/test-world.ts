import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@proofroom/database/schema";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { RunId } from "@proofroom/domain/id";
import { advance, newRun } from "@proofroom/domain/run/advance";
import { type RunEvent, RunFact } from "@proofroom/domain/run/event";
import type { Run } from "@proofroom/domain/run/run";
import { isOver } from "@proofroom/domain/run/status";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRun } from "@proofroom/migrations/test-room";
import { Client, Connection } from "@temporalio/client";
import type { Kysely } from "kysely";
import { type RunInput, runStart, workflows } from "./contract.ts";

type Texts = Record<DocumentName, string>;

/** A database, a queue and a home of one's own on the test run's servers, without a worker. */
export async function openWorld(
  address = process.env["TEMPORAL_ADDRESS"],
  fresh: () => ReturnType<typeof freshDatabase> = freshDatabase,
) {
  if (address === undefined) throw new Error("run this test in vitest's project temporal, which starts a server");
  const database = await fresh();
  const home = await mkdtemp(join(tmpdir(), "pr-"));
  // The account under which Postgres runs has to pass through.
  await chmod(home, 0o711);
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const taskQueue = `test-${randomBytes(4).toString("hex")}`;
  const { db } = database;
  return {
    db,
    home,
    client,
    address,
    taskQueue,
    databaseUrl: database.url,
    /** Starts a run of these texts in a room of its own. */
    start: async (texts: Texts, timing: Pick<RunInput, "heartbeatMillis" | "leaseMillis"> = {}) => {
      const runId = await testRun(db, texts);
      const input: RunInput = { runId, target: "local", suites: ["functional"], ...timing };
      const handle = await client.workflow.start<(input: RunInput) => Promise<string>>(
        workflows.run,
        runStart(taskQueue, input),
      );
      return { runId, handle };
    },
    [Symbol.asyncDispose]: async () => {
      await connection.close();
      await database[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function eventsOf(db: Kysely<Database>, runId: RunId): Promise<RunEvent[]> {
  const rows = await db.selectFrom("run_event").selectAll().where("run_id", "=", runId).orderBy("seq").execute();
  return rows.map(({ seq, type, payload, at }) => ({
    ...RunFact.parse({ ...payload, type }),
    seq: Number(seq),
    at: at.toISOString(),
  }));
}

/** A run as every reader folds it; throws where its story has a gap. */
export async function foldOf(db: Kysely<Database>, runId: RunId): Promise<Run> {
  let run = newRun(new Date().toISOString());
  for (const event of await eventsOf(db, runId)) {
    const next = advance(run, event);
    if (next === null) throw new Error(`the story of the run has a gap before ${event.seq}`);
    run = next;
  }
  return run;
}

/** Resolves with the first event of a run that is as asked for; throws once the run is over without one. */
export async function eventThat(
  db: Kysely<Database>,
  runId: RunId,
  is: (event: RunEvent) => boolean,
): Promise<RunEvent> {
  for (;;) {
    const events = await eventsOf(db, runId);
    const found = events.find(is);
    if (found !== undefined) return found;
    const last = events.at(-1);
    if (last?.type === "status" && isOver(last.status)) throw new Error(`the run ended: ${JSON.stringify(last)}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
