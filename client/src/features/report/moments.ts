import { messageOf } from "@proofroom/domain/interview/report/message-source";
import type { Report, ReportFact } from "@proofroom/domain/interview/report/report";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { isOver } from "@proofroom/domain/run/status";
import type { IconName } from "../../ui/icon-paths.ts";
import { levelTitles } from "../interview/names.ts";
import { markIcons, markInk, markOf, runWords } from "../run/run-words.ts";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import { coverageFactsOf } from "./coverage.ts";
import type { Cited } from "./sources.tsx";
import { stateWords } from "./state-words.ts";

/** What the drawing has a row for. */
export const lanes = ["Asked", "Covered", "Conflicts", "Help", "Runs"] as const;
export type Lane = (typeof lanes)[number];

/** Something that happened at a minute of the interview. */
export interface Moment {
  minute: number;
  at: string;
  lane: Lane;
  icon: IconName;
  ink: string;
  text: string;
  /** What it rests on. */
  cited: Cited | null;
}

type Timed = Omit<Moment, "minute">;

/** Everything that the drawing shows, in order. */
export function momentsOf(
  report: Pick<Report, "facts" | "hints" | "skips">,
  events: readonly RoomEvent[],
  minuteAt: (at: string) => number,
): Moment[] {
  return [...events.flatMap(ofEvent), ...ofCoverage(report), ...ofTopics(report), ...ofHelp(report)]
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map((moment) => ({ ...moment, minute: minuteAt(moment.at) }));
}

function ofEvent(event: RoomEvent): Timed[] {
  const { at, seq } = event;
  if (event.type === "message" && event.person === null && event.question !== undefined) {
    const cited: Cited = { source: { kind: "message", seq } };
    return [{ at, lane: "Asked", icon: "question", ink: "", text: event.text, cited }];
  }
  if (event.type === "run" && isOver(event.status)) {
    const mark = markOf(event);
    const text = `Run #${event.number}: ${runWords(event).toLowerCase()}`;
    const cited: Cited = { source: { kind: "result", runId: event.runId } };
    return [{ at, lane: "Runs", icon: markIcons[mark], ink: markInk[mark], text, cited }];
  }
  return [];
}

const citedOf = ({ source, quote }: ReportFact): Cited | null => (source === null ? null : { source, quote });

const ofCoverage = (report: Pick<Report, "facts">): Timed[] =>
  coverageFactsOf(report).flatMap((fact) => {
    const { icon, ink, word } = stateWords[fact.state];
    const text = `${pointName(fact.item)} ${word}`;
    return fact.at === undefined ? [] : [{ at: fact.at, lane: "Covered", icon, ink, text, cited: citedOf(fact) }];
  });

const ofTopics = ({ facts }: Pick<Report, "facts">): Timed[] =>
  facts.flatMap((fact) => {
    if (fact.at === undefined || (fact.kind !== "mend" && fact.kind !== "contradiction")) return [];
    const look =
      fact.kind === "mend"
        ? ({ icon: "check", ink: "ink-ok" } as const)
        : ({ icon: "warning", ink: "ink-warn" } as const);
    return [{ at: fact.at, lane: "Conflicts", ...look, text: fact.text, cited: citedOf(fact) }];
  });

const ofHelp = ({ hints, skips }: Pick<Report, "hints" | "skips">): Timed[] => [
  ...hints.map(({ at, level, item }): Timed => {
    const text = `Hint, ${levelTitles[level].toLowerCase()}: ${pointName(item)}`;
    return { at, lane: "Help", icon: "hint", ink: "", text, cited: null };
  }),
  ...skips.map(({ at, text, seq, staff }): Timed => {
    const cited: Cited = { source: messageOf({ seq, staff }) };
    return { at, lane: "Help", icon: "skipped", ink: "muted", text: `Skipped: ${text}`, cited };
  }),
];
