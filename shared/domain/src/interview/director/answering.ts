import { clarificationsIn, leftUnanswered } from "../language/clarify.ts";
import { cited } from "../language/phrases.ts";
import { decline } from "./declining.ts";
import type { Say } from "../decision.ts";
import type { DirectorState, HeardMessage } from "./director-state.ts";
import { followUp, honest, smaller } from "./follow-up.ts";
import type { Pack } from "../item.ts";
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
