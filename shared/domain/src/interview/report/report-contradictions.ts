import type { ItemState } from "./report-item-state.ts";
import type { KeptNote } from "../note.ts";
import type { Prove, ReportTexts } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import { isEmptied, isTopic, statementOf, whereOf } from "./report-topics.ts";
import type { ItemId } from "../speech.ts";

/**
 * An item is not covered while a contradiction about it stands that was spoken of, whatever else was written: a report would
 * say both of it.
 */
export function withContradictions(
  states: ReadonlyMap<ItemId, ItemState>,
  { notes, texts }: { notes: readonly KeptNote[]; texts: ReportTexts },
  asked: readonly AskedQuestion[],
  prove: Prove,
): Map<ItemId, ItemState> {
  const last = new Map(notes.filter(isTopic).map((note) => [note.topic, note]));
  // What the room was asked is told to everybody, whatever staff were asked besides.
  const inOrder = asked.toSorted((a, b) => Number(b.staff) - Number(a.staff));
  const standing = inOrder.flatMap((question): [ItemId, ItemState][] => {
    const { item, topic, source } = question;
    const note = topic === null ? undefined : last.get(topic);
    if (source !== "contradiction" || item === null || note === undefined) return [];
    if (note.state === "mended" || isEmptied(note, texts)) return [];
    const evidence = [{ by: "fact" as const, ...whereOf(note, question, prove), against: true, at: note.at }];
    const state = { item, state: "contradicted" as const, at: note.at, evidence, dropped: false, isGone: false };
    return [[item, { ...state, contradiction: statementOf(note), staff: question.staff }]];
  });
  return new Map([...states, ...standing]);
}
