import { DocumentName } from "../../document/document.ts";
import type { DirectorState, SaidLine } from "./director-state.ts";
import type { Place } from "../place.ts";
import type { Changed } from "../reading.ts";
import { timing } from "./timing.ts";

type Ages = DirectorState["writtenAt"];

/** Lines written in the last two minutes, as a reader would tell them. */
export const justWritten = (state: DirectorState, now: number): Changed[] =>
  linesSince(state, state.writtenAt, now - timing.isJustWritten);

/** Lines written of late that no question was about yet. */
export const notAskedAbout = (state: DirectorState, now: number): Changed[] =>
  linesSince(state, state.notAskedAbout, now - timing.isWorthAsking);

function linesSince({ reading }: DirectorState, ages: Ages, since: number): Changed[] {
  if (reading === null) return [];
  return DocumentName.options.flatMap((document) => {
    const lines = ages[document].flatMap((at, n) => (at > 0 && at >= since ? [n + 1] : []));
    return lines.length === 0 ? [] : [{ document, version: reading.versions[document], author: "", lines, removed: 0 }];
  });
}

export const isJustWritten = (changed: readonly Changed[], place: Place | null): boolean =>
  place !== null &&
  changed.some(
    (one) => one.document === place.document && one.lines.some((line) => line >= place.line && line <= place.endLine),
  );

/**
 * One question is enough for what was written to a document in one go; what was written well before waits for its own, and
 * one about two places that disagree, or about a run, leaves the rest of it to be asked about.
 */
export function withoutAskedAbout(state: DirectorState, { kind, question, topic, place }: SaidLine): Ages {
  const ages = state.notAskedAbout;
  if (kind !== "question" || question === null) return ages;
  if (place === null) return question.source === "edit" ? { schema: [], api: [], design: [] } : ages;
  const { document, line, endLine } = place;
  const isThere = (n: number): boolean => n >= line - 1 && n < endLine;
  const isOfLine = ages[document].some((at, n) => at > 0 && isThere(n));
  const isNew = question.source === "edit" && !state.said.some((one) => one.topic === topic);
  if (!isOfLine && !isNew) return ages;
  const isOfLineOnly = question.source === "contradiction" || question.source === "run";
  const times = ages[document].filter((at, n) => at > 0 && isThere(n));
  const isOfThatGo = (at: number): boolean =>
    times.length === 0 || times.some((one) => Math.abs(at - one) <= timing.oneGo);
  return {
    ...ages,
    [document]: ages[document].map((at, n) => (isThere(n) || (!isOfLineOnly && isOfThatGo(at)) ? 0 : at)),
  };
}
