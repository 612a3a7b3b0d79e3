import { type DirectorState, heardHere, type HeardMessage, isReply, type SaidLine } from "./director-state.ts";
import { timing } from "./timing.ts";

/** What is to be answered, and from when on. */
export interface Waiting {
  message: HeardMessage;
  from: number;
  /** From when on it would be answered if there were no limit. */
  due: number;
  why: "people-are-talking" | "spoke-just-now";
}

/** The newest message that waits, with what its author said in the same breath. */
export function messageToAnswer(state: DirectorState, now: number): Waiting | null {
  const newest = heardHere(state, state.messages).findLast(({ seq }) => seq === state.unanswered);
  if (newest === undefined || now - newest.at > timing.answerIsLate) return null;
  const replies = state.said.filter((line) => isReply(line.kind));
  const lately = replies.filter((line) => now - line.at < 60_000);
  const free = (lately.at(-timing.repliesPerMinute)?.at ?? Number.NEGATIVE_INFINITY) + 60_000;
  const { message, due } = inItsTime(state, newest, replies);
  const why = free > due ? "spoke-just-now" : "people-are-talking";
  return { message, due, from: Math.max(due, free), why };
}

/** What is asked is answered at once, what may go on when its author has taken breath. */
function inItsTime(
  state: DirectorState,
  newest: HeardMessage,
  replies: readonly SaidLine[],
): Pick<Waiting, "message" | "due"> {
  if (!goesOn(newest)) return { message: newest, due: newest.at };
  const last = replies.at(-1);
  const breath = heardHere(state, state.messages).filter(
    (one) => one.addressed && goesOn(one) && one.person === newest.person && one.seq > state.answered,
  );
  const message = inOneBreath(breath, newest);
  const isMidBreath =
    breath.length > 1 || (last !== undefined && newest.at - last.at < (last.question === null ? 20_000 : 8_000));
  return { message, due: newest.at + (isMidBreath ? timing.breath : 0) };
}

const goesOn = ({ meaning }: HeardMessage): boolean => meaning === "answer" || meaning === "talk";

/** Half sentences are one message; if one of them answers a question, all do. */
function inOneBreath(breath: readonly HeardMessage[], newest: HeardMessage): HeardMessage {
  const answer = breath.find((one) => one.meaning === "answer") ?? newest;
  return { ...answer, seq: newest.seq, at: newest.at, text: breath.map((one) => one.text).join("\n") || newest.text };
}
