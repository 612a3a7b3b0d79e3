import type { DocumentName } from "@proofroom/domain/document/document";
import type { QuestionAnswer } from "@proofroom/domain/interview/speech";
import type { RoomEvent } from "@proofroom/domain/room/channel";

/** What was last done with a question otherwise than by words. */
export interface Answered {
  answer: QuestionAnswer;
  by: string;
  at: string;
  place: { document: DocumentName; line: number; endLine: number } | null;
}

/** By the `seq` of the question's message, in the stream that these events are of. */
export function answersIn(events: readonly RoomEvent[]): ReadonlyMap<number, Answered> {
  const answers = new Map<number, Answered>();
  for (const event of events) {
    if (event.type !== "answer") continue;
    const { document, line } = event;
    const isPlaced = document !== undefined && line !== undefined;
    answers.set(event.question, {
      answer: event.answer,
      by: event.by.name,
      at: event.at,
      place: isPlaced ? { document, line, endLine: event.endLine ?? line } : null,
    });
  }
  return answers;
}

/** The question that is open now: the newest, as long as nobody skipped it or put it off. */
export function openQuestion(events: readonly RoomEvent[]): number | null {
  const last = events.findLast((event) => event.type === "message" && event.question !== undefined);
  return last?.seq ?? null;
}
