import { DocumentName } from "@proofroom/domain/document/document";
import { type KeptNote, noteOf } from "@proofroom/domain/interview/note";
import type { Edits, ReportRun, ReportSource } from "@proofroom/domain/interview/report/report-source";
import { TestResult } from "@proofroom/domain/judge/result";
import { type RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

/** What the database holds of a room for its report; texts, their meaning and the problem's pack come from elsewhere. */
export type ReportRows = Pick<ReportSource, "events" | "staffEvents" | "notes" | "edits" | "runs" | "candidates">;

/** Reads what a room left behind: its stream and the staff's, the interviewer's notes, who edited how often, and the runs. */
export async function readReportRows(db: Kysely<Database>, roomId: string): Promise<ReportRows> {
  const [events, staffEvents, notes, edits, runs, candidates] = await Promise.all([
    streamOf(db, "room_event", roomId),
    streamOf(db, "staff_event", roomId),
    readNotes(db, roomId),
    editsOf(db, roomId),
    runsOf(db, roomId),
    candidatesOf(db, roomId),
  ]);
  return { events, staffEvents, notes, edits, runs, candidates };
}

async function streamOf(
  db: Kysely<Database>,
  table: "room_event" | "staff_event",
  roomId: string,
): Promise<RoomEvent[]> {
  const rows = await db
    .selectFrom(table)
    .select(["seq", "type", "payload", "at"])
    .where("room_id", "=", roomId)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, type, payload, at }) => ({
    ...RoomFact.parse({ ...payload, type }),
    seq: Number(seq),
    at: at.toISOString(),
  }));
}

/** What the interviewer noted in a room, in order. */
export async function readNotes(db: Kysely<Database>, roomId: string): Promise<KeptNote[]> {
  const rows = await db
    .selectFrom("interview_note")
    .select(["seq", "type", "payload", "at"])
    .where("room_id", "=", roomId)
    .orderBy("seq")
    .execute();
  return rows.flatMap(({ seq, type, payload, at }): KeptNote[] => {
    const note = noteOf({ ...payload, type });
    return note === null ? [] : [{ ...note, seq: Number(seq), at: at.toISOString() }];
  });
}

async function editsOf(db: Kysely<Database>, roomId: string): Promise<Edits[]> {
  const rows = await db
    .selectFrom("document_update")
    .innerJoin("document", "document.id", "document_update.document_id")
    .innerJoin("member", (join) =>
      join.onRef("member.person_id", "=", "document_update.author_id").onRef("member.room_id", "=", "document.room_id"),
    )
    .select([
      "member.name as person",
      "document.name as document",
      (count) => count.fn.countAll<string>().as("commits"),
    ])
    .where("document.room_id", "=", roomId)
    .groupBy(["member.name", "document.name"])
    .orderBy("member.name")
    .orderBy("document.name")
    .execute();
  return rows.map(({ person, document, commits }) => ({
    person,
    document: DocumentName.parse(document),
    commits: Number(commits),
  }));
}

/** In practice, and where nobody came in as a candidate, everybody who could write is one. */
async function candidatesOf(db: Kysely<Database>, roomId: string): Promise<Set<string>> {
  const members = await db.selectFrom("member").select(["person_id", "role"]).where("room_id", "=", roomId).execute();
  const candidates = members.filter(({ role }) => role === "candidate");
  return new Set((candidates.length > 0 ? candidates : members).map(({ person_id }) => person_id));
}

async function runsOf(db: Kysely<Database>, roomId: string): Promise<ReportRun[]> {
  const [runs, results] = await Promise.all([
    db.selectFrom("run").selectAll().where("room_id", "=", roomId).orderBy("number").execute(),
    db
      .selectFrom("run_event")
      .innerJoin("run", "run.id", "run_event.run_id")
      .select(["run_event.run_id", "run_event.payload"])
      .where("run.room_id", "=", roomId)
      .where("run_event.type", "=", "result")
      .orderBy("run_event.run_id")
      .orderBy("run_event.seq")
      .execute(),
  ]);
  return runs.map(({ id, number, status, verdict, finished_at }) => ({
    runId: id,
    number,
    status,
    verdict,
    finishedAt: finished_at?.toISOString() ?? null,
    results: results.filter(({ run_id }) => run_id === id).map(({ payload }) => TestResult.parse(payload)),
  }));
}
