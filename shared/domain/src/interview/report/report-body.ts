import * as z from "zod/mini";
import type { Dimension } from "../dimension.ts";
import { DebriefItem, Report, type ReportFact, type ReportMark } from "./report.ts";

/** The part of a report that is counted, and the debrief that a practice room's owner gets with it. */
export const CountedReport = z.object({
  ...z.pick(Report, { facts: true, hints: true, skips: true, phases: true, results: true }).shape,
  debrief: z.array(DebriefItem),
});
export type CountedReport = z.infer<typeof CountedReport>;

/** What became of judging: nobody was to, nobody could (with the sentence that says why), or these are the marks. */
export type Judgement =
  | { outcome: "none" }
  | { outcome: "failed"; reason: string }
  /** `facts` are what the model noticed beside them, proved like all else. */
  | { outcome: "judged"; model: string; marks: ReportMark[]; facts: ReportFact[] };

/** A finished report. Without a judgement it is the rule-based one: coverage facts, and not a single mark. */
export function readyReport(counted: CountedReport, judgement: Judgement): Report {
  const report = { status: "ready" as const, voice: "rules" as const, marks: [], ...counted };
  switch (judgement.outcome) {
    case "none":
      return report;
    case "failed":
      return { ...report, reason: judgement.reason };
    case "judged":
      return {
        ...report,
        voice: "claude",
        model: judgement.model,
        marks: judgement.marks,
        facts: [
          ...counted.facts,
          ...judgement.facts.filter((fact) => !counted.facts.some((known) => isSame(known, fact))),
        ],
      };
  }
}

const isSame = (one: ReportFact, other: ReportFact): boolean =>
  one.text === other.text &&
  one.source?.document === other.source?.document &&
  one.source?.line === other.source?.line &&
  one.source?.seq === other.source?.seq;

/** What is shown while a report is written, of as much as there is. */
export const unwrittenReport: Report = {
  status: "writing",
  voice: "rules",
  facts: [],
  marks: [],
  hints: [],
  skips: [],
  phases: [],
  results: [],
};

export const dimensionTitles: Record<Dimension, string> = {
  requirements: "Requirements",
  api: "API",
  "data-model": "Data model",
  architecture: "Architecture",
  scaling: "Scaling",
  reliability: "Reliability",
  communication: "Communication and trade-offs",
};
