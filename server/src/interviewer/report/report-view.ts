import type { Database } from "@proofroom/database/schema";
import type { ItemId } from "@proofroom/domain/interview/speech";
import { Report } from "@proofroom/domain/interview/report/report";
import { may } from "@proofroom/domain/room/permissions";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { CurrentMember } from "../../rooms/member.ts";

/**
 * What a member may see of a report. Marks are for staff, and in practice for the owner, who gets the debrief too; what was
 * told to staff alone stays with them.
 */
export async function viewReport(
  db: Kysely<Database>,
  { debrief, ...report }: Report,
  { role, room, person }: Pick<CurrentMember, "role" | "room" | "person">,
): Promise<Report> {
  const isStaff = may("report.marks", role, room);
  const seen = {
    ...report,
    facts: report.facts.filter(({ staff }) => isStaff || staff !== true),
    skips: report.skips.filter(({ staff }) => isStaff || staff !== true),
    marks: isStaff && report.voice === "claude" ? report.marks : [],
  };
  if (debrief === undefined || !may("report.debrief", role, room)) return seen;
  const [marks, before] = await Promise.all([selfMarks(db, room.id), lastAttempt(db, room, person.id)]);
  return {
    ...seen,
    debrief: debrief.map((one) => ({
      ...one,
      selfMark: marks.get(one.item) ?? null,
      before: before === null ? null : (before.get(one.item) ?? "unseen"),
    })),
  };
}

const SelfMark = z.literal([1, 2, 3, 4]);
type SelfMark = z.infer<typeof SelfMark>;

async function selfMarks(db: Kysely<Database>, roomId: string): Promise<Map<ItemId, SelfMark>> {
  const rows = await db.selectFrom("self_mark").select(["item", "level"]).where("room_id", "=", roomId).execute();
  return new Map(rows.map(({ item, level }) => [item, SelfMark.parse(level)]));
}

type States = Map<ItemId, NonNullable<Report["debrief"]>[number]["state"]>;

/** How far each item got in the practice room at the same problem that this person ended last before this one. */
async function lastAttempt(
  db: Kysely<Database>,
  { id, problem }: CurrentMember["room"],
  personId: string,
): Promise<States | null> {
  const row = await db
    .selectFrom("report")
    .innerJoin("room", "room.id", "report.room_id")
    .innerJoin("room as this", (join) => join.on("this.id", "=", id))
    .select("report.body")
    .where("room.owner_id", "=", personId)
    .where("room.mode", "=", "practice")
    .where("room.problem", "=", problem)
    .where("room.id", "<>", id)
    .where("report.status", "=", "ready")
    .whereRef("room.ended_at", "<", "this.ended_at")
    .orderBy("room.ended_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const body = Report.safeParse(row?.body);
  if (!body.success) return null;
  return new Map((body.data.debrief ?? []).map(({ item, state }) => [item, state]));
}
