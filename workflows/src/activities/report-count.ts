import { type ReportKey, tellReport } from "@proofroom/database/report-row";
import { keepStep } from "@proofroom/database/report-step";
import { Dimension } from "@proofroom/domain/interview/dimension";
import { unwrittenReport } from "@proofroom/domain/interview/report/report-body";
import { reportFacts } from "@proofroom/domain/interview/report/report-facts";
import type { Deps } from "./deps.ts";
import { type ReportMaterial, reportMaterial } from "./report-material.ts";

/** The dimensions that a model is to judge; none without a key, under policy `off`, or where there is nothing to judge. */
export interface ReportPlan {
  judge: Dimension[];
}

/** Counts what can be counted and shows it at once, while whatever else follows. */
export const reportCount =
  (deps: Pick<Deps, "db" | "problemsDir" | "log" | "ai">) =>
  async (key: ReportKey): Promise<ReportPlan> => {
    const material = await reportMaterial(deps, key);
    const judge = deps.ai === null ? [] : dimensionsOf(material);
    const counted = reportFacts(material.source);
    await keepStep(deps.db, key, "counted", counted);
    const of = judge.length === 0 ? 2 : judge.length + 4;
    const body = { ...unwrittenReport, ...counted };
    await tellReport(deps.db, key, { id: "counted", step: "Counting what was done", done: 1, of, body });
    return { judge };
  };

function dimensionsOf({ source, room, pack }: ReportMaterial): Dimension[] {
  const hasWords = source.events.some((event) => event.type === "message" && event.person !== null);
  const hasText = Object.values(source.texts.final).some(({ text }) => text.trim() !== "");
  if (pack === null || room.policy === "off" || !(hasWords || hasText)) return [];
  return Dimension.options.filter((dimension) => pack.items.some(({ skill }) => skill === dimension));
}
