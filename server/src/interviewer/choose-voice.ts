import type { ModelFailure } from "@proofroom/ai/model";
import { sentenceOf } from "@proofroom/ai/model-failure";
import { PersonId } from "@proofroom/domain/id";
import type { AiLedger } from "@proofroom/database/ai-ledger";
import type { VoiceNow } from "./interview-view.ts";
import { rulesVoice } from "./rules-voice.ts";
import type { Payer, Voice } from "./voice.ts";

/** A voice that knows which one it is just now. */
export interface ChosenVoice extends Voice {
  now(payer: Payer): Promise<VoiceNow>;
}

const rulesFor = (why: ModelFailure): VoiceNow => ({ voice: "rules", voiceReason: sentenceOf(why) });

const thrifty = "Most of the budget for Claude is used up, so a smaller model words it from here on.";

/** The one voice of an installation without a key. */
export const rulesOnly: ChosenVoice = { ...rulesVoice, now: () => Promise.resolve(rulesFor("no-key")) };

/** Claude's voice, with word of what keeps it from speaking at the moment. */
export const claudeWhere = (
  claude: Voice,
  asked: { ledger: Pick<AiLedger, "stateOf">; failing: () => ModelFailure | null },
): ChosenVoice => ({
  async speak(turn, out) {
    const why = asked.failing();
    return why === null ? claude.speak(turn, out) : { ...(await rulesVoice.speak(turn, out)), notice: sentenceOf(why) };
  },
  async now({ roomId, personId }) {
    const failing = asked.failing();
    if (failing !== null) return rulesFor(failing);
    const budget = await asked.ledger.stateOf({ roomId, personId: PersonId.parse(personId), purpose: "live" });
    if (budget === "exhausted") return rulesFor("budget");
    return budget === "cheaper" ? { voice: "claude", voiceReason: thrifty } : { voice: "claude" };
  },
});
