import type { ReportKey } from "@proofroom/database/report-row";
import { readReportRows } from "@proofroom/database/report-source";
import { keptStep } from "@proofroom/database/report-step";
import { loadReader, readDesign } from "@proofroom/design/read";
import type { Pack } from "@proofroom/domain/interview/item";
import { ReportTexts } from "@proofroom/domain/interview/report/report-proof";
import type { ReportSource } from "@proofroom/domain/interview/report/report-source";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import { packOf } from "@proofroom/problems/private";
import { loadPublicProblem } from "@proofroom/problems/public";
import type { Deps } from "./deps.ts";

export interface ReportMaterial {
  source: ReportSource;
  room: { problem: string; mode: RoomMode; policy: InterviewerPolicy; ownerId: string };
  /** Null where the problem comes without. */
  pack: Pack | null;
  /** Of everybody who was ever in the room. */
  names: string[];
}

/** All that a report is made of, the same at every try: after the end of a room only its runs go on. */
export async function reportMaterial(
  { db, problemsDir, log }: Pick<Deps, "db" | "problemsDir" | "log">,
  key: ReportKey,
): Promise<ReportMaterial> {
  const [rows, kept, room, members] = await Promise.all([
    readReportRows(db, key.roomId),
    keptStep(db, key, "texts"),
    db
      .selectFrom("room")
      .select(["problem", "mode", "interviewer as policy", "owner_id as ownerId"])
      .where("id", "=", key.roomId)
      .executeTakeFirstOrThrow(),
    db.selectFrom("member").select("name").where("room_id", "=", key.roomId).execute(),
    loadReader(),
  ]);
  const texts = ReportTexts.parse(kept);
  const { schema, api, design } = texts.final;
  const { capabilities } = loadPublicProblem(problemsDir, room.problem);
  const pack = packOf(problemsDir, room.problem);
  const read = (): ReportSource["model"] => {
    try {
      return readDesign({ schema: schema.text, api: api.text, design: design.text }, capabilities);
    } catch (err) {
      log.warn({ err, room: key.roomId }, "a design could not be read for its report");
      return null;
    }
  };
  const source = { ...rows, texts, model: read(), items: pack?.items ?? [] };
  return { source, room, pack, names: members.map(({ name }) => name) };
}
