import type { DirectorState } from "./director-state.ts";
import type { Item } from "../item.ts";
import { PhaseId } from "../phase.ts";
import { after } from "./timing.ts";

/** `3*contradiction + 2*weight + 1.5*justEdited + testFailedOn − 2*askedRecently − level`, and less for an earlier phase. */
export function weigh(
  state: DirectorState,
  item: Item,
  now: number,
  about: { isJustEdited: boolean; level: number },
): number {
  const since = now - after(state, "recently");
  const wasAskedRecently = state.said.some((line) => line.question?.item === item.id && line.at > since);
  const isContradicted = state.coverage.get(item.id)?.state === "contradicted";
  const failed = state.runs.at(-1)?.results.filter((result) => result.status === "failed") ?? [];
  const testFailed = item.detectors.some(
    (detector) => detector.by === "run" && failed.some((result) => result.name.startsWith(detector.test)),
  );
  return (
    3 * Number(isContradicted) +
    2 * item.weight +
    1.5 * Number(about.isJustEdited) +
    Number(testFailed) -
    2 * Number(wasAskedRecently) -
    about.level -
    strangeness(item, state)
  );
}

/** An item of an earlier phase may be asked late, hardly ever while summing up; what comes later comes later. */
function strangeness(item: Item, { clock }: DirectorState): number {
  const here = clock.phase?.id ?? item.phase;
  if (item.phase === here) return 0;
  if (here === "wrap-up") return 4;
  return PhaseId.options.indexOf(item.phase) < PhaseId.options.indexOf(here) ? 1 : 2;
}
