import type { DocumentName } from "../../document/document.ts";
import type { DirectorState } from "./director-state.ts";
import type { Filled } from "./fill.ts";
import type { Item } from "../item.ts";
import { termOf, uses } from "../language/mentions.ts";
import { newestPlace, placeAt, thingsOf } from "../design/naming.ts";
import type { PhaseId } from "../phase.ts";
import { cited, named } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import type { Place } from "../place.ts";
import { sentenceCount, wordCount } from "./say.ts";

/**
 * A question that names nothing of the documents is put beside them: beside the line that speaks of its item, or, where
 * none does, beside the newest one, which is said not to.
 */
export function withLead(state: DirectorState, item: Item, filled: Filled): { text: string; place: Place | null } {
  if (filled.isSpecific) return { text: filled.text, place: filled.place };
  const about = filled.place ?? lineAbout(state, item);
  const place = about ?? newestPlace(state, documentsOf(item));
  if (place === null || place.quote.trim() === "") return { text: filled.text, place: null };
  const thing = nameAt(state, place);
  const it = itAt(state, place);
  const lead = wordingOf(
    state,
    `lead-${item.id}`,
    about === null ? unsaid(it) : thing === null ? wrote(it) : drawn(it),
  );
  const text = `${lead} ${filled.text}`;
  const short = `${about === null ? `After ${it}` : it}: ${filled.text}`;
  return { text: wordCount(text) > 60 || sentenceCount(text) > 3 ? short : text, place };
}

/** The text of a question as it is asked now, and the place that it shows. */
export const wordedWith = (
  state: DirectorState,
  one: Filled & { item: Item | null },
): { text: string; place: Place | null } => (one.item === null ? one : withLead(state, one.item, one));

const wrote = (it: string) => [`You wrote ${it}.`, `I read ${it}.`, `There is ${it}.`];
const drawn = (it: string) => [`I see ${it}.`, `You have ${it}.`, `Take ${it}.`];
const unsaid = (it: string) => [
  `The newest that I read is ${it}; I find no line on this yet.`,
  `I have read as far as ${it} and find no line on this yet.`,
  `No line is on this yet; ${it} is the newest of them.`,
];

/** What stands at a place, as a sentence names it: the thing that it declares, else its words. */
export function itAt(state: DirectorState, place: Place): string {
  const thing = nameAt(state, place);
  return `${thing === null ? `"${cited(place.quote, 60)}"` : `\`${thing}\``} (${named(place)})`;
}

/** The newest line in which words of an item stand, whatever is said of it. */
export function lineAbout(state: DirectorState, item: Item): Place | null {
  const { reading } = state;
  if (reading === null) return null;
  const words = item.detectors.flatMap((one) => (one.by === "chat" || one.by === "document" ? one.words : []));
  const terms = words.map(termOf);
  const found = documentsOf(item).flatMap((document) =>
    reading.texts[document].split("\n").flatMap((line, n) => {
      const hits = line.trim() === "" ? 0 : terms.filter((term) => uses(state.lineWords.get(line) ?? [], term)).length;
      return hits === 0 ? [] : [{ document, line: n + 1, hits, at: state.writtenAt[document][n] ?? 0 }];
    }),
  );
  const [best] = found.toSorted((a, b) => b.hits - a.hits || b.at - a.at);
  return best === undefined ? null : placeAt(reading, best.document, best.line);
}

/** The thing on a line; of the API and the schema the one that the line belongs to. */
function nameAt(state: DirectorState, place: Place): string | null {
  if (state.reading === null) return null;
  const things = thingsOf(state.reading).filter(({ document }) => document === place.document);
  const own = things.find(({ line }) => line === place.line);
  if (own !== undefined || place.document === "design") return own?.name ?? null;
  const above = things.filter(({ name, line }) => line < place.line && !name.includes("."));
  return above.toSorted((a, b) => b.line - a.line)[0]?.name ?? null;
}

/** Where an item's answer would stand, likeliest first. */
function documentsOf(item: Item): DocumentName[] {
  const own = item.detectors.flatMap((detector) => (detector.by === "document" ? [detector.document] : []));
  return [...new Set([...own, ...usual[item.phase]])];
}

const usual: Record<PhaseId, DocumentName[]> = {
  clarify: ["design", "schema", "api"],
  "high-level": ["design", "api", "schema"],
  "api-data": ["schema", "api", "design"],
  "deep-dive": ["schema", "api", "design"],
  "scale-failure": ["design", "schema", "api"],
  "wrap-up": ["design", "schema", "api"],
};
