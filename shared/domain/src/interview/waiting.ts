import type { DirectorState, HeardMessage } from "./director-state.ts";
import { timing } from "./timing.ts";

/** The message to be answered now, or from when on it may be. */
export function messageToAnswer(
  state: DirectorState,
  now: number,
): { message: HeardMessage; from: number; why: "people-are-talking" | "spoke-just-now" } | null {
  const message = state.messages.findLast(({ seq }) => seq === state.unanswered);
  if (message === undefined) return null;
  const replies = state.said.filter((line) => isReply(line.kind));
  const [oldest] = replies.filter((line) => now - line.at < 60_000).slice(-timing.repliesPerMinute);
  const isFlood = replies.filter((line) => now - line.at < 60_000).length >= timing.repliesPerMinute;
  if (isFlood && oldest !== undefined) return { message, from: oldest.at + 60_000, why: "spoke-just-now" };
  const last = replies.at(-1);
  const goesOn = message.meaning === "answer" || message.meaning === "talk";
  const isMidBreath = goesOn && last !== undefined && last.question === null && message.at - last.at < 20_000;
  return { message, from: message.at + (isMidBreath ? timing.breath : 0), why: "people-are-talking" };
}

const isReply = (kind: string): boolean => ["reply", "clarification", "assumption", "decline"].includes(kind);
