import { closeReport, openReport, type ReportKey, reopenReport } from "@proofroom/database/report-row";
import { setTimeout as pause } from "node:timers/promises";
import type { RoomId } from "@proofroom/domain/id";
import { unwrittenReport } from "@proofroom/domain/interview/report/report-body";
import { Report } from "@proofroom/domain/interview/report/report";
import { beginReport } from "./begin-report.ts";
import { sql } from "kysely";
import type { ReportDependencies } from "./report-dependencies.ts";

export interface Reports {
  /** To be called when a room has ended; resolves once its report is known to be on its way. */
  start(roomId: RoomId): Promise<void>;
  /** The whole of an ended room's report, for nobody in particular; see `report-view.ts` for who may see what of it. */
  find(roomId: RoomId): Promise<Report>;
  retry(roomId: RoomId): Promise<{ outcome: "begun" } | { outcome: "illegal"; message: string }>;
  /** Resolves when nothing is being begun any more. */
  idle(): Promise<void>;
  /** Begins nothing any more, and lets go of what waits for Temporal; within two seconds. */
  close(): Promise<void>;
}

/** For so long a report may be on its way before anybody asks Temporal whether it is. */
const patienceMillis = 10_000;

/** Starts, follows and mends the reports of ended rooms. */
export function createReports(deps: ReportDependencies): Reports {
  const { db, engine, onError } = deps;
  const begun = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  /** In the background: whoever ends a room waits for its report on the report's own page. */
  function begin(key: ReportKey): void {
    const id = `${key.roomId}/${key.attempt}`;
    if (begun.has(id) || stopping.signal.aborted) return;
    const beginning = beginReport(deps, key, stopping.signal)
      .catch(onError)
      .finally(() => begun.delete(id));
    begun.set(id, beginning);
  }

  const idle = async (): Promise<void> => void (await Promise.all(begun.values()));

  async function start(roomId: RoomId): Promise<void> {
    if (await openReport(db, roomId)) begin({ roomId, attempt: 1 });
  }

  const rowOf = (roomId: RoomId) =>
    db
      .selectFrom("report")
      .selectAll()
      .select(sql<boolean>`started_at < now() - ${patienceMillis} * interval '1 millisecond'`.as("isOld"))
      .where("room_id", "=", roomId)
      .executeTakeFirst();

  /** A report that nobody writes any more is begun again, or closed where its workflow was ended from outside. */
  async function reconcile(roomId: RoomId): Promise<void> {
    const row = await rowOf(roomId);
    if (row === undefined) return start(roomId);
    const key = { roomId, attempt: row.attempt };
    if (row.status !== "writing" || !row.isOld || begun.has(`${roomId}/${row.attempt}`)) return;
    const state = "off" in engine ? "missing" : await engine.reportState(key).catch(() => "running" as const);
    if (state === "missing") begin(key);
    if (state === "closed") await closeReport(db, key, { status: "failed", reason: endedFromOutside });
  }

  return {
    start,
    async find(roomId) {
      await reconcile(roomId);
      const row = await rowOf(roomId);
      if (row === undefined) return unwrittenReport;
      const { status, step, done, of, reason } = row;
      const body = row.body === null ? unwrittenReport : Report.parse(row.body);
      const progress =
        status === "writing" ? { progress: { step: step ?? "Gathering what was written", done, of } } : {};
      return { ...body, status, ...progress, ...(reason === null ? {} : { reason }) };
    },
    async retry(roomId) {
      await reconcile(roomId);
      const row = await rowOf(roomId);
      if (row === undefined || row.status === "writing") {
        return { outcome: "illegal", message: "The report is being written. Wait until it is ready." };
      }
      if (row.status === "ready" && row.reason === null && !(await mayBringMarks(roomId, row.voice))) {
        return { outcome: "illegal", message: "The report is ready, and writing it again would change nothing." };
      }
      const next = await reopenReport(db, { roomId, attempt: row.attempt });
      if (next !== null) begin(next);
      return { outcome: "begun" };
    },
    idle,
    async close() {
      stopping.abort();
      await Promise.race([idle(), pause(2_000, undefined, { ref: false })]);
    },
  };

  /** A key was set since the report was written without one. */
  async function mayBringMarks(roomId: RoomId, voice: string): Promise<boolean> {
    if (voice !== "rules" || !deps.hasKey || "off" in engine) return false;
    const room = await db
      .selectFrom("room")
      .select(["interviewer", "problem"])
      .where("id", "=", roomId)
      .executeTakeFirstOrThrow();
    return room.interviewer !== "off" && deps.packs.has(room.problem);
  }
}

const endedFromOutside = "The writing of this report was ended from outside. Press Retry to write it again.";
