import { candidates } from "./candidates.ts";
import { clarificationsIn, leftUnanswered } from "../language/clarify.ts";
import { isForeign } from "../language/foreign.ts";
import { cited } from "../language/phrases.ts";
import { decline } from "./declining.ts";
import type { Say } from "../decision.ts";
import type { DirectorState, HeardMessage } from "./director-state.ts";
import { followUp, honest, smaller } from "./follow-up.ts";
import type { Pack } from "../item.ts";
import { wordedWith } from "./lead.ts";
import { wordingOf } from "./pick.ts";
import { answerToProcess } from "./process-answers.ts";
import { say } from "./say.ts";
import * as words from "./wordings.ts";

/** What to answer to a message, at once. */
export function answerTo(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  return { ...worded(pack, state, message, now), to: message.seq };
}

function worded(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  switch (message.meaning) {
    case "solution":
      return decline(pack, state);
    case "process":
      return answerToProcess(pack, state, message.text, now);
    case "clarification": {
      const given = clarificationsIn(pack, message.text);
      const left = given.length === 0 ? null : leftUnanswered(pack, message.text, given);
      const rest = left === null ? [] : [`That leaves "${cited(left, 80)}": ask me that by itself.`];
      const answer = [...given.map((one) => one.answer), ...rest].join(" ");
      return say("clarification", answer, `Answer with exactly this: ${answer}`);
    }
    case "question": {
      if (isForeign(message.text)) return say("reply", words.inEnglish, inTheirLanguage);
      if (state.clock.policy === "advisor") return advice(pack, state, now);
      const text = wordingOf(state, "assumption", words.assumptions);
      return say("assumption", text, "Say that it is their call: they state their assumption, and it is recorded.");
    }
    case "nothing":
      return smaller(pack, state, message, now);
    case "answer":
      return followUp(pack, state, message, now);
    case "talk":
      return honest(pack, state, message, now);
  }
}

const inTheirLanguage =
  "Say, in the language of the message, that you answer questions about the brief in English only, and ask them to put this one in English.";

/** Staff have nothing to assume: what an advisor knows instead is what it would ask. */
function advice(pack: Pack, state: DirectorState, now: number): Say {
  const [best] = candidates(pack, state, now);
  if (best === undefined)
    return say("reply", words.nothingToAdvise, `Say that you have no fixed answer, and nothing to ask just now.`);
  const { text, place } = wordedWith(state, best);
  const { topic, probe } = best;
  const intent = `Say that you have no fixed answer, and what you would ask the candidate next: ${text}`;
  return say("reply", `${words.advised} ${text}`, intent, { topic, probe, place });
}
