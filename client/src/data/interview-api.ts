import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { InterviewMinutes, PhaseId } from "@proofroom/domain/interview/phase";
import type { HeldDecision } from "@proofroom/domain/room/channel";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import { answerOf } from "./answer.ts";
import { api } from "./api.ts";

export type InterviewMove =
  | { move: "start"; minutes: InterviewMinutes }
  | { move: "extend"; minutes: number; from: PhaseId }
  | { move: "next"; from: PhaseId }
  | { move: "stop"; turn: string }
  | { move: "pause" | "resume" | "mute" | "unmute" | "check" };

export type QuestionReply =
  | { answer: "later" | "skip" | "rephrase" }
  | { answer: "point"; document: DocumentName; version: DocumentVersion; line: number; endLine: number };

const room = api.rooms[":room"];
const { interview } = room;

export const fetchInterview = (id: RoomId) =>
  answerOf(interview.$get({ param: { room: id } }), async (r) => (await r.json()).interview);

export function moveInterview(id: RoomId, wanted: InterviewMove) {
  const param = { room: id };
  switch (wanted.move) {
    case "start":
      return answerOf(
        interview.start.$post({ param, json: { minutes: wanted.minutes } }),
        async (r) => (await r.json()).interview,
      );
    case "extend":
      return answerOf(
        interview.extend.$post({ param, json: { minutes: wanted.minutes, from: wanted.from } }),
        async (r) => (await r.json()).interview,
      );
    case "next":
      return answerOf(
        interview.next.$post({ param, json: { from: wanted.from } }),
        async (r) => (await r.json()).interview,
      );
    case "stop":
      return answerOf(
        interview.stop.$post({ param, json: { turn: wanted.turn } }),
        async (r) => (await r.json()).interview,
      );
    case "check":
      return answerOf(interview.check.$post({ param }), async (r) => (await r.json()).interview);
    case "pause":
    case "resume":
    case "mute":
    case "unmute":
      return answerOf(interview[wanted.move].$post({ param }), async (r) => (await r.json()).interview);
  }
}

export const setPolicy = (id: RoomId, policy: InterviewerPolicy) =>
  answerOf(interview.policy.$put({ param: { room: id }, json: { policy } }), async (r) => (await r.json()).interview);
export const takeHint = (id: RoomId) =>
  answerOf(room.hints.$post({ param: { room: id } }), async (r) => (await r.json()).hint);
export const answerQuestion = (id: RoomId, seq: number, reply: QuestionReply) =>
  answerOf(room.questions[":seq"].$post({ param: { room: id, seq: String(seq) }, json: reply }), () =>
    Promise.resolve(),
  );
export const decideHeld = (id: RoomId, held: string, decision: HeldDecision) =>
  answerOf(room.held[":held"].$post({ param: { room: id, held }, json: { decision } }), () => Promise.resolve());
