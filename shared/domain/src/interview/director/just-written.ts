import { DocumentName } from "../../document/document.ts";
import type { DirectorState } from "./director-state.ts";
import type { Place } from "../place.ts";
import type { Changed } from "../reading.ts";

/** Lines written in the last two minutes, as a reader would tell them. */
export function justWritten(state: DirectorState, now: number): Changed[] {
  const { reading } = state;
  if (reading === null) return [];
  return DocumentName.options.flatMap((document) => {
    const lines = state.writtenAt[document].flatMap((at, n) => (at > 0 && now - at <= 120_000 ? [n + 1] : []));
    return lines.length === 0 ? [] : [{ document, version: reading.versions[document], author: "", lines, removed: 0 }];
  });
}

export const isJustWritten = (changed: readonly Changed[], place: Place | null): boolean =>
  place !== null &&
  changed.some(
    (one) => one.document === place.document && one.lines.some((line) => line >= place.line && line <= place.endLine),
  );
