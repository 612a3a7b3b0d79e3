import type { KeptNote } from "../note.ts";
import type { Place, Source } from "../place.ts";
import type { Prove } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { ReportFact } from "./report.ts";

type TopicNote = KeptNote & { type: "topic" };

const isTopic = (note: KeptNote): note is TopicNote => note.type === "topic";

/** The topics whose cause was gone at the end. */
export function mendedTopics(notes: readonly KeptNote[]): ReadonlySet<string> {
  const last = new Map(notes.filter(isTopic).map(({ topic, state }) => [topic, state]));
  return new Set([...last].flatMap(([topic, state]) => (state === "mended" ? [topic] : [])));
}

/** Contradictions that were spoken of, and every mend, with the line that it is about. */
export function topicFacts(notes: readonly KeptNote[], asked: readonly AskedQuestion[], prove: Prove): ReportFact[] {
  const mended = mendedTopics(notes);
  const spoken = new Map(
    asked.flatMap((one) => (one.topic === null || one.source !== "contradiction" ? [] : [[one.topic, one] as const])),
  );
  const seen = new Set<string>();
  return notes.filter(isTopic).flatMap((note): ReportFact[] => {
    const question = spoken.get(note.topic);
    const isNew = !seen.has(`${note.topic} ${note.state}`);
    seen.add(`${note.topic} ${note.state}`);
    if (!isNew) return [];
    if (note.state === "mended") {
      return mended.has(note.topic)
        ? [{ kind: "mend", text: note.text, ...shown(note.place, prove), at: note.at }]
        : [];
    }
    if (question === undefined) return [];
    const text = mended.has(note.topic) ? `${note.text} It was mended.` : note.text;
    const isStaff = question.staff ? { staff: true } : {};
    return [{ kind: "contradiction", text, ...shown(note.place, prove), at: note.at, ...isStaff }];
  });
}

/** The line with its words where they can be proved, else nothing: then only what code computed is told. */
function shown(place: Place | null, prove: Prove): { quote?: string; source: Source | null } {
  if (place === null) return { source: null };
  const { document, version, line, quote } = place;
  const source = prove({ kind: "document", document, version, line }, quote);
  return source === null ? { source: null } : { quote, source };
}
