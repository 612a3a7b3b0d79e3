import type { Report } from "@proofroom/domain/interview/report/report";
import { countText, listText } from "../../ui/format.ts";
import { countStates, coverageFactsOf } from "./coverage.ts";

export interface Tile {
  term: string;
  figure: string;
  note: string;
  ink: string;
}

const statesOf = ({ facts, debrief }: Pick<Report, "facts" | "debrief">) =>
  countStates((debrief ?? coverageFactsOf({ facts })).map(({ state }) => state));

const countKind = ({ facts }: Pick<Report, "facts">, kind: Report["facts"][number]["kind"]): number =>
  facts.filter((fact) => fact.kind === kind).length;

/** What can be said in one sentence without judging anybody. */
export function headline(report: Pick<Report, "facts" | "debrief">): string {
  const { covered, touched, contradicted } = statesOf(report);
  const open = countKind(report, "open-question");
  const rest = open === 0 ? "" : `; ${countText(open, "question")} stayed open`;
  if (covered + touched + contradicted === 0) return `No point of this problem was reached${rest}.`;
  const parts = [
    coveredText(covered, report.debrief?.length),
    ...(touched > 0 ? [`${touched} only touched`] : []),
    ...(contradicted > 0 ? [`${contradicted} contradicted`] : []),
  ];
  return `${listText(parts)}${rest}.`;
}

function coveredText(covered: number, of: number | undefined): string {
  const verb = covered <= 1 ? "was" : "were";
  if (of !== undefined) return `${covered === 0 ? "None" : covered} of ${countText(of, "point")} ${verb} covered`;
  return covered === 0 ? "None was covered" : `${countText(covered, "point")} ${verb} covered`;
}

const minutes = (n: number): string => String(Math.round(n));

/** The four figures that the sentence stands on. */
export function tilesOf(report: Report): Tile[] {
  const { covered, touched } = statesOf(report);
  const [open, contradictions] = [countKind(report, "open-question"), countKind(report, "contradiction")];
  const planned = report.phases.reduce((sum, phase) => sum + phase.plannedMinutes, 0);
  const taken = report.phases.reduce((sum, phase) => sum + (phase.takenMinutes ?? 0), 0);
  const reached = report.phases.filter(({ takenMinutes }) => takenMinutes !== null).length;
  const costly = report.hints.filter(({ level }) => level !== "nudge").length;
  return [
    {
      term: "Points covered",
      figure: report.debrief === undefined ? String(covered) : `${covered} of ${report.debrief.length}`,
      note: touched === 0 ? "none only touched" : `${touched} only touched`,
      ink: "muted",
    },
    {
      term: "Left open",
      figure: open === 0 ? "No question" : countText(open, "question"),
      note: contradictions === 0 ? "no two places disagree" : `${countText(contradictions, "contradiction")} found`,
      ink: "muted",
    },
    {
      term: "Time taken",
      figure: planned === 0 ? "No clock" : `${minutes(taken)} of ${minutes(planned)}\u00a0min`,
      note: planned === 0 ? "none was started" : `${reached} of ${report.phases.length} phases reached`,
      ink: "muted",
    },
    {
      term: "Help taken",
      figure: report.hints.length === 0 ? "No hint" : countText(report.hints.length, "hint"),
      note: [
        ...(costly > 0 ? [`${costly} beyond a nudge`] : []),
        report.skips.length === 0 ? "nothing skipped" : `${report.skips.length} skipped`,
      ].join(", "),
      ink: "muted",
    },
  ];
}

/** Whose words these are, so that nobody takes a count for a verdict. Who may not see marks is not told of any. */
export function voiceLabel({ voice, model, marks }: Pick<Report, "voice" | "model" | "marks">): string {
  if (voice === "rules") return "Rule-based interviewer: coverage facts, no judgement";
  return marks.length === 0 ? "Facts counted by code" : `Facts counted by code; marks drafted by ${model ?? "Claude"}`;
}
