import type { HintLevel, VoiceName } from "@proofroom/domain/interview/speech";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";

/** How much the interviewer takes part: in two words for a chip, and what the choice means. */
export const policyWords: Record<InterviewerPolicy, { chip: string; means: string }> = {
  off: {
    chip: "AI off",
    means: "Nothing of this room is sent to a model, from anywhere. Only people speak.",
  },
  advisor: {
    chip: "AI advises staff",
    means: "It writes to owner and interviewers only, in the staff chat: what was covered and what to ask next.",
  },
  interviewer: {
    chip: "AI interviews",
    means: "It asks about what is written, answers @interviewer, and is silent while people talk.",
  },
  assistant: {
    chip: "AI assists",
    means: "It answers the candidate who asks @interviewer, and asks nothing by itself.",
  },
};

/** The same for a practice, where every message is meant for it. */
export const practiceMeans = "It asks about what you write, answers what you ask, and is silent while you type.";

export const voiceWords: Record<VoiceName, { label: string; chip: string; means: string }> = {
  rules: {
    label: "rule-based",
    chip: "rule-based, no model",
    means:
      "It parses the documents, counts with your numbers and asks what code can find. It cannot hold a free talk or judge prose.",
  },
  claude: {
    label: "Claude",
    chip: "Claude",
    means:
      "A model words what the rules decide to ask. It can be wrong, so each statement of the report has its quote.",
  },
};

/** What a rung of the ladder costs, on its button and before its turn. */
export const prices: Record<HintLevel, string> = {
  nudge: "no mark lost",
  pointed: "at most 3 of 4",
  partial: "at most 2 of 4",
};

/** The same in a practice without a model, where nobody but oneself gives marks. */
export const ownPrices: Record<HintLevel, string> = {
  nudge: prices.nudge,
  pointed: "self-mark up to 3",
  partial: "self-mark up to 2",
};

/** What that means, in place of what the interviewer says of marks that a model gives. */
export const ownCosts: Record<HintLevel, string> = {
  nudge: "The report lists it; it lowers no mark.",
  pointed: "The report lists it; no model marks here, so give yourself at most 3 of 4.",
  partial: "The report lists it; no model marks here, so give yourself at most 2 of 4.",
};
