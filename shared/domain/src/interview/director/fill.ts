import type { Fact } from "../design/design-facts.ts";
import type { DirectorState } from "./director-state.ts";
import { usualHoles } from "./holes.ts";
import type { Item } from "../item.ts";
import type { Place } from "../place.ts";
import { isSoHere } from "./suppositions.ts";

export interface Filled {
  text: string;
  place: Place | null;
  /** Whether it names something of the documents. */
  isSpecific: boolean;
}

/** A template with its holes filled; null where one is unknown. */
export function fill(template: string, holes: Record<string, string>): string | null {
  const text = template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => holes[name] ?? whole);
  return hasHoles(text) ? null : text;
}

const hasHoles = (text: string): boolean => /\{(?:table|column|endpoint|component|line|number)\}/.test(text);

/** A probe with what the documents say about its item; null where a hole stays open or the probe supposes what is not there. */
export function fillProbe(state: DirectorState, item: Item, template: string): Filled | null {
  const filled = filledOf(state, item, template);
  return filled !== null && isSoHere(state, filled.text) ? filled : null;
}

/** With one fact alone if it suffices, what fails before what holds; else with what the facts and the design at large know together. */
function filledOf(state: DirectorState, item: Item, template: string): Filled | null {
  const facts = factsOf(state, item);
  const place = facts.find((fact) => fact.place !== null)?.place ?? null;
  if (!hasHoles(template)) return { text: template, place, isSpecific: false };
  for (const fact of facts) {
    const text = fill(template, fact.holes);
    if (text !== null) return { text, place: fact.place ?? place, isSpecific: true };
  }
  const usual = usualHoles(state, item, template);
  const known: Record<string, string> = Object.assign({}, ...facts.toReversed().map((fact) => fact.holes));
  // A line belongs to the thing that it was found with; it is not put beside the name of another.
  const { line: _line, ...names } = known;
  const text = fill(template, usual.holes) ?? fill(template, { ...usual.holes, ...names });
  return text === null ? null : { text, place: usual.place ?? place, isSpecific: true };
}

const factsOf = (state: DirectorState, item: Item): Fact[] => {
  const own = item.detectors.flatMap((detector) => (detector.by === "fact" ? [detector.fact] : []));
  const facts = [...own, ...(item.needs ?? [])].flatMap((name) => state.facts.get(name) ?? []);
  return facts.toSorted((a, b) => Number(a.holds) - Number(b.holds));
};
