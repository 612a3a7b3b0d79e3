import type { Item } from "../item.ts";
import type { Coverage, Evidence, KeptNote } from "../note.ts";
import type { Prove } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { ReportFact } from "./report.ts";
import type { HintLevel, ItemId } from "../speech.ts";

/** How far an item got by the end, as far as it can be proved. */
export interface ItemState {
  item: ItemId;
  state: Coverage;
  /** When it came into this state to stay. */
  at: string;
  /** What proves it, the strongest first. */
  evidence: Evidence[];
  /** Something was noted that can no longer be found where it is said to stand. */
  dropped: boolean;
}

const strength: Record<Evidence["by"], number> = { pointed: 5, run: 4, document: 3, fact: 2, chat: 1 };

/** What code alone found needs no words; it stands as the state of a document or run. */
const needsNoWords = ({ by, quote }: Evidence): boolean => quote === "" && (by === "fact" || by === "run");

/** The last state of each item that was noted, with the evidence that proves it and no other. */
export function itemStates(notes: readonly KeptNote[], prove: Prove): Map<ItemId, ItemState> {
  const states = new Map<ItemId, { state: Coverage; at: string; evidence: Evidence[] }>();
  for (const note of notes) {
    if (note.type !== "coverage") continue;
    const before = states.get(note.item);
    const at = before?.state === note.state ? before.at : note.at;
    states.set(note.item, { state: note.state, at, evidence: note.evidence });
  }
  return new Map([...states].map(([item, noted]) => [item, provenState(item, noted, prove)]));
}

function provenState(
  item: ItemId,
  noted: { state: Coverage; at: string; evidence: readonly Evidence[] },
  prove: Prove,
): ItemState {
  const evidence = noted.evidence
    .flatMap((one) => {
      if (needsNoWords(one)) return [one];
      const source = prove(one.source, one.quote);
      return source === null ? [] : [{ ...one, source }];
    })
    .toSorted((a, b) => strength[b.by] - strength[a.by]);
  const dropped = evidence.length < noted.evidence.length;
  const state = dropped ? atMost(noted.state, evidence) : noted.state;
  return { item, state, at: noted.at, evidence, dropped };
}

/** Without what was dropped: words in the chat alone touch an item, and nothing at all leaves it unseen. */
function atMost(state: Coverage, evidence: readonly Evidence[]): Coverage {
  if (evidence.length === 0) return "unseen";
  return evidence.every(({ by }) => by === "chat") ? "touched" : state;
}

/** One fact for each item that was reached, and one that counts them all. */
export function coverageFacts(
  items: readonly Item[],
  states: ReadonlyMap<ItemId, ItemState>,
  { asked, hints }: { asked: readonly AskedQuestion[]; hints: readonly { item: ItemId; level: HintLevel }[] },
): ReportFact[] {
  const reached = items.flatMap(({ id }) => {
    const found = states.get(id);
    return found === undefined || found.state === "unseen" ? [] : [found];
  });
  if (reached.length === 0) return [];
  const count = (state: Coverage): number => reached.filter((one) => one.state === state).length;
  const rest = items.length - reached.length;
  const sum = `Of ${items.length} points of this problem ${count("covered")} were covered, ${count("touched")} only touched, ${count("contradicted")} contradicted and ${rest} not reached.`;
  const facts = reached
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ item, state, at, evidence }): ReportFact => {
      const questions = asked.filter((one) => one.item === item);
      const question = questions.find(({ staff }) => !staff) ?? questions[0];
      const hint = hints.findLast((one) => one.item === item)?.level;
      const quoted = evidence.find(({ quote }) => quote !== "") ?? evidence[0];
      return {
        kind: "coverage",
        text: wordsOf(state, question?.text, hint),
        ...(quoted === undefined || quoted.quote === "" ? {} : { quote: quoted.quote }),
        source: quoted?.source ?? null,
        at,
        item,
        state,
        ...(question?.staff === true ? { staff: true } : {}),
      };
    });
  return [{ kind: "coverage", text: sum, source: null }, ...facts];
}

const began: Record<Coverage, string> = {
  unseen: "Not reached",
  touched: "Touched in the chat only",
  covered: "Covered",
  contradicted: "Contradicted by the design itself",
};

function wordsOf(state: Coverage, question: string | undefined, hint: HintLevel | undefined): string {
  const helped = hint === undefined ? "" : `, with a ${hint} hint`;
  return `${began[state]}${helped}${question === undefined ? ", without being asked." : `, after being asked: ${question}`}`;
}
