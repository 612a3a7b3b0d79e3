import type { TestResult, Verdict } from "../judge/result.ts";
import type { RoomMode, InterviewerPolicy } from "../room/room.ts";
import type { InterviewMinutes, PhaseId } from "./phase.ts";
import type { Place } from "./place.ts";
import type { Changed, Reading } from "./reading.ts";
import type { HintLevel, ItemId, Question, QuestionAnswer, SpeechKind, VoiceName } from "./speech.ts";

/** What the Director hears. `at` counts milliseconds of the room's clock; events come in its order. */
export type Heard = { at: number } & (
  | { type: "opened"; mode: RoomMode; policy: InterviewerPolicy; people: number }
  | { type: "phase"; action: "start"; phase: PhaseId; minutes: InterviewMinutes }
  | { type: "phase"; action: "next"; phase: PhaseId }
  | { type: "phase"; action: "pause" | "resume" }
  | { type: "phase"; action: "extend"; minutes: number }
  | { type: "policy"; policy: InterviewerPolicy }
  | { type: "mute"; muted: boolean }
  /**
   * A person said something. `addressed`: to the interviewer (every message in practice). `byStaff`: what it says shows
   * nothing about the candidate, and is held against nobody. `isToStaff`: staff alone read it.
   */
  | {
      type: "message";
      seq: number;
      person: string;
      text: string;
      addressed: boolean;
      byStaff?: boolean;
      isToStaff?: boolean;
    }
  /** The interviewer said something: what was decided comes back as a fact. */
  | {
      type: "said";
      seq: number;
      kind: SpeechKind;
      voice: VoiceName;
      text: string;
      question: Question | null;
      topic: string | null;
      probe: number | null;
      place: Place | null;
      /** The message that it answers; left out, it answers all so far. */
      to?: number | null;
      /** Said by a private advisor: nobody but staff heard it. */
      isToStaff?: boolean;
    }
  | { type: "answer"; question: number; answer: QuestionAnswer; place: Place | null }
  | { type: "hint"; item: ItemId; level: HintLevel; isToStaff?: boolean }
  /** Somebody presses a key in a document or in the chat. */
  | { type: "typing" }
  | { type: "read"; reading: Reading; changed: Changed[] }
  | { type: "run"; runId: string; number: number; verdict: Verdict | null; results: TestResult[] }
  /** How many people who may write are here. */
  | { type: "present"; people: number }
  | { type: "checked"; by: "person" }
  | { type: "ended" }
);

export type HeardOf<T extends Heard["type"]> = Extract<Heard, { type: T }>;
