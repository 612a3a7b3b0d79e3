import type { RoomEvent } from "../../room/channel.ts";
import { asking } from "../director/meaning.ts";
import type { KeptNote } from "../note.ts";
import { processTalkOf } from "../director/process-talk.ts";
import { turns } from "../director/wordings.ts";
import type { ItemId, QuestionSource } from "../speech.ts";
import { asksForSolution, isQuestion, saysNothing } from "../language/understand.ts";

/** A question that the interviewer asked, and what became of it in its stream. */
export interface AskedQuestion {
  seq: number;
  at: string;
  /** Verbatim, from where the question begins. */
  text: string;
  item: ItemId | null;
  source: QuestionSource;
  topic: string | null;
  /** It stands in the staff stream. */
  staff: boolean;
  /** Somebody answered in words, before the next question or as a reply to this one. */
  replied: boolean;
  pointed: boolean;
  skippedAt: string | null;
  later: boolean;
}

/** Every question of one stream in order, with what people did with it. */
export function questionsOf(
  events: readonly RoomEvent[],
  notes: readonly KeptNote[],
  { staff, candidates }: { staff: boolean; candidates: ReadonlySet<string> },
): AskedQuestion[] {
  const topics = new Map(notes.flatMap((note) => (note.type === "asked" ? [[note.message, note.topic]] : [])));
  const asked: AskedQuestion[] = [];
  const change = (seq: number | undefined, with_: Partial<AskedQuestion>): void => {
    const n = asked.findIndex((one) => one.seq === seq);
    const known = asked[n];
    if (known !== undefined) asked[n] = { ...known, ...with_ };
  };
  for (const event of events) {
    if (event.type === "answer") {
      if (event.answer === "skip") change(event.question, { skippedAt: event.at });
      if (event.answer === "point") change(event.question, { pointed: true });
      if (event.answer === "later") change(event.question, { later: true });
    }
    if (event.type !== "message") continue;
    if (event.person !== null && !candidates.has(event.person.id)) continue;
    if (event.person !== null && answers(event.text)) change(event.to ?? asked.at(-1)?.seq, { replied: true });
    if (event.person !== null) continue;
    if (event.question !== undefined) {
      const { seq, at, text, id, question } = event;
      const fresh = { replied: false, pointed: false, skippedAt: null, later: false };
      asked.push({ seq, at, text: withoutLead(text), ...question, topic: topics.get(id) ?? null, staff, ...fresh });
    }
  }
  return asked;
}

/** Without the nod to what was said before: it is no part of the question. */
const withoutLead = (text: string): string => text.replace(lead, "");

const lead = new RegExp(`^[^?]{0,80}?\\b(?:${turns.join("|")})\\s+`);

/** Words that give an answer: no question back, no "I don't know", nothing about the interview itself. */
const answers = (text: string): boolean =>
  !(isQuestion(text) && asking.test(text)) &&
  !saysNothing(text) &&
  !asksForSolution(text) &&
  processTalkOf(text) === null;
