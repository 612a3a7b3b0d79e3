import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { InterviewView } from "@proofroom/domain/interview/view";
import type { Kysely } from "kysely";
import { noHints, viewInterview } from "./interview-view.ts";
import type { Packs } from "./packs.ts";

export interface InterviewerDependencies {
  db: Kysely<Database>;
  packs: Packs;
  now: () => number;
}

export interface Interviewer {
  hasPack: (problem: string) => boolean;
  view: (roomId: RoomId) => Promise<InterviewView>;
}

const noKey = "No key for Claude is set, so the rule-based interviewer speaks.";

/** The interviewer of every room that this server serves. */
export function createInterviewer({ db, packs, now }: InterviewerDependencies): Interviewer {
  const voiceNow = () => Promise.resolve({ voice: "rules" as const, voiceReason: noKey });
  return {
    hasPack: (problem) => packs.has(problem),
    view: (roomId) => viewInterview({ db, now, voiceNow, hintsOf: () => Promise.resolve(noHints) }, roomId),
  };
}
