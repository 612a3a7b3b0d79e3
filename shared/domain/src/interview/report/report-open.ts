import type { RoomEvent } from "../../room/channel.ts";
import { processTalkOf } from "../director/process-talk.ts";
import { asksForSolution, isQuestion, saysNothing } from "../language/understand.ts";
import { messageOf } from "./message-source.ts";
import type { ItemState } from "./report-item-state.ts";
import type { Prove } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { ReportSource } from "./report-source.ts";
import type { Report, ReportFact } from "./report.ts";
import { isSettledByItem } from "../settled.ts";
import type { ItemId } from "../speech.ts";

const ifStaff = ({ staff }: { staff: boolean }): { staff?: true } => (staff ? { staff: true } : {});

/** Questions that the end found without an answer that counts, the foremost first; of several about one thing the last. */
export function openQuestions(
  asked: readonly AskedQuestion[],
  states: ReadonlyMap<ItemId, ItemState>,
  mended: ReadonlySet<string>,
): ReportFact[] {
  const isSettled = (one: AskedQuestion): boolean => {
    const { item, source, topic, replied } = one;
    if (one.skippedAt !== null || one.pointed || (topic !== null && mended.has(topic))) return true;
    if (item === null) return replied;
    const state = states.get(item)?.state;
    // Words are enough about what is covered anyhow, unless something still stands against it.
    const stands = source === "contradiction" || source === "run";
    return isSettledByItem(source, state) || (replied && state === "covered" && !stands);
  };
  const aboutWhat = ({ item, topic, seq }: AskedQuestion): string => topic ?? item ?? String(seq);
  const last = new Map(asked.map((one) => [aboutWhat(one), one]));
  return asked
    .filter((one) => last.get(aboutWhat(one)) === one && !isSettled(one))
    .toSorted((a, b) => rankOf(a, states) - rankOf(b, states))
    .map((one) => ({
      kind: "open-question",
      text: whyOpen(one, one.item === null ? undefined : states.get(one.item)),
      quote: one.text,
      source: messageOf(one),
      at: one.at,
      ...(one.item === null ? {} : { item: one.item }),
      ...ifStaff(one),
    }));
}

/** First what stands against the design, then what nobody took up, then what words alone or later lines answer. */
function rankOf(one: AskedQuestion, states: ReadonlyMap<ItemId, ItemState>): number {
  if (one.source === "contradiction" || one.source === "run") return one.replied ? 1 : 0;
  const found = one.item === null ? undefined : states.get(one.item);
  if (one.replied) return 5;
  if (found?.state === "covered" && found.at > one.at) return 6;
  if (one.source === "edit") return 4;
  return one.later ? 3 : 2;
}

function whyOpen({ replied, later, at }: AskedQuestion, found: ItemState | undefined): string {
  if (replied) return "Answered in the chat only: no document, run or pointed line shows it.";
  if (found?.state === "covered" && found.at > at)
    return "Not answered as it was asked; what was written afterwards covers the point that it belongs to.";
  return later ? "Put off for later and not taken up again." : "Asked and not answered.";
}

/** What was skipped; a fact and no fault. */
export const skipsOf = (asked: readonly AskedQuestion[]): Report["skips"] =>
  asked.flatMap((one) =>
    one.skippedAt === null
      ? []
      : [{ seq: one.seq, item: one.item, text: one.text, at: one.skippedAt, ...ifStaff(one) }],
  );

/**
 * What the brief leaves open and the candidate asked about: with their own answer to it, in their own words, where they gave
 * one before the next question. Which message was asked is told by the reply to it; a note's `seq` is its own.
 */
export const assumptionFacts = ({ events, candidates }: ReportSource, prove: Prove): ReportFact[] =>
  events.flatMap((reply): ReportFact[] => {
    if (reply.type !== "message" || reply.person !== null || reply.kind !== "assumption") return [];
    const asked = events.find((event) => event.type === "message" && event.seq === reply.to);
    if (asked?.type !== "message" || prove({ kind: "message", seq: asked.seq }, asked.text) === null) return [];
    const stated = statedAfter(events, asked.seq, candidates);
    const text = `Left open: “${asked.text}”. ${stated === null ? "No assumption was stated." : "Assumed:"}`;
    const { seq, quote, at } = stated ?? { seq: asked.seq, quote: asked.text, at: asked.at };
    return [{ kind: "assumption", text, quote, source: { kind: "message", seq }, at }];
  });

/** What the candidate said next; asking something else or for the answer, or not knowing, assumes nothing. */
function statedAfter(
  events: readonly RoomEvent[],
  asked: number,
  candidates: ReadonlySet<string>,
): { seq: number; quote: string; at: string } | null {
  for (const event of events) {
    if (event.seq <= asked || event.type !== "message") continue;
    if (event.person === null && event.question !== undefined) return null;
    if (event.person === null || !candidates.has(event.person.id)) continue;
    if (processTalkOf(event.text) !== null) continue;
    if (isQuestion(event.text) || saysNothing(event.text) || asksForSolution(event.text)) return null;
    return { seq: event.seq, quote: event.text, at: event.at };
  }
  return null;
}
