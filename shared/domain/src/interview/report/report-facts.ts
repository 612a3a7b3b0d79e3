import type { CountedReport } from "./report-body.ts";
import { withContradictions } from "./report-contradictions.ts";
import { coverageFacts } from "./report-coverage.ts";
import { coverageAtEnd } from "./report-unnoted.ts";
import { debriefOf } from "./report-debrief.ts";
import { documentFacts } from "./report-documents.ts";
import { itemStates } from "./report-item-state.ts";
import { manipulationFacts } from "./report-manipulation.ts";
import { assumptionFacts, openQuestions, skipsOf } from "./report-open.ts";
import { type Prove, proveBy } from "./report-proof.ts";
import { questionsOf } from "./report-questions.ts";
import { resultsOf, runFacts } from "./report-runs.ts";
import type { ReportSource } from "./report-source.ts";
import { clockOf, phasesOf, timingFacts } from "./report-timing.ts";
import { mendedTopics, topicFacts } from "./report-topics.ts";
import type { ReportFact } from "./report.ts";

/** Checks quotes of the room; words of the staff stream are proved in their own place. */
export const proveIn = ({ texts, events, runs }: ReportSource): Prove => proveBy(texts, { events, runs });

/** Folds all that a room left behind into what can be counted and proved. Nothing in it is a judgement. */
export function reportFacts(source: ReportSource): CountedReport {
  const { events, staffEvents, notes, runs, items, candidates } = source;
  const prove = proveIn(source);
  const clock = clockOf(events);
  const asked = [
    ...questionsOf(events, notes, { staff: false, candidates }),
    ...questionsOf(staffEvents, notes, { staff: true, candidates }),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const proven = itemStates([...notes, ...coverageAtEnd(source)], source, prove);
  const states = withContradictions(proven, source, asked, prove);
  const hints = events.flatMap((event) =>
    event.type === "hint" ? [{ item: event.item, level: event.level, at: event.at, text: event.text }] : [],
  );
  const facts = [
    ...coverageFacts(items, states, { asked, hints }),
    ...openQuestions(asked, states, mendedTopics(notes)),
    ...assumptionFacts(source, prove),
    ...topicFacts(notes, asked, source.texts, prove),
    ...timingFacts(clock),
    ...documentFacts(source),
    ...runFacts(runs),
    ...manipulationFacts(source, prove),
    ...notices({ started: clock.minutes !== null, dropped: [...states.values()].filter((one) => one.dropped).length }),
  ];
  return {
    facts,
    hints,
    skips: skipsOf(asked),
    phases: phasesOf(clock),
    results: resultsOf(runs),
    debrief: debriefOf(items, states, asked),
  };
}

function notices({ started, dropped }: { started: boolean; dropped: number }): ReportFact[] {
  const notice = (text: string): ReportFact => ({ kind: "notice", text, source: null });
  return [
    ...(started ? [] : [notice("No interview was started in this room, so there are no phases.")]),
    ...(dropped === 0
      ? []
      : [
          notice(
            `For ${dropped} ${dropped === 1 ? "point" : "points"} a quote could not be found where it was said to stand, and was left out.`,
          ),
        ]),
  ];
}
