/** A regular expression as far as it matters in how many ways it can read a text. */
export type Expression =
  /** One character, as the part of the pattern that stands for it: `a`, `\d`, `[a-z]`. */
  | { is: "character"; source: string }
  | { is: "sequence"; parts: Expression[] }
  | { is: "choice"; parts: Expression[] }
  | { is: "repeat"; part: Expression; least: number; most: number };

export interface Parsed {
  whole: Expression;
  /** What is looked for ahead or behind, each on its own. */
  looks: Expression[];
  /** Whether something is asked of a place behind which nothing needs to stand, as by `$`. */
  asksOfPlaces: boolean;
}

const mostDepth = 50;

/** Reads a pattern that `RegExp` takes with the flag `u`; null of one that is too deep. */
export function expressionOf(pattern: string): Parsed | null {
  let at = 0;
  let depth = 0;
  let asksOfPlaces = false;
  const looks: Expression[] = [];
  const take = (part: RegExp): string | null => {
    part.lastIndex = at;
    const [found = null] = part.exec(pattern) ?? [];
    if (found !== null) at += found.length;
    return found;
  };

  const choice = (): Expression => {
    if (++depth > mostDepth) throw new RangeError("deeper than anybody nests");
    const parts = [sequence()];
    while (take(/\|/y) !== null) parts.push(sequence());
    depth -= 1;
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: "choice", parts };
  };

  const sequence = (): Expression => {
    const parts: Expression[] = [];
    while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") {
      const part = atom();
      const [least, most] = countOf(take(/[*+?]|\{\d+(?:,\d*)?\}/y));
      take(/\?/y);
      parts.push(least === 1 && most === 1 ? part : { is: "repeat", part, least, most });
    }
    return { is: "sequence", parts };
  };

  const atom = (): Expression => {
    const look = take(/\(\?<?[=!]/y);
    if (look !== null || take(/\((?:\?(?:[a-z]*(?:-[a-z]*)?:|<[^>]*>))?/y) !== null) {
      const inner = choice();
      take(/\)/y);
      if (look === null) return inner;
      looks.push(inner);
      asksOfPlaces = true;
      return nothing;
    }
    if (take(/\^/y) !== null) return nothing;
    if (take(/\$|\\[bB]|\\[1-9]\d*|\\k<[^>]*>/y) !== null) {
      asksOfPlaces = true;
      return nothing;
    }
    const source =
      take(
        /\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\.|./suy,
      ) ?? "";
    return { is: "character", source };
  };

  try {
    return { whole: choice(), looks, asksOfPlaces };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const nothing: Expression = { is: "sequence", parts: [] };

function countOf(sign: string | null): [least: number, most: number] {
  if (sign === null) return [1, 1];
  if (sign === "?") return [0, 1];
  if (sign === "*" || sign === "+") return [sign === "+" ? 1 : 0, Number.POSITIVE_INFINITY];
  const [, least = "", comma, most = ""] = /^\{(\d+)(,)?(\d*)\}$/.exec(sign) ?? [];
  const open = comma === undefined ? Number(least) : Number.POSITIVE_INFINITY;
  return [Number(least), most === "" ? open : Number(most)];
}
