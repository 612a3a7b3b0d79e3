import { DocumentName } from "@proofroom/domain/document/document";
import type { DirectorState } from "@proofroom/domain/interview/director/director";
import type { Note } from "@proofroom/domain/interview/note";
import { steeringLines } from "@proofroom/domain/interview/report/report-manipulation";

type Attempt = Extract<Note, { type: "manipulation-attempt" }>;

/** More than anybody reads; a text full of such lines fills no book. */
const mostNotes = 40;

/** What tells one attempt from another: a line of a document stays itself wherever it moves. */
export const keyOf = ({ quote, source: { document, seq } }: Attempt): string => JSON.stringify([document, seq, quote]);

/** Lines that talk to whoever marks the work, when they are first read: deleting them later hides nothing. */
export function steeringNews({ steering }: { steering: ReadonlySet<string> }, state: DirectorState): Attempt[] {
  const found = [...inDocuments(state), ...inChat(state)].filter((one) => !steering.has(keyOf(one)));
  const fresh = new Map(found.map((one) => [keyOf(one), one]));
  return [...fresh.values()].slice(0, Math.max(0, mostNotes - steering.size));
}

const attempt = (quote: string, source: Attempt["source"]): Attempt => ({
  type: "manipulation-attempt",
  quote,
  source,
});

function inDocuments({ reading }: DirectorState): Attempt[] {
  if (reading === null) return [];
  return DocumentName.options.flatMap((document) =>
    steeringLines(reading.texts[document]).map(({ quote, line }) =>
      attempt(quote, { kind: "document", document, version: reading.versions[document], line }),
    ),
  );
}

/** What staff say to their advisor stands in another stream. */
function inChat({ messages, clock }: DirectorState): Attempt[] {
  const inRoom = messages.filter(({ addressed }) => !(addressed && clock.policy === "advisor"));
  return inRoom.flatMap(({ seq, text }) =>
    steeringLines(text).map(({ quote }) => attempt(quote, { kind: "message", seq })),
  );
}
