import { ofTexts, remembered } from "../../text/remembered.ts";
import { type Automaton, automatonOf } from "./automaton.ts";
import { circlesOf } from "./circles.ts";
import { expressionOf } from "./expression.ts";

const mostEdges = 100_000;

/** What is known of the time that a pattern takes: nothing of one that is too long to be looked through. */
export type Slowness = "exponential" | "unknown" | null;

/**
 * Whether a pattern can read a text that does not fit in a number of ways that doubles with each few characters, as `^(a+)+$` does:
 * while it tries them all, the process that runs it does nothing else. So it is where a circle through the pattern can be gone in two
 * ways over the same characters, and something behind it may not fit.
 */
export const slownessOf = remembered((pattern: string): Slowness => {
  const parsed = expressionOf(pattern);
  if (parsed === null) return "unknown";
  const found = [parsed.whole, ...parsed.looks].map((one): Slowness => {
    const automaton = automatonOf(one);
    return automaton === null ? "unknown" : slownessIn(automaton, parsed.asksOfPlaces);
  });
  return found.find((one) => one === "exponential") ?? found.find((one) => one !== null) ?? null;
}, ofTexts);

function slownessIn({ sources, next, last }: Automaton, asksOfPlaces: boolean): Slowness {
  const circles = circlesOf(sources.keys(), (place) => next[place] ?? [], mostEdges);
  if (circles === null) return "unknown";
  const within = next.map((all, place) => all.filter((one) => circles.get(one) === circles.get(place)));
  const onCircle = (place: number): number[] => within[place] ?? [];
  // What fits already as soon as the circle is left is never tried again.
  const mayFail = (place: number): boolean => circles.has(place) && (asksOfPlaces || !last.has(place));
  const starts = [...sources.keys()].filter(mayFail);
  if (starts.some((place) => new Set(onCircle(place)).size < onCircle(place).length)) return "exponential";
  const shares = overlapOf(sources);
  const size = sources.length;
  const pairs = circlesOf(
    starts.map((place) => place * size + place),
    function* (pair) {
      const behind = onCircle(pair % size);
      for (const one of onCircle(Math.floor(pair / size)))
        for (const other of behind) if (shares(one, other)) yield Math.min(one, other) * size + Math.max(one, other);
    },
    mostEdges,
  );
  if (pairs === null) return "unknown";
  const alone = new Set(starts.map((place) => pairs.get(place * size + place)));
  const isApart = (pair: number): boolean => pair % size !== Math.floor(pair / size);
  return [...pairs].some(([pair, circle]) => isApart(pair) && alone.has(circle)) ? "exponential" : null;
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Whether two places can read the same character, of those in ASCII, those of the pattern and some of every kind. */
function overlapOf(sources: readonly string[]): (one: number, other: number) => boolean {
  const characters = [...new Set([...ascii, ...Array.from(`${sources.join("")}éßяΣ中١\u00a0\u2028😀`)])];
  const kinds = [...new Set(sources)];
  const held = kinds.map((source) => {
    const one = new RegExp(`^(?:${source})$`, "u");
    return new Set(characters.filter((character) => one.test(character)));
  });
  const kindOf = sources.map((source) => kinds.indexOf(source));
  const shared = held.map((kind) => held.map((other) => !kind.isDisjointFrom(other)));
  return (one, other) => shared[kindOf[one] ?? -1]?.[kindOf[other] ?? -1] === true;
}
