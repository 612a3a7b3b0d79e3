import * as Y from "yjs";

const branches = 16;
const nothing = Y.encodeStateAsUpdate(new Y.Doc());

/** One update out of many, merged as a tree: merged flat, thousands of updates take seconds instead of milliseconds. */
export function mergeTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let n = 0; n < level.length; n += branches) next.push(Y.mergeUpdates(level.slice(n, n + branches)));
    level = next;
  }
  return level[0] ?? nothing;
}
