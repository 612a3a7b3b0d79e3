import { candidates } from "./candidates.ts";
import { openItems } from "./open-items.ts";
import { type DirectorState, openQuestion } from "./director-state.ts";
import { hintCosts, hintLevels, type Item, type Pack } from "../item.ts";
import type { HintLevel, ItemId } from "../speech.ts";
import type { InterviewView } from "../view.ts";

export type Hint =
  | { outcome: "hint"; item: ItemId; level: HintLevel; text: string; cost: string; left: number }
  | { outcome: "none-left" }
  | { outcome: "staff-only" };

/** The next hint: nudge, pointed, partial. A candidate outside practice takes no `partial` without staff. */
export function hintFor(pack: Pack, state: DirectorState, asker: { mayTakePartial: boolean }): Hint {
  const item = hintItem(pack, state);
  const level = item === null ? null : nextLevel(state, item);
  if (item === null || level === null) return { outcome: "none-left" };
  if (level === "partial" && !asker.mayTakePartial) return { outcome: "staff-only" };
  const left = hintLevels.length - 1 - hintLevels.indexOf(level);
  return { outcome: "hint", item: item.id, level, text: item.spoken.hints[level], cost: hintCosts[level], left };
}

/** What of hints everybody in the room may see now. */
export function hintsOf(pack: Pack, state: DirectorState): InterviewView["hints"] {
  const item = hintItem(pack, state);
  if (item === null) return { item: null, taken: [], of: 3, next: null };
  const taken = levelsTaken(state, item).map((level) => ({ level, text: item.spoken.hints[level] }));
  const level = nextLevel(state, item);
  return { item: item.id, taken, of: 3, next: level === null ? null : { level, cost: hintCosts[level] } };
}

/** The item of the open question, or of the last one if it was left open; else the phase's foremost. */
export function hintItem(pack: Pack, state: DirectorState): Item | null {
  if (state.clock.phase === null) return null;
  const last = state.said.findLast((line) => line.question !== null);
  const open = openQuestion(state) ?? (last?.closed === "unknown" ? last : null);
  const asked = pack.items.find(({ id }) => id === open?.question?.item);
  if (asked !== undefined) return asked;
  const [foremost] = openItems(pack, state).toSorted(
    (a, b) => Number(nextLevel(state, b) !== null) - Number(nextLevel(state, a) !== null) || b.weight - a.weight,
  );
  const best = candidates(pack, state, state.lastSignAt).find(
    ({ item }) => item !== null && nextLevel(state, item) !== null,
  );
  return best?.item ?? foremost ?? null;
}

export const nextLevel = (state: DirectorState, item: Item): HintLevel | null =>
  hintLevels.find((level) => !levelsTaken(state, item).includes(level)) ?? null;

const levelsTaken = (state: DirectorState, item: Item): HintLevel[] =>
  hintLevels.filter((level) => state.hints.some((hint) => hint.item === item.id && hint.level === level));
