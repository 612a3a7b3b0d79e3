import type { KeptNote } from "./note.ts";
import type { ItemState } from "./report-coverage.ts";
import type { Prove } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { Report, ReportFact } from "./report.ts";
import type { ItemId } from "./speech.ts";

const ifStaff = ({ staff }: { staff: boolean }): { staff?: true } => (staff ? { staff: true } : {});

/** Questions that the end found without an answer that counts; of several about one thing the last. */
export function openQuestions(
  asked: readonly AskedQuestion[],
  states: ReadonlyMap<ItemId, ItemState>,
  mended: ReadonlySet<string>,
): ReportFact[] {
  const stateOf = ({ item }: AskedQuestion) => (item === null ? undefined : (states.get(item)?.state ?? "unseen"));
  const isSettled = (one: AskedQuestion): boolean => {
    if (one.skippedAt !== null || one.pointed || (one.topic !== null && mended.has(one.topic))) return true;
    return one.item === null ? one.replied : stateOf(one) === "covered";
  };
  const aboutWhat = ({ item, topic, seq }: AskedQuestion): string => topic ?? item ?? String(seq);
  const last = new Map(asked.map((one) => [aboutWhat(one), one]));
  return asked
    .filter((one) => last.get(aboutWhat(one)) === one && !isSettled(one))
    .map((one) => ({
      kind: "open-question",
      text: whyOpen(one),
      quote: one.text,
      source: { kind: "message", seq: one.seq },
      at: one.at,
      ...(one.item === null ? {} : { item: one.item }),
      ...ifStaff(one),
    }));
}

function whyOpen({ replied, later }: AskedQuestion): string {
  if (replied) return "Answered in the chat only: no document, run or pointed line shows it.";
  return later ? "Put off for later and not taken up again." : "Asked and not answered.";
}

/** What was skipped; a fact and no fault. */
export const skipsOf = (asked: readonly AskedQuestion[]): Report["skips"] =>
  asked.flatMap((one) =>
    one.skippedAt === null
      ? []
      : [{ seq: one.seq, item: one.item, text: one.text, at: one.skippedAt, ...ifStaff(one) }],
  );

/** What the candidate assumed where the problem leaves it open, in their own words. */
export const assumptionFacts = (notes: readonly KeptNote[], prove: Prove): ReportFact[] =>
  notes.flatMap((note) => {
    if (note.type !== "assumption") return [];
    const source = prove({ kind: "message", seq: note.seq }, note.text);
    if (source === null) return [];
    return [
      { kind: "assumption", text: "Left to the candidate; recorded as said.", quote: note.text, source, at: note.at },
    ];
  });
