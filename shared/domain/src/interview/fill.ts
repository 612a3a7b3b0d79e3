import type { DirectorState } from "./director-state.ts";
import type { Fact } from "./design-facts.ts";
import type { Item } from "./item.ts";
import { newestPlace, thingsOf } from "./naming.ts";
import type { Place } from "./place.ts";

export interface Filled {
  text: string;
  place: Place | null;
  /** Whether it names something of the documents. */
  isSpecific: boolean;
}

/** A template with its holes filled; null where one is unknown. */
export function fill(template: string, holes: Record<string, string>): string | null {
  const text = template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => holes[name] ?? whole);
  return /\{\w+\}/.test(text) ? null : text;
}

/** A probe with what the documents say about its item: one fact alone if it suffices, else all that is known of it. */
export function fillProbe(state: DirectorState, item: Item, template: string): Filled | null {
  const facts = factsOf(state, item);
  const hasHoles = /\{\w+\}/.test(template);
  if (!hasHoles)
    return { text: template, place: facts.find((fact) => fact.place !== null)?.place ?? null, isSpecific: false };
  for (const fact of facts) {
    const text = fill(template, fact.holes);
    if (text !== null) return { text, place: fact.place, isSpecific: true };
  }
  const holes = Object.assign(newestHoles(state), ...facts.toReversed().map((fact) => fact.holes));
  const text = fill(template, holes);
  if (text === null) return null;
  const place = facts.find((fact) => fact.place !== null)?.place ?? placeOf(state, template);
  return { text, place, isSpecific: true };
}

const factsOf = (state: DirectorState, item: Item): Fact[] =>
  [
    ...item.detectors.flatMap((detector) => (detector.by === "fact" ? [detector.fact] : [])),
    ...(item.needs ?? []),
  ].flatMap((name) => state.facts.get(name) ?? []);

/** The newest table and endpoint stand for "the table" and "the endpoint" where no fact knows better. */
function newestHoles(state: DirectorState): Record<string, string> {
  const { reading } = state;
  if (reading === null) return {};
  const schema = newestOf(state, "schema");
  const api = newestOf(state, "api");
  return { ...(schema === null ? {} : { table: schema }), ...(api === null ? {} : { endpoint: api }) };
}

function newestOf(state: DirectorState, document: "schema" | "api"): string | null {
  const { reading } = state;
  if (reading === null) return null;
  const things = thingsOf(reading).filter((thing) => thing.document === document && !thing.name.includes("."));
  const age = (line: number) => state.writtenAt[document][line - 1] ?? 0;
  return things.toSorted((a, b) => age(b.line) - age(a.line))[0]?.name ?? null;
}

const placeOf = (state: DirectorState, template: string): Place | null => {
  if (template.includes("{table}") || template.includes("{column}")) return newestPlace(state, ["schema"]);
  return template.includes("{endpoint}") ? newestPlace(state, ["api"]) : null;
};
