import type { DirectorState } from "./director-state.ts";
import type { Item, Pack } from "../item.ts";
import { PhaseId } from "../phase.ts";

/** Items that may still be asked about, of the phase and, late, of those before. */
export function openItems(pack: Pack, state: DirectorState): Item[] {
  const phase = state.clock.phase?.id;
  if (phase === undefined) return [];
  const skipped = new Set(state.said.flatMap((line) => (line.closed === "skip" ? [line.question?.item] : [])));
  const isSeen = (id: string) => (state.coverage.get(id)?.state ?? "unseen") !== "unseen";
  return pack.items.filter(
    (item) =>
      state.coverage.get(item.id)?.state !== "covered" &&
      !skipped.has(item.id) &&
      isOfPhase(item.phase, phase) &&
      (item.after ?? []).every(isSeen) &&
      (item.needs ?? []).every((fact) => state.facts.get(fact)?.holds === true),
  );
}

const late: readonly PhaseId[] = ["deep-dive", "scale-failure", "wrap-up"];

const isOfPhase = (of: PhaseId, now: PhaseId): boolean =>
  of === now || (late.includes(now) && PhaseId.options.indexOf(of) < PhaseId.options.indexOf(now));
