/** A bracket that a line opens and does not close. */
export interface Open {
  bracket: "{" | "[";
  /** The key that it is the value of. */
  key: string | undefined;
  /** What stands in it so far. */
  inside: string;
}

const longestKey = 120;

/** The brackets that stand open at the end of a line, the innermost last; those inside quotes are none. */
export function openIn(line: string): Open[] {
  const plain = line.replaceAll(/"[^"]*"|'[^']*'/g, (quoted) => `"${"_".repeat(quoted.length - 2)}"`);
  const open: { bracket: "{" | "["; at: number }[] = [];
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at];
    if (sign === "{" || sign === "[") open.push({ bracket: sign, at });
    else if (sign === "}" || sign === "]") open.pop();
  }
  return open.map(({ bracket, at }) => ({
    bracket,
    key: /([\w.-]+)["']?\s*:\s*$/.exec(line.slice(Math.max(0, at - longestKey), at))?.[1],
    inside: line.slice(at + 1),
  }));
}
