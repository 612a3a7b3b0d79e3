import type { RoomId } from "@proofroom/domain/id";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import type { HintLevel, ItemId } from "@proofroom/domain/interview/speech";
import type { InterviewView } from "@proofroom/domain/interview/view";
import type { HeldDecision } from "@proofroom/domain/room/channel";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import { type Answer, answerOf } from "./answer.ts";

export type InterviewMove =
  | { move: "start"; minutes: InterviewMinutes }
  | { move: "extend"; minutes: number }
  | { move: "stop"; turn: string }
  | { move: "next" | "pause" | "resume" | "mute" | "unmute" | "check" };

export type QuestionReply =
  | { answer: "later" | "skip" | "rephrase" }
  | { answer: "point"; document: string; version: string; line: number; endLine: number };

export interface TakenHint {
  item: ItemId;
  level: HintLevel;
  text: string;
  cost: string;
  left: number;
}

interface Reply<T> {
  ok: true;
  status: number;
  json(): Promise<T>;
}
interface Refused {
  ok: false;
  status: number;
  json(): Promise<unknown>;
}

async function ask<T>(method: string, path: string, body?: object): Promise<Reply<T> | Refused> {
  const response = await fetch(`/api/rooms/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  const { status } = response;
  return response.ok
    ? { ok: true, status, json: () => response.json() }
    : { ok: false, status, json: () => response.json() };
}

const viewOf = (asked: Promise<Reply<{ interview: InterviewView }> | Refused>): Promise<Answer<InterviewView>> =>
  answerOf(asked, async (r) => (await r.json()).interview);

export const fetchInterview = (room: RoomId) => viewOf(ask("GET", `${room}/interview`));
export const moveInterview = (room: RoomId, { move, ...body }: InterviewMove) =>
  viewOf(ask("POST", `${room}/interview/${move}`, body));
export const setPolicy = (room: RoomId, policy: InterviewerPolicy) =>
  viewOf(ask("PUT", `${room}/interview/policy`, { policy }));
export const takeHint = (room: RoomId) =>
  answerOf(ask<{ hint: TakenHint }>("POST", `${room}/hints`, {}), async (r) => (await r.json()).hint);
export const answerQuestion = (room: RoomId, seq: number, reply: QuestionReply) =>
  answerOf(ask<object>("POST", `${room}/questions/${seq}`, reply), () => Promise.resolve());
export const decideHeld = (room: RoomId, held: string, decision: HeldDecision) =>
  answerOf(ask<object>("POST", `${room}/held/${held}`, { decision }), () => Promise.resolve());
