import type { Say } from "../decision.ts";
import { type DirectorState, heardHere, type HeardMessage } from "./director-state.ts";
import { cited } from "../language/phrases.ts";
import { isQuestion } from "../language/understand.ts";
import { say } from "./say.ts";
import { timing } from "./timing.ts";

/** What people asked the interviewer since a time, in the hearing of those whom it speaks to now. */
export const askedSince = (state: DirectorState, since: number | null): HeardMessage[] =>
  since === null
    ? []
    : heardHere(state, state.messages).filter((one) => one.addressed && one.at >= since && asksSomething(one));

const asksSomething = ({ meaning, text }: HeardMessage): boolean =>
  meaning === "clarification" ||
  meaning === "question" ||
  meaning === "solution" ||
  (meaning === "process" && isQuestion(text));

const when = { muted: "While I was muted", paused: "While the clock was paused" };

/** That a question found the interviewer silent, before its answer. */
export function missed(state: DirectorState, to: number, why: keyof typeof when): Say {
  const messages = heardHere(state, state.messages);
  const asked = messages.findLast((one) => one.seq === to);
  const before = heardHere(state, state.said).findLast((line) => line.seq < to)?.seq ?? 0;
  const others = messages.filter((one) => one.addressed && one.seq > before && one.seq < to && asksSomething(one));
  const quote = `"${cited(asked?.text ?? "", 80)}"`;
  const text =
    others.length === 0
      ? `${when[why]} you asked ${quote}, and nobody answered; I do so now.`
      : `${when[why]} you asked ${others.length + 1} things, ${quote} last; I answer that one now, ask me the others again.`;
  return say("notice", text, `Say in one sentence: ${text}`, { to });
}

/**
 * An answer with word of the questions that it came to instead of: those asked between the last answer and the message that it
 * answers, which would be passed over in silence.
 */
export function withPassedOver(state: DirectorState, answer: Say, message: HeardMessage): Say {
  const begun = new Date(state.clock.taken[0]?.startedAt ?? 0).getTime();
  const since = Math.max(begun, message.at - timing.answerIsLate);
  const passed = askedSince(state, since).filter(
    ({ seq, text }) => seq > state.answered && seq < message.seq && !alike(text, message.text),
  );
  const last = passed.at(-1);
  if (last === undefined) return answer;
  const quote = `"${cited(last.text, 60)}"`;
  const note =
    passed.length === 1
      ? `I passed over ${quote}: ask me that again.`
      : `I passed over ${passed.length} questions, ${quote} the last of them: ask me those again.`;
  return { ...answer, text: `${note} ${answer.text}`, intent: `Say first: ${note} Then: ${answer.intent}` };
}

/** Who asks the same once more has it answered. */
const alike = (one: string, other: string): boolean => other.toLowerCase().includes(one.trim().toLowerCase());
