import { lineOfQuote, type Prove } from "./report-proof.ts";
import type { ReportSource } from "./report-source.ts";
import type { Coverage, Evidence, KeptNote } from "../note.ts";
import type { ItemId } from "../speech.ts";

/** Evidence, and when it was first there. */
export type TimedEvidence = Evidence & { at: string };

/** How far an item got by the end, as far as it can be proved. */
export interface ItemState {
  item: ItemId;
  state: Coverage;
  /** When it came into this state to stay. */
  at: string;
  /** What proves it, the strongest first. */
  evidence: TimedEvidence[];
  /** Something was noted that can no longer be found where it is said to stand. */
  dropped: boolean;
  /** What proves it stood in a document, and was taken out before the end. */
  isGone: boolean;
  /** What stands against it, in words. */
  contradiction?: string;
  /** That was said to staff alone. */
  staff?: boolean;
}

interface Noted {
  state: Coverage;
  at: string;
  evidence: readonly TimedEvidence[];
}

/** What somebody pointed at is shown first: whether it has to do with the question, only a reader can tell. */
const strength: Record<Evidence["by"], number> = { pointed: 5, run: 4, document: 3, fact: 2, chat: 1 };

/** What code alone found needs no words; it stands as the state of a document or run. */
const needsNoWords = ({ by, quote }: Evidence): boolean => quote === "" && (by === "fact" || by === "run");

/** What a reader is shown of it: the strongest that has words. */
export const shownOf = ({ evidence }: Pick<ItemState, "evidence">): TimedEvidence | undefined =>
  evidence.find(({ quote }) => quote !== "") ?? evidence[0];

/** The last state of each item that was noted, with the evidence that proves it and no other. */
export function itemStates(
  notes: readonly KeptNote[],
  source: Pick<ReportSource, "events" | "texts">,
  prove: Prove,
): Map<ItemId, ItemState> {
  const books = new Map<ItemId, { last: Noted; covered: Noted | null; firstAt: Map<string, string> }>();
  const saidAt = new Map(source.events.map(({ seq, at }) => [seq, at]));
  for (const note of notes) {
    if (note.type !== "coverage") continue;
    const { item, state } = note;
    const { last = null, covered = null, firstAt = new Map<string, string>() } = books.get(item) ?? {};
    const evidence = note.evidence.map((one): TimedEvidence => {
      const key = JSON.stringify([one.by, one.source.document, one.source.runId, one.source.name, one.quote]);
      const at = firstAt.get(key) ?? note.at;
      firstAt.set(key, at);
      return { ...one, at: one.by === "chat" ? (saidAt.get(one.source.seq ?? 0) ?? at) : at };
    });
    const now: Noted = { state, at: last?.state === state ? last.at : note.at, evidence };
    books.set(item, { last: now, covered: state === "covered" ? now : covered, firstAt });
  }
  return new Map(
    [...books].map(([item, { last, covered }]) => {
      const state = provenState(item, last, source, prove);
      const once = covered === null || state.state === "covered" ? null : goneState(item, covered, source, prove);
      const isLess = state.state === "unseen" || state.state === "touched";
      return [item, isLess && once !== null ? once : state];
    }),
  );
}

function provenState(item: ItemId, noted: Noted, { texts }: Pick<ReportSource, "texts">, prove: Prove): ItemState {
  const isAgainst = noted.state === "contradicted" && noted.evidence.some(({ against }) => against === true);
  const rank = ({ by }: Evidence): number => strength[by];
  const found = noted.evidence.flatMap((one) => {
    if (needsNoWords(one)) return [one];
    const source = prove(one.source, one.quote);
    return source === null ? [] : [{ ...one, source }];
  });
  const dropped = found.length < noted.evidence.length;
  const isRefuted = isAgainst && !found.some(({ against }) => against === true);
  const state = dropped ? atMost(isRefuted ? "covered" : noted.state, found) : noted.state;
  // What speaks for an item proves no contradiction.
  const fitting = state === "contradicted" ? found.filter(({ against }) => against === true) : found;
  const evidence = fitting.toSorted((a, b) => rank(b) - rank(a) || Number(isGone(a, texts)) - Number(isGone(b, texts)));
  const shows = evidence.filter(({ by }) => by !== "chat");
  const gone = shows.length > 0 && shows.every((one) => isGone(one, texts));
  return { item, state, at: noted.at, evidence, dropped, isGone: gone };
}

/** Without what was dropped: words in the chat alone touch an item, and nothing at all leaves it unseen. */
function atMost(state: Coverage, evidence: readonly Evidence[]): Coverage {
  if (evidence.length === 0) return "unseen";
  return evidence.every(({ by }) => by === "chat") ? "touched" : state;
}

/** An item that was covered by words of a document that are gone: no more than touched, and it is told when. */
function goneState(item: ItemId, covered: Noted, source: Pick<ReportSource, "texts">, prove: Prove): ItemState | null {
  const written = covered.evidence.filter((one) => isGone(one, source.texts));
  const once = provenState(item, { ...covered, evidence: written }, source, prove);
  return once.evidence.length === 0 ? null : { ...once, state: "touched", isGone: true };
}

/** Whether the words of a document are not in its last text. */
export const isGone = (
  { source, quote }: Pick<Evidence, "source" | "quote">,
  { final }: ReportSource["texts"],
): boolean =>
  source.kind === "document" &&
  source.document !== undefined &&
  quote.trim() !== "" &&
  lineOfQuote(final[source.document].text, quote.trim()) === null;
