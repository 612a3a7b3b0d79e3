import type { Edit } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";

/** The one replacement that turns `before` into `after`, without what they begin and end with alike. */
export function smallestEdit(document: DocumentName, before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { document, from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
