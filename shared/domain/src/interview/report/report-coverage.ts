import type { Item } from "../item.ts";
import { type ItemState, shownOf } from "./report-item-state.ts";
import type { Coverage } from "../note.ts";
import type { AskedQuestion } from "./report-questions.ts";
import { PhaseId, phaseTitles } from "../phase.ts";
import type { ReportFact } from "./report.ts";
import type { HintLevel, ItemId } from "../speech.ts";

interface Told {
  asked: readonly AskedQuestion[];
  hints: readonly { item: ItemId; level: HintLevel; at: string }[];
}

/** One fact for each item that was reached, and one that counts them all. */
export function coverageFacts(
  items: readonly Item[],
  states: ReadonlyMap<ItemId, ItemState>,
  told: Told,
): ReportFact[] {
  const reached = items.flatMap(({ id }) => {
    const found = states.get(id);
    return found === undefined || found.state === "unseen" ? [] : [found];
  });
  if (reached.length === 0) return [];
  const count = (state: Coverage): number => reached.filter((one) => one.state === state).length;
  const rest = items.filter(({ id }) => !reached.some(({ item }) => item === id));
  const sum = `Of ${items.length} points of this problem ${count("covered")} were covered, ${count("touched")} only touched, ${count("contradicted")} contradicted and ${rest.length} not reached${byPhase(rest)}.`;
  const facts = reached.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => factOf(one, told));
  return [{ kind: "coverage", text: sum, source: null }, ...facts];
}

/** Where they lie, not what they are: `: 2 of Clarify, 3 of Deep dive`. */
function byPhase(items: readonly Item[]): string {
  const counts = PhaseId.options.flatMap((phase) => {
    const count = items.filter((item) => item.phase === phase).length;
    return count === 0 ? [] : [`${count} of ${phaseTitles[phase]}`];
  });
  return counts.length === 0 ? "" : `: ${counts.join(", ")}`;
}

function factOf(of: ItemState, { asked, hints }: Told): ReportFact {
  const { item, state, at, contradiction } = of;
  const shown = shownOf(of);
  const since = shown === undefined || shown.at > at ? at : shown.at;
  const question = questionBehind(
    asked.filter((one) => one.item === item),
    since,
  );
  // What was taken afterwards helped with nothing that was there already.
  const hint = hints.findLast((one) => one.item === item && one.at <= at)?.level;
  const helped = hint === undefined ? "" : `, with ${hintTitles[hint]}`;
  return {
    kind: "coverage",
    text:
      contradiction === undefined
        ? `${howOf(of)}${helped}${whenAsked(question, since)}`
        : `${howOf(of)}: ${contradiction}`,
    ...(shown === undefined || shown.quote === "" ? {} : { quote: shown.quote }),
    source: shown?.source ?? null,
    at,
    item,
    state,
    ...(of.staff === true || question?.staff === true ? { staff: true } : {}),
  };
}

/** Of those asked by then, else of those asked later, the first that was worded for the item; the room's before the staff's. */
function questionBehind(asked: readonly AskedQuestion[], since: string): AskedQuestion | undefined {
  const inRoom = asked.filter(({ staff }) => !staff);
  const all = inRoom.length > 0 ? inRoom : asked;
  const earlier = all.filter(({ at }) => at <= since);
  const among = earlier.length > 0 ? earlier : all;
  return among.find(({ source }) => source === "probe" || source === "follow-up") ?? among[0];
}

const hintTitles: Record<HintLevel, string> = {
  nudge: "a nudge",
  pointed: "a pointed hint",
  partial: "a partial hint",
};

/** Only what came after a question may be told as its answer. */
function whenAsked(question: AskedQuestion | undefined, since: string): string {
  if (question === undefined) return ", without being asked.";
  return question.at <= since ? `, after being asked: ${question.text}` : `; asked later: ${question.text}`;
}

function howOf(of: ItemState): string {
  const shown = shownOf(of);
  const gone = of.isGone ? ", no longer in the final text" : "";
  switch (of.state) {
    case "unseen":
      return "Not reached";
    case "touched":
      return of.isGone ? "Covered for a while, no longer in the final text" : "Touched in the chat only";
    case "contradicted":
      if (shown?.by === "run") return `Contradicted by a run${gone}`;
      return shown?.source.kind === "message" ? "Contradicted in the chat" : `Contradicted by the design itself${gone}`;
    case "covered": {
      const { line, document } = shown?.source ?? {};
      if (shown?.by !== "pointed" || line === undefined || document === undefined) return `Covered${gone}`;
      const isOnly = of.evidence.every(({ by }) => by === "pointed" || by === "chat");
      return isOnly
        ? `Covered by pointing at ${document} line ${line}${gone}`
        : `Covered; pointed at ${document} line ${line}${gone}`;
    }
  }
}
