import { candidates } from "./candidates.ts";
import { openItems } from "./open-items.ts";
import { type DirectorState, heardNow, type SaidLine, saidNow } from "./director-state.ts";
import { hintCosts, hintLevels, type Item, type Pack } from "../item.ts";
import type { PhaseId } from "../phase.ts";
import type { HintLevel, ItemId } from "../speech.ts";
import type { InterviewView } from "../view.ts";

export type Hint =
  | { outcome: "hint"; item: ItemId; level: HintLevel; text: string; cost: string; left: number }
  | { outcome: "none-left" }
  | { outcome: "staff-only" };

/**
 * The next hint: nudge, pointed, partial, for the item that `hintItem` finds; `none-left` when none is left there. A candidate
 * outside practice takes no `partial` without staff.
 */
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

/**
 * The item of the open question, while it is open; else of the last one, if it was left with "I don't know" and has hints left;
 * else the foremost of the phase that has hints left. An item whose hints are used up comes only where none is left at all.
 */
export function hintItem(pack: Pack, state: DirectorState): Item | null {
  const phase = state.clock.phase?.id;
  if (phase === undefined) return null;
  const has = (item: Item | null): item is Item => item !== null && nextLevel(state, item) !== null;
  const itemOf = (line: SaidLine | undefined): Item | null =>
    pack.items.find(({ id }) => id === line?.question?.item) ?? null;
  const questions = saidNow(state).filter((line) => line.question !== null);
  const open = itemOf(questions.findLast((line) => line.closed === null));
  if (open !== null) return open;
  const last = questions.at(-1);
  const unknown = last?.closed === "unknown" ? itemOf(last) : null;
  if (has(unknown)) return unknown;
  const best = candidates(pack, state, state.lastSignAt).find(({ item }) => has(item));
  if (best !== undefined) return best.item;
  const byWeight = openItems(pack, state).toSorted((a, b) => b.weight - a.weight);
  const left = [...byWeight, ...helpedItems(pack, state, phase)].find(has);
  return left ?? unknown ?? byWeight[0] ?? null;
}

/** What nobody would ask about now, but may be helped with: what was skipped, and what usually comes later. */
const helpedItems = (pack: Pack, state: DirectorState, phase: PhaseId): Item[] =>
  pack.items.filter(
    (item) =>
      item.phase === phase &&
      state.coverage.get(item.id)?.state !== "covered" &&
      (item.needs ?? []).every((fact) => state.facts.get(fact)?.holds === true),
  );

/** The ladder goes by what was taken in the hearing of whoever climbs it: staff's own steps are none of the candidate's. */
export const nextLevel = (state: DirectorState, item: Item): HintLevel | null =>
  hintLevels.find((level) => !levelsTaken(state, item).includes(level)) ?? null;

const levelsTaken = (state: DirectorState, item: Item): HintLevel[] =>
  hintLevels.filter((level) =>
    heardNow(state, state.hints).some((hint) => hint.item === item.id && hint.level === level),
  );
