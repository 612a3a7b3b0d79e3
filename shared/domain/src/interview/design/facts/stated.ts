import { claimOf } from "../arithmetic.ts";
import type { Claim } from "../../language/claims.ts";
import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, placeOf } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { countWords } from "../figures.ts";
import { says } from "../../language/negation.ts";

const stated: readonly [FactName, Claim["quantity"], RegExp | undefined][] = [
  ["read-rate-stated", "reads", undefined],
  ["write-rate-stated", "writes", undefined],
  ["latency-goal-stated", "latency", undefined],
  ["retention-stated", "retention", undefined],
  ["volume-stated", "bytes", /^bytes(?: a (?:year|month|day))?$/],
];

const forGood = ["for good", "forever", "never expire", "never deleted", "kept indefinitely", "live for ever"];

/**
 * Numbers that somebody stated, in the design or else in the chat: what is written shows more than what is said. A number
 * that is nowhere is no fact yet.
 */
export function statedFacts(view: DesignView, claims: readonly Claim[]): Facts {
  const written = claims.filter(({ source }) => source.kind === "document");
  const newest = (...what: [Claim["quantity"], RegExp?]) => claimOf(written, ...what) ?? claimOf(claims, ...what);
  const found = stated.flatMap(([name, quantity, unit]): [FactName, Fact][] => {
    const claim = newest(quantity, unit) ?? (name === "volume-stated" ? newest("rows") : null);
    return claim === null ? [] : [[name, factOf(view, claim)]];
  });
  if (found.some(([name]) => name === "retention-stated")) return found;
  // No number stands for it, but that something is kept for good is said all the same.
  const paragraph = view.prose.find(
    ({ text }) => /link|url|row|code/i.test(text) && forGood.some((words) => says(text, words)),
  );
  if (paragraph === undefined) return found;
  const place = placeOf(view, "design", paragraph.line, paragraph.endLine);
  return [...found, ["retention-stated", { holds: true, place, holes: { line: String(place.line) } }]];
}

function factOf(view: DesignView, { source, value, quote }: Claim): Fact {
  const isHere = source.kind === "document" && source.document !== undefined && source.line !== undefined;
  const place = isHere ? placeOf(view, source.document ?? "design", source.line ?? 1) : null;
  const holes: Record<string, string> = {
    number: countWords(value),
    ...(place === null ? {} : { line: String(place.line) }),
  };
  return { holds: true, place, holes, said: { quote, source } };
}
