import type { Say } from "../decision.ts";
import type { DirectorState } from "./director-state.ts";
import { say } from "./say.ts";
import { timing } from "./timing.ts";
import type { Waiting } from "./waiting.ts";

const topic = "too-many-messages";

/** That a message waits because so many were answered in this minute; null where it waits for another reason, or that was said just now. */
export function tooMany(state: DirectorState, { message, due, from }: Waiting, now: number): Say | null {
  const isHeldUp = now >= due && from > due;
  if (!isHeldUp || state.said.some((line) => line.topic === topic && now - line.at < 60_000)) return null;
  const text = `I answer at most ${timing.repliesPerMinute} messages a minute. Your newest one I answer within the minute; what I passed over, ask me again then.`;
  return say("notice", text, `Say in one sentence: ${text}`, { to: message.seq, topic });
}
