import { claimsIn } from "../language/claims.ts";
import { coverageOf, type Seen } from "../design/coverage.ts";
import { designFacts } from "../design/design-facts.ts";
import type { KeptNote } from "../note.ts";
import type { Reading } from "../reading.ts";
import type { ReportSource } from "./report-source.ts";

/**
 * What was covered in a room in which nobody kept the book, because its interviewer was off: what the last texts, the
 * candidates' words and the runs show by themselves. Empty where something was noted.
 */
export function coverageAtEnd(source: ReportSource): KeptNote[] {
  const { items, events, notes, runs } = source;
  const last = events.findLast(({ type }) => type === "state");
  const reading = readingOf(source);
  if (last === undefined || reading === null || notes.some(({ type }) => type === "coverage")) return [];
  const said = events.flatMap((event) =>
    event.type === "message" && event.person !== null && source.candidates.has(event.person.id) ? [event] : [],
  );
  const claims = said.flatMap(({ seq, text, at }) => claimsIn(text, () => ({ kind: "message", seq }), Date.parse(at)));
  const seen: Seen = {
    messages: said.map(({ seq, text, at }) => ({ seq, text, at: Date.parse(at), item: null })),
    reading,
    facts: designFacts(reading, claims),
    runs,
    points: [],
  };
  return items.flatMap((item): KeptNote[] => {
    const { state, evidence } = coverageOf(item, seen);
    return state === "unseen" ? [] : [{ type: "coverage", item: item.id, state, evidence, seq: 0, at: last.at }];
  });
}

function readingOf({ texts: { final }, model }: ReportSource): Reading | null {
  if (model === null) return null;
  const { schema, api, design } = final;
  return {
    texts: { schema: schema.text, api: api.text, design: design.text },
    versions: { schema: schema.version, api: api.version, design: design.version },
    model,
  };
}
