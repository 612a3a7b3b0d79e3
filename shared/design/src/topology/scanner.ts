/** Reads one statement of a flowchart from left to right; offsets count from the beginning of the diagram. */
export interface Scanner {
  readonly offset: number;
  readonly isOver: boolean;
  /** What the pattern, which has to be sticky, finds here; passes over it. */
  take: (pattern: RegExp) => RegExpExecArray | null;
  startsWith: (text: string) => boolean;
  /** The text up to `end`, passing over both; null where it does not come. */
  upTo: (end: string) => string | null;
  rest: (length: number) => string;
}

export function scan(text: string, from: number, to: number): Scanner {
  let at = from;
  return {
    get offset() {
      return at;
    },
    get isOver() {
      return at >= to;
    },
    take: (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null || pattern.lastIndex > to) return null;
      at = pattern.lastIndex;
      return found;
    },
    startsWith: (word) => text.startsWith(word, at) && at + word.length <= to,
    upTo: (end) => {
      const found = text.indexOf(end, at);
      if (found === -1 || found + end.length > to) return null;
      const passed = text.slice(at, found);
      at = found + end.length;
      return passed;
    },
    rest: (length) => text.slice(at, Math.min(to, at + length)),
  };
}
