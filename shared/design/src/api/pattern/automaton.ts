import type { Expression } from "./expression.ts";

/** Where a text may be while it is read: at which character of the pattern, and which may come after it. */
export interface Automaton {
  /** The part of the pattern that stands at each place. */
  sources: string[];
  /** The places behind each, one as often as there are ways from the one to the other. */
  next: number[][];
  /** Behind which of them the text may end. */
  last: ReadonlySet<number>;
}

interface Part {
  first: number[];
  last: number[];
  isEmpty: boolean;
}

const most = { places: 1_500, steps: 60_000 };
/** So many of a kind are as good as any number: of fewer the ways to share a text between them are few. */
const many = 6;
/** Of what stands so often, never more or less, more copies make nothing clearer. */
const mostCopies = 8;

/** The places of an expression; null where they are too many. */
export function automatonOf(expression: Expression): Automaton | null {
  const sources: string[] = [];
  const next: number[][] = [];
  let steps = 0;
  const lead = (from: Part, to: Part): void => {
    steps += from.last.length * to.first.length + 1;
    if (steps > most.steps || sources.length > most.places) throw new RangeError("more places than are looked at");
    for (const one of from.last) next[one]?.push(...to.first);
  };

  const joined = (parts: readonly (() => Part)[]): Part => {
    let whole: Part = { first: [], last: [], isEmpty: true };
    for (const part of parts) {
      const one = part();
      lead(whole, one);
      whole = {
        first: whole.isEmpty ? [...whole.first, ...one.first] : whole.first,
        last: one.isEmpty ? [...whole.last, ...one.last] : one.last,
        isEmpty: whole.isEmpty && one.isEmpty,
      };
    }
    return whole;
  };

  const looped = (one: Part): Part => {
    lead(one, one);
    return one;
  };
  const optional = (one: Part): Part => ({ ...one, isEmpty: true });

  const build = (part: Expression): Part => {
    switch (part.is) {
      case "character": {
        const place = sources.push(part.source) - 1;
        next.push([]);
        return { first: [place], last: [place], isEmpty: false };
      }
      case "sequence":
        return joined(part.parts.map((one) => () => build(one)));
      case "choice": {
        const parts = part.parts.map(build);
        return {
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
          isEmpty: parts.some(({ isEmpty }) => isEmpty),
        };
      }
      case "repeat":
        return repeated(part);
      default:
        return part satisfies never;
    }
  };

  const repeated = ({ part, least, most: ceiling }: Extract<Expression, { is: "repeat" }>): Part => {
    const one = () => build(part);
    if (least === ceiling) return joined(Array.from({ length: Math.min(least, mostCopies) }, () => one));
    if (ceiling >= many) {
      // Of what may be empty it matters which of those that have to be there is.
      const before = Array.from({ length: Math.min(Math.max(least - 1, 0), 2) }, () => one);
      const loop = () => looped(one());
      return least === 0 ? optional(loop()) : joined([...before, loop]);
    }
    // Behind a copy that is not there stands no other, so that it is told which of them a text is read by.
    const upTo = (n: number): Part => optional(n === 1 ? one() : joined([one, () => upTo(n - 1)]));
    return joined([...Array.from({ length: least }, () => one), () => upTo(ceiling - least)]);
  };

  try {
    const { last } = build(expression);
    return { sources, next, last: new Set(last) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
