import type { Decision } from "./decision.ts";
import type { Heard } from "./hearing.ts";
import type { Pack } from "./item.ts";

/** The fold of all that was heard; see `hear`. */
export interface DirectorState {
  seed: string;
}

export const newDirector = (seed: string): DirectorState => ({ seed });

export const hear = (_pack: Pack, state: DirectorState, _event: Heard): DirectorState => state;

export const decide = (_pack: Pack, _state: DirectorState, _now: number): Decision => ({
  do: "stay-silent",
  reason: "not-started",
});
