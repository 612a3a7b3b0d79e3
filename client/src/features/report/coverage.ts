import type { Report, ReportFact } from "@proofroom/domain/interview/report/report";
import type { Coverage } from "@proofroom/domain/interview/note";
import type { ItemId } from "@proofroom/domain/interview/speech";
import { areaOf } from "@proofroom/domain/interview/report/point-name";

/** A point that was reached, as far as it can be proved. */
export type CoverageFact = ReportFact & { item: ItemId; state: Coverage };

export interface CoverageArea {
  area: string;
  facts: CoverageFact[];
  /** One for each point, the best first; those that nobody reached only where the report knows them all. */
  states: Coverage[];
}

const isAboutPoint = (fact: ReportFact): fact is CoverageFact =>
  fact.kind === "coverage" && fact.item !== undefined && fact.state !== undefined;

export const coverageFactsOf = ({ facts }: Pick<Report, "facts">): CoverageFact[] => facts.filter(isAboutPoint);

/** How many points came into each state by the end. */
export function countStates(states: readonly Coverage[]): Record<Coverage, number> {
  const count = (state: Coverage) => states.filter((one) => one === state).length;
  return {
    covered: count("covered"),
    touched: count("touched"),
    contradicted: count("contradicted"),
    unseen: count("unseen"),
  };
}

const order: Coverage[] = ["covered", "touched", "contradicted", "unseen"];

/** The points by what they belong to, in the order in which the interview or the debrief meets them. */
export function coverageAreas({ facts, debrief = [] }: Pick<Report, "facts" | "debrief">): CoverageArea[] {
  const reached = coverageFactsOf({ facts });
  const points = debrief.length > 0 ? debrief : reached;
  const names = [...new Set(points.map(({ item }) => areaOf(item)))];
  return names.map((area) => ({
    area,
    facts: reached.filter(({ item }) => areaOf(item) === area),
    states: points
      .filter(({ item }) => areaOf(item) === area)
      .map(({ state }) => state)
      .toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  }));
}
