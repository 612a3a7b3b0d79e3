import * as z from "zod/mini";
import { InterviewerPolicy } from "../room/room.ts";
import { InterviewMinutes, Phase, PhaseId } from "./phase.ts";
import { HintLevel, ItemId, VoiceName } from "./speech.ts";

/** Where the interview stands, for every member of the room. Remaining time is `endsAt − (pausedAt ?? serverTime)`. */
export const InterviewView = z.object({
  policy: InterviewerPolicy,
  /** The voice in use now: key, budget and breaker decide; `none` under policy `off`. */
  voice: z.union([VoiceName, z.literal("none")]),
  /** Why it is not Claude's at its best, as a sentence. */
  voiceReason: z.optional(z.string()),
  muted: z.boolean(),
  /** Null before the start. */
  minutes: z.nullable(InterviewMinutes),
  phases: z.array(Phase),
  phase: z.nullable(
    z.object({ id: PhaseId, startedAt: z.string(), endsAt: z.string(), pausedAt: z.nullable(z.string()) }),
  ),
  /** Of the item that a hint would be about now; item null where there is none. `cost` is a sentence. */
  hints: z.object({
    item: z.nullable(ItemId),
    taken: z.array(z.object({ level: HintLevel, text: z.string() })),
    of: z.literal(3),
    next: z.nullable(z.object({ level: HintLevel, cost: z.string() })),
  }),
  serverTime: z.string(),
});
export type InterviewView = z.infer<typeof InterviewView>;
