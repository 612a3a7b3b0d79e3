import * as z from "zod/mini";
import { isTooLong, tooLong } from "../chat/length.ts";
import { DocumentName, DocumentVersion } from "../document/document.ts";
import { PersonId, RoomId, RunId } from "../id.ts";
import { PhaseId } from "../interview/phase.ts";
import { AnchoredPlace } from "../interview/place.ts";
import { ReportStatus } from "../interview/report/report.ts";
import { HintLevel, ItemId, Question, QuestionAnswer, SpeechKind, VoiceName } from "../interview/speech.ts";
import { Verdict } from "../judge/result.ts";
import type { RunEvent } from "../run/event.ts";
import { RunStatus } from "../run/status.ts";
import { Member, Person } from "./person.ts";
import { InterviewerPolicy, Role, RoomState } from "./room.ts";

export const MessageId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.:-]+$/));
/** What Postgres cannot keep in JSON is taken out: NUL and halves of surrogate pairs. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "");
export const MessageText = z.string().check(
  z.overwrite(storable),
  z.regex(/\S/, "Write something."),
  z.refine((text) => !isTooLong(text), { error: ({ input }) => tooLong(String(input)) }),
);

/** Why a message waits for a person to decide. */
export const HeldReason = z.enum(["abuse"]);
export type HeldReason = z.infer<typeof HeldReason>;

export const HeldDecision = z.enum(["released", "refused"]);
export type HeldDecision = z.infer<typeof HeldDecision>;

/** What a room keeps, in one order for all. A message's `seq` is its event's. */
export const RoomFact = z.discriminatedUnion("type", [
  /** `person` is null for the interviewer; all that follows `text` is the interviewer's alone. */
  z.object({
    type: z.literal("message"),
    id: MessageId,
    person: z.nullable(Person),
    text: MessageText,
    voice: z.optional(VoiceName),
    kind: z.optional(SpeechKind),
    question: z.optional(Question),
    about: z.optional(AnchoredPlace),
    /** On a proposal: the phase that a person may now press. */
    proposes: z.optional(PhaseId),
    ended: z.optional(z.enum(["interrupted", "stopped"])),
    /** The message that it answers. */
    to: z.optional(z.int()),
  }),
  z.object({ type: z.literal("joined"), member: Member }),
  z.object({ type: z.literal("removed"), person: PersonId, role: Role }),
  z.object({ type: z.literal("state"), state: RoomState, by: Person }),
  z.object({
    type: z.literal("run"),
    runId: RunId,
    number: z.int(),
    status: RunStatus,
    verdict: z.optional(Verdict),
    by: z.optional(Person),
  }),
  /** `minutes`: of the whole at `start`, added at `extend`. `by` is null where the room paused itself. */
  z.object({
    type: z.literal("phase"),
    action: z.enum(["start", "next", "pause", "resume", "extend"]),
    phase: PhaseId,
    minutes: z.optional(z.number()),
    by: z.nullable(Person),
  }),
  /** `from`: the one before. */
  z.object({ type: z.literal("policy"), policy: InterviewerPolicy, from: z.optional(InterviewerPolicy), by: Person }),
  z.object({ type: z.literal("mute"), muted: z.boolean(), by: Person }),
  z.object({ type: z.literal("hint"), item: ItemId, level: HintLevel, text: z.string(), by: Person }),
  /** What was done with a question otherwise than by words; `question` is its message's `seq` in the same stream. */
  z.object({
    type: z.literal("answer"),
    question: z.int(),
    answer: QuestionAnswer,
    by: Person,
    document: z.optional(DocumentName),
    version: z.optional(DocumentVersion),
    line: z.optional(z.int()),
    endLine: z.optional(z.int()),
  }),
  z.object({ type: z.literal("report"), status: ReportStatus, step: z.optional(z.string()) }),
  /** To staff only: a message that waits for one of them, and what became of it. `message` is its id, `person` its author. */
  z.object({
    type: z.literal("held"),
    id: z.string(),
    message: MessageId,
    channel: z.optional(z.literal("staff")),
    person: Person,
    reason: HeldReason,
    text: MessageText,
  }),
  z.object({
    type: z.literal("held-decided"),
    id: z.string(),
    message: MessageId,
    person: PersonId,
    decision: HeldDecision,
    by: Person,
  }),
  /** To staff only: a model found a message, which is shown already, to be seriously wrong. It stays; people decide. */
  z.object({
    type: z.literal("flagged"),
    message: MessageId,
    person: Person,
    category: z.string(),
    quote: z.string(),
  }),
]);
export type RoomFact = z.infer<typeof RoomFact>;

/** As stored and sent: `seq` counts from 1 without a gap per room. */
export type RoomEvent = RoomFact & { seq: number; at: string };

/** What is told and forgotten. Presence carries everybody who has a socket open, with the number of their tabs. */
export type LiveFact =
  | { type: "presence"; people: { id: PersonId; tabs: number }[] }
  | { type: "typing"; person: PersonId }
  /** Somebody follows a test of a run to its cause; the others may look at the same. */
  | ({ type: "looking"; person: PersonId } & LookingAt)
  /** A message of the interviewer on its way; `turn` will be its id, `text` is all of it so far. */
  | { type: "thinking"; turn: string }
  | { type: "words"; turn: string; text: string }
  | { type: "end"; turn: string }
  /** To its author only: staff decided about a message that was held. */
  | { type: "held-decided"; message: string; decision: HeldDecision }
  /** Nothing was heard for a while: a sign that the interviewer has noticed, or a hint offered without words. */
  | { type: "waiting"; hint: boolean };

export interface ServerToClient {
  event: (event: RoomEvent) => void;
  staff: (event: RoomEvent) => void;
  run: (event: RunEvent & { runId: RunId }) => void;
  live: (fact: LiveFact) => void;
}

export const ChatRequest = z.object({
  id: MessageId,
  text: MessageText,
  channel: z.optional(z.literal("staff")),
  /** The message that it answers, by its `seq` in the same stream. */
  to: z.optional(z.int()),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** `note` is for the author alone: what was taken out of the message, or what it seems to give away. */
export type ChatAnswer = { seq: number; note?: string } | { error: string; message: string };

/** A test of a run, by its name. */
export const LookingAt = z.object({ run: RunId, test: z.string().check(z.maxLength(300)) });
export type LookingAt = z.infer<typeof LookingAt>;

export interface ClientToServer {
  chat: (request: ChatRequest, answer: (answer: ChatAnswer) => void) => void;
  typing: () => void;
  looking: (at: LookingAt) => void;
}

/**
 * `auth` of the Socket.IO handshake. With `after` and `staffAfter`, the last `seq` already held, what was missed comes
 * before what is new; without them only what is new.
 */
export const ChannelAuth = z.object({
  room: RoomId,
  after: z.optional(z.int().check(z.minimum(0))),
  staffAfter: z.optional(z.int().check(z.minimum(0))),
});
export type ChannelAuth = z.infer<typeof ChannelAuth>;
