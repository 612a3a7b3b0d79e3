import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { Heard } from "@proofroom/domain/interview/hearing";
import { InterviewMinutes } from "@proofroom/domain/interview/phase";
import type { Note } from "@proofroom/domain/interview/note";
import type { Place } from "@proofroom/domain/interview/place";
import type { TestResult } from "@proofroom/domain/judge/result";
import { never } from "@proofroom/domain/never";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import { isOver } from "@proofroom/domain/run/status";
import type { RoomStream } from "../rooms/room-events.ts";

/** What lies behind a message of the interviewer, by its id. */
export type Asked = Pick<Extract<Note, { type: "asked" }>, "topic" | "probe">;

export interface HearingOptions {
  roomId: RoomId;
  mode: RoomMode;
  policy: InterviewerPolicy;
  asked: ReadonlyMap<string, Asked>;
  resultsOf: (runId: string) => Promise<TestResult[]>;
  /** What stands at lines of a document at a version; null where they never were. */
  placeOf: (about: Omit<Place, "quote">) => Promise<Place | null>;
}

const mention = /(?:^|[^\p{L}\p{N}_])@interviewer\b/iu;

/** Makes of a room's kept events what the Director hears. Events come in order; it knows what the earlier ones were. */
export function createHearing({ mode, policy: first, asked, resultsOf, placeOf }: HearingOptions) {
  let policy = first;
  const candidates = new Set<PersonId>();
  const own: Record<RoomStream, Set<number>> = { room_event: new Set(), staff_event: new Set() };

  const said = (stream: RoomStream, event: Extract<RoomEvent, { type: "message" }>, at: number): Heard => {
    const behind = asked.get(event.id);
    return {
      at,
      type: "said",
      seq: event.seq,
      kind: event.kind ?? "notice",
      voice: event.voice ?? "rules",
      text: event.text,
      question: event.question ?? null,
      topic: behind?.topic ?? null,
      probe: behind?.probe ?? null,
      place: event.about ?? null,
      to: event.to ?? null,
      isToStaff: stream === "staff_event",
    };
  };

  /** Staff talk among themselves; what they say to their advisor it hears. */
  const message = (stream: RoomStream, event: Extract<RoomEvent, { type: "message" }>, at: number): Heard | null => {
    const isToUs = mention.test(event.text) || (event.to !== undefined && own[stream].has(event.to));
    const listens = policy === "advisor" ? "staff_event" : "room_event";
    const addressed = stream === listens && (mode === "practice" || isToUs);
    if (stream === "staff_event" && !addressed) return null;
    const person: PersonId | undefined = event.person?.id;
    const byStaff = mode !== "practice" && (person === undefined || !candidates.has(person));
    const isToStaff = stream === "staff_event";
    return {
      at,
      type: "message",
      seq: event.seq,
      person: person ?? "",
      text: event.text,
      addressed,
      byStaff,
      isToStaff,
    };
  };

  return async (stream: RoomStream, event: RoomEvent): Promise<Heard | null> => {
    const at = Date.parse(event.at);
    switch (event.type) {
      case "message":
        if (event.person !== null) return message(stream, event, at);
        own[stream].add(event.seq);
        return said(stream, event, at);
      case "phase":
        return phase(event, at);
      case "policy":
        policy = event.policy;
        return { at, type: "policy", policy };
      case "mute":
        return { at, type: "mute", muted: event.muted };
      case "hint":
        return { at, type: "hint", item: event.item, level: event.level, isToStaff: stream === "staff_event" };
      case "answer": {
        const { question, answer, document, version, line } = event;
        const isPoint = document !== undefined && version !== undefined && line !== undefined;
        const place = isPoint ? await placeOf({ document, version, line, endLine: event.endLine ?? line }) : null;
        return { at, type: "answer", question, answer, place };
      }
      case "run":
        if (!isOver(event.status)) return null;
        return {
          at,
          type: "run",
          runId: event.runId,
          number: event.number,
          verdict: event.verdict ?? null,
          results: await resultsOf(event.runId),
        };
      case "state":
        return event.state === "ended" ? { at, type: "ended" } : null;
      case "joined":
        if (event.member.role === "candidate") candidates.add(event.member.id);
        return null;
      case "removed":
      case "report":
      case "held":
      case "held-decided":
      case "flagged":
        return null;
      default:
        return never(event);
    }
  };
}
export type Hearing = ReturnType<typeof createHearing>;

function phase(event: Extract<RoomEvent, { type: "phase" }>, at: number): Heard {
  const { action, phase: id, minutes } = event;
  switch (action) {
    case "start":
      return { at, type: "phase", action, phase: id, minutes: InterviewMinutes.safeParse(minutes).data ?? 45 };
    case "next":
      return { at, type: "phase", action, phase: id };
    case "extend":
      return { at, type: "phase", action, minutes: minutes ?? 0 };
    case "pause":
    case "resume":
      return { at, type: "phase", action };
    default:
      return never(action);
  }
}
