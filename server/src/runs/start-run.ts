import { createHash, randomUUID } from "node:crypto";
import { recordRun } from "@proofroom/database/record-run";
import type { Database } from "@proofroom/database/schema";
import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import { type RoomId, RunId } from "@proofroom/domain/id";
import type { Suite } from "@proofroom/domain/judge/result";
import type { Person } from "@proofroom/domain/room/person";
import { tell } from "@proofroom/domain/run/told";
import type { TargetName } from "@proofroom/workflows/contract";
import { type Kysely, sql } from "kysely";
import { mayStill } from "../rooms/member.ts";
import type { Engine } from "./engine.ts";
import { reconcile } from "./reconcile.ts";

export interface StartDependencies {
  db: Kysely<Database>;
  /** What is missing, as a sentence, where runs are off. */
  engine: Engine | { off: string };
  freeze: (roomId: RoomId) => Promise<Frozen>;
  onError: (error: unknown) => void;
}

type Frozen = Record<DocumentName, { text: string; version: DocumentVersion }>;

export interface Wanted {
  roomId: RoomId;
  person: Person;
  target: TargetName;
  suites: Suite[];
}

export type Started =
  | { outcome: "started" | "already-running"; runId: RunId }
  | { outcome: "not-found" }
  | { outcome: "runs-off"; message: string };

/** Freezes the documents and starts a run of them; while one is under way in the room, that one is the answer. */
export async function startRun({ db, engine, freeze, onError }: StartDependencies, wanted: Wanted): Promise<Started> {
  if ("off" in engine) return { outcome: "runs-off", message: engine.off };
  const { roomId } = wanted;
  const underWay = await unfinishedRun(db, roomId);
  if (underWay !== null && !(await reconcile({ db, engine }, underWay).catch(() => false))) {
    return { outcome: "already-running", runId: underWay };
  }
  const frozen = await freeze(roomId);
  for (;;) {
    const inserted = await insertRun(db, wanted, frozen);
    if (inserted.outcome === "not-found") return inserted;
    if (inserted.outcome === "started") {
      const { target, suites } = wanted;
      startSoon(engine, { runId: inserted.runId, target, suites }, onError);
      return inserted;
    }
    const first = await unfinishedRun(db, roomId);
    if (first !== null) return { outcome: "already-running", runId: first };
  }
}

type Inserted = { outcome: "started"; runId: RunId } | { outcome: "not-found" } | { outcome: "too-late" };

/** The row comes first, so that two who press at once get one run. Too late: somebody else's row was there before. */
function insertRun(db: Kysely<Database>, wanted: Wanted, { schema, api, design }: Frozen): Promise<Inserted> {
  const texts = { schema: schema.text, api: api.text, design: design.text };
  const hash = createHash("sha256")
    .update(JSON.stringify([texts.schema, texts.api, texts.design]))
    .digest("hex");
  const id = RunId.parse(randomUUID());
  return db.transaction().execute(async (trx): Promise<Inserted> => {
    await trx
      .insertInto("run_design")
      .values({ hash, texts: JSON.stringify(texts) })
      .onConflict((clash) => clash.doNothing())
      .execute();
    const inserted = await trx
      .insertInto("run")
      .values({
        id,
        room_id: wanted.roomId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from run where room_id = ${wanted.roomId})`,
        target: wanted.target,
        suites: JSON.stringify(wanted.suites),
        versions: JSON.stringify({ schema: schema.version, api: api.version, design: design.version }),
        design_hash: hash,
        started_by: wanted.person.id,
      })
      .onConflict((clash) => clash.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (inserted === undefined) return { outcome: "too-late" };
    // Asked after the insert and not before: a run that ends holds its row and waits for the room's lock.
    if (!(await mayStill(trx, "run.start", { roomId: wanted.roomId, personId: wanted.person.id }))) {
      await trx.deleteFrom("run").where("id", "=", id).execute();
      return { outcome: "not-found" };
    }
    await recordRun(trx, id, [tell({ type: "status", status: "pending" })], wanted.person);
    return { outcome: "started", runId: id };
  });
}

const tries = 8;

/** The run is in the database already: where Temporal is away for a moment, it is asked again, later by the sweep. */
function startSoon(engine: Engine, input: Parameters<Engine["start"]>[0], onError: (error: unknown) => void): void {
  const attempt = async (n: number): Promise<void> => {
    try {
      await engine.start(input);
    } catch (error) {
      if (n >= tries) return onError(error);
      setTimeout(() => void attempt(n + 1), 250 * 2 ** n).unref();
    }
  };
  void attempt(0);
}

async function unfinishedRun(db: Kysely<Database>, roomId: RoomId): Promise<RunId | null> {
  const row = await db
    .selectFrom("run")
    .select("id")
    .where("room_id", "=", roomId)
    .where("finished_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : RunId.parse(row.id);
}
