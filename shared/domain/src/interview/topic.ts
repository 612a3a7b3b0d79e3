import type { PhaseId } from "./phase.ts";
import type { Place } from "./place.ts";
import type { ItemId, QuestionSource } from "./speech.ts";

/** Something worth asking that code found in the documents, the chat or a run, already worded by templates. */
export interface Topic {
  /** Of its cause: the same cause has the same id, so it is asked once and known to be mended when it is gone. */
  id: string;
  source: QuestionSource & ("edit" | "contradiction" | "run" | "challenge");
  /** The items that it counts towards, likeliest first; detectors connect them. */
  facts: string[];
  item: ItemId | null;
  place: Place | null;
  /** At least two; each at most two sentences and one question, with every hole filled. */
  wordings: string[];
  /** 0 to 1: how much it matters. */
  strength: number;
  /** From this phase on it takes its turn with questions about what is being written, so that it is asked at all. */
  owedFrom?: PhaseId;
  /** Said when its cause is gone, with the new figure or name in it; see `mendOf`. */
  mended: string;
}
