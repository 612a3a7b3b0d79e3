import type { ModelFailure } from "@proofroom/ai/model";
import { sentenceOf } from "@proofroom/ai/model-failure";
import { PersonId, type RoomId } from "@proofroom/domain/id";
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
): ChosenVoice => {
  const budgetOf = ({ roomId, personId }: Payer): ReturnType<AiLedger["stateOf"]> =>
    asked.ledger.stateOf({ roomId, personId: PersonId.parse(personId), purpose: "live" });
  /** Rooms that know of it. It lasts, so it is told once and not at every turn. */
  const usedUp = new Set<RoomId>();

  return {
    async speak(turn, out) {
      const why = asked.failing();
      if (why !== null) return { ...(await rulesVoice.speak(turn, out)), notice: sentenceOf(why) };
      // Asked before anything is said: a greeting in Claude's name needs no request, and would promise what cannot come.
      const isUsedUp = (await budgetOf(turn)) === "exhausted";
      if (!isUsedUp) {
        usedUp.delete(turn.roomId);
        return claude.speak(turn, out);
      }
      const spoken = await rulesVoice.speak(turn, out);
      if (usedUp.has(turn.roomId)) return spoken;
      usedUp.add(turn.roomId);
      return { ...spoken, notice: sentenceOf("budget") };
    },
    async now(payer) {
      const failing = asked.failing();
      if (failing !== null) return rulesFor(failing);
      const budget = await budgetOf(payer);
      if (budget === "exhausted") return rulesFor("budget");
      return budget === "cheaper" ? { voice: "claude", voiceReason: thrifty } : { voice: "claude" };
    },
  };
};
