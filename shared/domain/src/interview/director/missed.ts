import type { Say } from "../decision.ts";
import { type DirectorState, type HeardMessage, saidNow } from "./director-state.ts";
import { cited } from "../language/phrases.ts";
import { isQuestion } from "../language/understand.ts";
import { say } from "./say.ts";

/** What people asked the interviewer since a time. */
export const askedSince = (state: DirectorState, since: number | null): HeardMessage[] =>
  since === null ? [] : state.messages.filter((one) => one.addressed && one.at >= since && asksSomething(one));

const asksSomething = ({ meaning, text }: HeardMessage): boolean =>
  meaning === "clarification" ||
  meaning === "question" ||
  meaning === "solution" ||
  (meaning === "process" && isQuestion(text));

/** That a question found the interviewer muted, before its answer. */
export function missed(state: DirectorState, to: number): Say {
  const asked = state.messages.findLast((one) => one.seq === to);
  const before = saidNow(state).findLast((line) => line.seq < to)?.seq ?? 0;
  const others = state.messages.filter(
    (one) => one.addressed && one.seq > before && one.seq < to && asksSomething(one),
  );
  const quote = `"${cited(asked?.text ?? "", 80)}"`;
  const text =
    others.length === 0
      ? `While I was muted you asked ${quote}, and nobody answered; I do so now.`
      : `While I was muted you asked ${others.length + 1} things, ${quote} last; I answer that one now, ask me the others again.`;
  return say("notice", text, `Say in one sentence: ${text}`, { to });
}
