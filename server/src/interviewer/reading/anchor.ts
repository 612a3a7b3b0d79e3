import * as Y from "yjs";

/**
 * Where a line starts, as a Yjs relative position that moves with the text. It sticks to the line's first character, so that
 * what is written above pushes it down; at the very end of the text there is none, and it sticks to what stands before.
 */
export function anchorOfLine(updates: readonly Uint8Array[], line: number): Uint8Array {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    const text = doc.getText("content");
    const at = startOfLine(text.toJSON(), line);
    const isAtEnd = at === text.length && at > 0;
    return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, isAtEnd ? -1 : 0));
  } finally {
    doc.destroy();
  }
}

/** A line beyond the text is its last. */
function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  return start;
}
