import type { PhaseId } from "./phase.ts";
import type { Place } from "./place.ts";
import type { HintLevel, ItemId, Question, SpeechKind } from "./speech.ts";

/** What the Director wants now. A pure function of what it heard, the pack, the seed and the time. */
export type Decision =
  | { do: "stay-silent"; reason: SilenceReason }
  /** A small sign without words in the stream. */
  | { do: "chip"; chip: "thinking" }
  | { do: "offer-hint"; item: ItemId; level: HintLevel }
  | Say;

export type SilenceReason =
  | "off"
  | "muted"
  | "not-started"
  | "paused"
  | "ended"
  | "nobody-here"
  | "people-are-talking"
  | "typing"
  | "spoke-just-now"
  | "enough-in-this-phase"
  | "waits-for-an-answer"
  | "nothing-to-ask";

/** One utterance. `text` is the rule-based voice's wording, whole; Claude's voice words `intent` anew. */
export interface Say {
  do: "say";
  kind: SpeechKind;
  text: string;
  /** The message that this answers, by its `seq`. */
  to: number | null;
  question: Question | null;
  /** The topic's or item's id with the level of the probe, so that nothing is asked twice. */
  topic: string | null;
  probe: number | null;
  place: Place | null;
  /** Set on a proposal: the phase to go to. */
  proposes: PhaseId | null;
  /** For Claude: what to learn or do, without anything that may not be said. */
  intent: string;
  /** Whether the interviewer spoke by itself; such speech is rationed. */
  unsolicited: boolean;
}
