import * as z from "zod/mini";

/** Who words what the Director decided. */
export const VoiceName = z.enum(["claude", "rules"]);
export type VoiceName = z.infer<typeof VoiceName>;

/** Opaque: `data-3` names no answer. */
export const ItemId = z.string().check(z.regex(/^[a-z]+-\d+$/));
export type ItemId = z.infer<typeof ItemId>;

export const HintLevel = z.enum(["nudge", "pointed", "partial"]);
export type HintLevel = z.infer<typeof HintLevel>;

/**
 * What a message of the interviewer is. Only `question`, `proposal` and `mend` count as unsolicited.
 * `edit` asks about what was just written, `contradiction` about two places that disagree, `run` about a run, `challenge`
 * about numbers and graph (code alone), `probe` about an item of the phase, `follow-up` about the answer just given.
 */
export const SpeechKind = z.enum([
  "greeting",
  "goal",
  "question",
  "recap",
  "clarification",
  "assumption",
  "reply",
  "hint",
  "decline",
  "proposal",
  "mend",
  "notice",
]);
export type SpeechKind = z.infer<typeof SpeechKind>;

export const QuestionSource = z.enum(["edit", "contradiction", "run", "challenge", "probe", "follow-up"]);
export type QuestionSource = z.infer<typeof QuestionSource>;

/** On a message that asks: what it counts towards and where the thought came from. */
export const Question = z.object({ item: z.nullable(ItemId), source: QuestionSource });
export type Question = z.infer<typeof Question>;

export const QuestionAnswer = z.enum(["later", "skip", "rephrase", "point"]);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
