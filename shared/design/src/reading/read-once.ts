import type { Remark, Tell } from "../text/report.ts";

/** As many texts of a kind as are known at a time; a person changes one document, and the others stay as they are. */
const most = 4;

/**
 * Reads a document that has not changed once, and tells again what there was to tell of it. What is read may not be changed afterwards.
 */
export function readOnce<T>(read: (text: string, tell: Tell) => T): (text: string, tell: Tell) => T {
  const known = new Map<string, { found: T; told: readonly Remark[] }>();
  return (text, tell) => {
    const before = known.get(text);
    if (before !== undefined) {
      for (const remark of before.told) tell(remark);
      return before.found;
    }
    const told: Remark[] = [];
    const found = read(text, (remark) => {
      told.push(remark);
      tell(remark);
    });
    if (known.size >= most) known.clear();
    known.set(text, { found, told });
    return found;
  };
}
