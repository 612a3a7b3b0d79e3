import type { Coverage } from "@proofroom/domain/interview/note";
import { PhaseId } from "@proofroom/domain/interview/phase";
import type { DebriefItem } from "@proofroom/domain/interview/report/report";

/** How a point stands beside the last attempt at the same problem. */
export type Change = "first" | "same" | "further" | "back";

const rank: Record<Coverage, number> = { unseen: 0, contradicted: 1, touched: 2, covered: 3 };

export function changeOf({ state, before }: Pick<DebriefItem, "state" | "before">): Change {
  if (before === null) return "first";
  if (before === state) return "same";
  return rank[state] > rank[before] ? "further" : "back";
}

export interface Difference {
  further: DebriefItem[];
  back: DebriefItem[];
  covered: number;
  coveredBefore: number;
}

/** What moved since the last attempt; null where this is the first. */
export function differenceOf(debrief: readonly DebriefItem[]): Difference | null {
  if (debrief.every(({ before }) => before === null)) return null;
  return {
    further: debrief.filter((one) => changeOf(one) === "further"),
    back: debrief.filter((one) => changeOf(one) === "back"),
    covered: debrief.filter(({ state }) => state === "covered").length,
    coveredBefore: debrief.filter(({ before }) => before === "covered").length,
  };
}

/** The phases in which the points are usually talked about, in the order of the interview. */
export const phasesOf = (debrief: readonly DebriefItem[]): PhaseId[] =>
  PhaseId.options.filter((phase) => debrief.some((one) => one.phase === phase));
