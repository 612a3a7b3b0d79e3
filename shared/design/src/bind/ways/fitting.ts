import type { Way } from "@proofroom/domain/problem/way";
import type { Flow } from "./flow.ts";
import type { Stage } from "./stage.ts";

/** A way that fits this design, with what in the design shows it. */
export interface Fitting {
  way: Way;
  flow: Flow;
  because: string[];
  /** What the values of a state mean is told by their order alone. */
  isGuess: boolean;
  /** Where it is asked, this is offered first. */
  isLikelier: boolean;
  /** As a sentence, where it is shown that what is over stays. */
  kept?: string;
  /** What the way is played on. */
  stage: Stage;
}

export interface ByWay {
  /** The one that the design's own evidence shows; null where several fit alike, or none. */
  taken: Fitting | null;
  /** Every other one that fits, the likeliest first. */
  others: Fitting[];
  /** Why it is asked, where it is not for that the schema leaves it open. */
  why?: string;
}
