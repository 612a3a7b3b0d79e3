import { closeReport, type ReportKey } from "@proofroom/database/report-row";
import { keptStep } from "@proofroom/database/report-step";
import { CountedReport, type Judgement, readyReport } from "@proofroom/domain/interview/report/report-body";
import type { Deps } from "./deps.ts";
import { judgementOf } from "./report-judgement.ts";
import { notJudged } from "./report-sentences.ts";

/** What the workflow knows of the judging: it was not to be, it was done, or this kind of failure ended it. */
export type Judging = "none" | "done" | { failure: string };

/** Makes the report ready. A model that failed costs it the marks, and it says so. */
export const reportFinish =
  (deps: Pick<Deps, "db" | "problemsDir" | "log">) =>
  async ({ judging, ...key }: ReportKey & { judging: Judging }): Promise<void> => {
    const counted = CountedReport.parse(await keptStep(deps.db, key, "counted"));
    const judgement = (): Promise<Judgement> => {
      if (judging === "none") return Promise.resolve({ outcome: "none" });
      if (judging === "done") return judgementOf(deps, key);
      return Promise.resolve({ outcome: "failed", reason: notJudged(judging.failure) });
    };
    await closeReport(deps.db, key, { status: "ready", body: readyReport(counted, await judgement()) });
  };

/** Says that the report could not be written, and what to do. */
export const reportFail =
  ({ db }: Pick<Deps, "db">) =>
  ({ reason, ...key }: ReportKey & { reason: string }): Promise<void> =>
    closeReport(db, key, { status: "failed", reason });
