import type { DocumentName } from "../document/document.ts";
import type { DirectorState } from "./director-state.ts";
import type { Filled } from "./fill.ts";
import type { Item } from "./item.ts";
import { newestPlace, thingsOf } from "./naming.ts";
import { PhaseId } from "./phase.ts";
import { capital, cited, named } from "./phrases.ts";
import { chance } from "./pick.ts";
import type { Place } from "./place.ts";

/** A question that names nothing of the documents is put beside what it is about: its item's place, else the newest line. */
export function withLead(state: DirectorState, item: Item, filled: Filled): { text: string; place: Place | null } {
  if (filled.isSpecific) return { text: filled.text, place: filled.place };
  const place = filled.place ?? newestPlace(state, documentsOf(item));
  if (place === null || place.quote.trim() === "") return { text: filled.text, place: null };
  return { text: `${leadTo(state, item, place)} ${filled.text}`, place };
}

/** Where an item's answer would stand, likeliest first. */
function documentsOf(item: Item): DocumentName[] {
  const own = item.detectors.flatMap((detector) => (detector.by === "document" ? [detector.document] : []));
  const usual: Record<PhaseId, DocumentName[]> = {
    clarify: ["design", "schema", "api"],
    "high-level": ["design", "api", "schema"],
    "api-data": ["schema", "api", "design"],
    "deep-dive": ["schema", "api", "design"],
    "scale-failure": ["design", "schema", "api"],
    "wrap-up": ["design", "schema", "api"],
  };
  return [...new Set([...own, ...usual[item.phase]])];
}

function leadTo(state: DirectorState, item: Item, place: Place): string {
  const thing =
    state.reading === null
      ? undefined
      : thingsOf(state.reading).find(({ document, line }) => document === place.document && line === place.line);
  const at = named(place);
  const leads =
    thing === undefined
      ? [
          `You wrote "${cited(place.quote, 70)}" (${at}).`,
          `${capital(place.document)} line ${place.line} says "${cited(place.quote, 70)}".`,
        ]
      : [
          `I see \`${thing.name}\` (${at}).`,
          `You have \`${thing.name}\` now (${at}).`,
          `Take \`${thing.name}\` (${at}).`,
        ];
  return leads[Math.floor(chance(state.seed, `${item.id}${at}`) * leads.length)] ?? "";
}
