import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { placeOfMend } from "@proofroom/domain/interview/design/naming";
import type { DirectorState } from "@proofroom/domain/interview/director/director";
import type { Note } from "@proofroom/domain/interview/note";
import type { Place } from "@proofroom/domain/interview/place";
import type { Topic } from "@proofroom/domain/interview/topic";
import { keyOf, steeringNews } from "./steering-notes.ts";
import type { Kysely } from "kysely";

/** Adds notes, each its own fact: they are told by what changed, not by what caused it. */
export async function appendNotes(db: Kysely<Database>, roomId: RoomId, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return;
  const events = notes.map(({ type, ...payload }) => ({ eventId: crypto.randomUUID(), type, payload }));
  await appendEvents(db, { table: "interview_note", owner: roomId, events });
}

/** What was noted last of each thing that changes; what differs from it is worth a note. */
export interface Noted {
  coverage: Map<string, string>;
  topics: Map<string, "open" | "mended">;
  steering: Set<string>;
}

export const newNoted = (): Noted => ({ coverage: new Map(), topics: new Map(), steering: new Set() });

/** Remembers what is in the book already. */
export function recall(noted: Noted, note: Note): void {
  if (note.type === "coverage") noted.coverage.set(note.item, gistOf(note));
  if (note.type === "topic") noted.topics.set(note.topic, note.state);
  if (note.type === "manipulation-attempt") noted.steering.add(keyOf(note));
}

/** An edit elsewhere in a document moves lines and versions of all evidence; that alone is no news. */
const gistOf = ({ state, evidence }: { state: string; evidence: Extract<Note, { type: "coverage" }>["evidence"] }) => {
  const from = evidence.map(({ by, source }) =>
    [by, source.kind, source.document, source.seq, source.runId, source.name].join(" "),
  );
  return `${state}: ${[...new Set(from)].toSorted().join(", ")}`;
};

/** What changed between what is noted and the Director's state now. */
export function newsOf(noted: Noted, state: DirectorState): Note[] {
  const coverage = [...state.coverage].flatMap(([item, { state: is, evidence }]): Note[] => {
    const known = noted.coverage.get(item);
    if (known === undefined ? is === "unseen" : known === gistOf({ state: is, evidence })) return [];
    return [{ type: "coverage", item, state: is, evidence }];
  });
  const holding = [...state.topics, ...state.runTopics];
  const open = holding.flatMap((topic): Note[] =>
    noted.topics.get(topic.id) === "open"
      ? []
      : [{ type: "topic", topic: topic.id, state: "open", place: topic.place, text: topic.wordings[0] ?? "" }],
  );
  const mended = state.mends.flatMap(({ topic, text }): Note[] =>
    noted.topics.get(topic.id) === "mended" || holding.some(({ id }) => id === topic.id)
      ? []
      : [{ type: "topic", topic: topic.id, state: "mended", place: mendedAt(state, topic, text), text }],
  );
  return [...coverage, ...open, ...mended, ...steeringNews(noted, state)];
}

const mendedAt = ({ reading }: DirectorState, topic: Topic, text: string): Place | null =>
  placeOfMend(reading, { topic, text }) ?? topic.place;

/** All coverage with its evidence as it stands, for the report: lines may have moved since it was noted. */
export const lastCoverage = (state: DirectorState): Note[] =>
  [...state.coverage].flatMap(([item, { state: is, evidence }]): Note[] =>
    is === "unseen" ? [] : [{ type: "coverage", item, state: is, evidence }],
  );
