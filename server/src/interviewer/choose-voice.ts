import type { VoiceNow } from "./interview-view.ts";
import { rulesVoice } from "./rules-voice.ts";
import type { Payer, Voice } from "./voice.ts";

/** A voice that knows which one it is just now. */
export interface ChosenVoice extends Voice {
  now(payer: Payer): Promise<VoiceNow>;
}

const noKey = "No key for Claude is set, so the rule-based interviewer speaks.";

/** The one voice of an installation without a key. */
export const rulesOnly: ChosenVoice = {
  ...rulesVoice,
  now: () => Promise.resolve({ voice: "rules", voiceReason: noKey }),
};
