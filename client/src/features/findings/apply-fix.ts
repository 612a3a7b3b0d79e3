import type { Edit, Fix } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import { byClick, type RoomDocument } from "../../data/document.ts";
import type { Texts } from "../../data/review.ts";
import { type Splice, spliceBetween } from "../editor/splice.ts";

/** `stale`: somebody has just written where the fix would; the next reading brings a new one. */
export type FixOutcome = "applied" | "stale" | "read-only";

/** Where an edit computed for the text before `since` belongs after it; null where the two touch. */
function moved(edit: Edit, since: Splice | null): Edit | null {
  if (since === null || edit.to < since.at) return edit;
  if (edit.from < since.at + since.remove || (edit.from === since.at && since.remove === 0)) return null;
  const by = since.insert.length - since.remove;
  return { ...edit, from: edit.from + by, to: edit.to + by };
}

/**
 * Writes a fix into the documents it names, each in one transaction, so that one undo takes it back. Its offsets count in
 * `texts`, the texts that were read; what was typed elsewhere since then moves them.
 */
export function applyFix(
  documents: Record<DocumentName, Pick<RoomDocument, "text" | "readOnly">>,
  texts: Texts,
  fix: Fix,
): FixOutcome {
  const plan = documentNames.map((name) => {
    const { text, readOnly } = documents[name];
    const mine = fix.edits.filter((edit) => edit.document === name);
    const since = mine.length === 0 ? null : spliceBetween(texts[name], text.toJSON());
    return { text, isLocked: mine.length > 0 && readOnly(), edits: mine.map((edit) => moved(edit, since)) };
  });
  if (plan.some(({ isLocked }) => isLocked)) return "read-only";
  if (plan.some(({ edits }) => edits.includes(null))) return "stale";
  for (const { text, edits } of plan) {
    const rightToLeft = edits.filter((edit) => edit !== null).sort((a, b) => b.from - a.from);
    if (rightToLeft.length === 0) continue;
    text.doc?.transact(() => {
      for (const { from, to, insert } of rightToLeft) {
        text.delete(from, to - from);
        text.insert(from, insert);
      }
    }, byClick);
  }
  return "applied";
}
