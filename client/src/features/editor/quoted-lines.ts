import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import * as Y from "yjs";

export interface Lines {
  line: number;
  endLine: number;
}

/** Where quoted lines stand now, whatever was written around them since; null once they are gone. */
export function linesOf(text: Y.Text, place: AnchoredPlace): Lines | null {
  const content = text.toJSON();
  const found = startOf(text, place.anchor);
  const line = found === null ? place.line : content.slice(0, found.at).split("\n").length;
  const all = content.split("\n");
  if (line > all.length) return null;
  if (found?.isDeleted !== false && !isAlike(all[line - 1] ?? "", place.quote.split("\n")[0] ?? "")) return null;
  return { line, endLine: Math.min(all.length, line + place.endLine - place.line) };
}

/** Where the anchor stands: null where it cannot be read, so that only the line's number is left. */
function startOf(text: Y.Text, anchor: string): { at: number; isDeleted: boolean } | null {
  if (text.doc === null) return null;
  try {
    const position = Y.decodeRelativePosition(Uint8Array.from(atob(anchor), (unit) => unit.charCodeAt(0)));
    const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
    if (found === null || found.type !== text) return null;
    const isDeleted = position.item !== null && Y.getItem(text.doc.store, position.item).deleted;
    return { at: found.index, isDeleted };
  } catch {
    return null;
  }
}

/** Whether a line is still the one that was quoted, with a few letters changed. */
function isAlike(now: string, quoted: string): boolean {
  const [a, b] = [now.trim(), quoted.trim()];
  if (a === "" || b === "") return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return head + tail >= b.length / 2;
}
