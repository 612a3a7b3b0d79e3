import { closeReport, type ReportKey } from "@proofroom/database/report-row";
import { readReportRows } from "@proofroom/database/report-source";
import type { DesignModel } from "@proofroom/domain/design/model";
import { RoomId } from "@proofroom/domain/id";
import { readyReport } from "@proofroom/domain/interview/report/report-body";
import { reportFacts } from "@proofroom/domain/interview/report/report-facts";
import type { ReportTexts } from "@proofroom/domain/interview/report/report-proof";
import type { ReportDependencies } from "./report-dependencies.ts";

/** The report as the server writes it by itself: the same facts, and the sentence that says why nothing is judged. */
export async function writeFacts(
  { db, packs, problems, reader, onError }: ReportDependencies,
  key: ReportKey,
  texts: ReportTexts,
  reason: string,
): Promise<void> {
  const [rows, room] = await Promise.all([
    readReportRows(db, key.roomId),
    db.selectFrom("room").select("problem").where("id", "=", key.roomId).executeTakeFirstOrThrow(),
  ]);
  const capabilities = problems.find(({ id }) => id === room.problem)?.capabilities ?? {};
  const model = await reader.readNow(RoomId.parse(key.roomId), capabilities).then(
    (reading): DesignModel | null => reading.model,
    (error: unknown) => {
      onError(error);
      return null;
    },
  );
  const items = packs.get(room.problem)?.items ?? [];
  const counted = reportFacts({ ...rows, texts, model, items });
  await closeReport(db, key, { status: "ready", body: readyReport(counted, { outcome: "failed", reason }) });
}
