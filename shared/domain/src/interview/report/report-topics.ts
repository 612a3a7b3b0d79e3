import { questionIn } from "../language/phrases.ts";
import type { KeptNote } from "../note.ts";
import type { Source } from "../place.ts";
import { messageOf } from "./message-source.ts";
import type { Prove, ReportTexts } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { ReportFact } from "./report.ts";

export type TopicNote = KeptNote & { type: "topic" };

export const isTopic = (note: KeptNote): note is TopicNote => note.type === "topic";

/** The topics whose cause was gone at the end. */
export function mendedTopics(notes: readonly KeptNote[]): ReadonlySet<string> {
  const last = new Map(notes.filter(isTopic).map(({ topic, state }) => [topic, state]));
  return new Set([...last].flatMap(([topic, state]) => (state === "mended" ? [topic] : [])));
}

/** Contradictions that were spoken of, and every mend, each with the line that it is about, or else with the question. */
export function topicFacts(
  notes: readonly KeptNote[],
  asked: readonly AskedQuestion[],
  texts: ReportTexts,
  prove: Prove,
): ReportFact[] {
  const mended = mendedTopics(notes);
  const questions = new Map(asked.flatMap((one) => (one.topic === null ? [] : [[one.topic, one] as const])));
  const seen = new Set<string>();
  return notes.filter(isTopic).flatMap((note): ReportFact[] => {
    const question = questions.get(note.topic);
    const isNew = !seen.has(`${note.topic} ${note.state}`);
    seen.add(`${note.topic} ${note.state}`);
    if (!isNew || question === undefined) return [];
    const fact = { ...whereOf(note, question, prove), at: note.at, ...(question.staff ? { staff: true } : {}) };
    if (note.state === "mended") return mended.has(note.topic) ? [{ kind: "mend", text: note.text, ...fact }] : [];
    if (question.source !== "contradiction") return [];
    const end = mended.has(note.topic)
      ? " It was mended."
      : isEmptied(note, texts)
        ? " That text is gone at the end."
        : "";
    return [{ kind: "contradiction", text: `${statementOf(note)}${end}`, ...fact }];
  });
}

/** What was found, without what was asked about it. */
export function statementOf({ text }: TopicNote): string {
  const rest = text.includes("?") ? text.replace(questionIn(text), "").trim() : text;
  return rest === "" ? text : rest;
}

/** The line with its words where they can be proved, else the question that was asked about it. */
export function whereOf(
  { place }: TopicNote,
  question: AskedQuestion,
  prove: Prove,
): { quote: string; source: Source } {
  if (place !== null) {
    const { document, version, line, quote } = place;
    const source = prove({ kind: "document", document, version, line }, quote);
    if (source !== null) return { quote, source };
  }
  return { quote: question.text, source: messageOf(question) };
}

/** Whether the document that a topic is about is empty at the end. */
export const isEmptied = ({ place }: TopicNote, { final }: ReportTexts): boolean =>
  place !== null && final[place.document].text.trim() === "";
