import type { Finding } from "@proofroom/domain/design/finding";
import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { InviteId, RoomId, RunId } from "@proofroom/domain/id";
import type { TestResult, Verdict } from "@proofroom/domain/judge/result";
import type { ProblemSummary, PublicProblem } from "@proofroom/domain/problem/problem";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Person } from "@proofroom/domain/room/person";
import type { InvitedRole, Role } from "@proofroom/domain/room/room";
import type { RoomMove } from "@proofroom/domain/room/transition";
import type { InviteView, RoomView } from "@proofroom/domain/room/view";
import type { RunEvent } from "@proofroom/domain/run/event";
import type { RunStatus } from "@proofroom/domain/run/status";
import { type Answer, answerOf } from "./answer.ts";

export interface RunInfo {
  id: RunId;
  number: number;
  status: RunStatus;
  verdict: Verdict | null;
  startedAt: string;
  finishedAt: string | null;
  by: Person;
  versions: Record<DocumentName, DocumentVersion>;
}
export type InviteUrls = Partial<Record<InvitedRole, string>>;
async function json<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  const init =
    body === undefined
      ? { method }
      : { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return answerOf(fetch(`/api${path}`, init), async (response) => {
    const value: T = response.status === 204 ? undefined : await response.json();
    return value;
  });
}

const pick =
  <T, U>(read: (value: T) => U) =>
  (answer: Answer<T>): Answer<U> =>
    answer.ok ? { ok: true, value: read(answer.value) } : answer;

export const fetchSession = () => json<{ person: Person }>("GET", "/session").then(pick((a) => a.person));
export const signIn = (name: string) => json<{ person: Person }>("POST", "/session/guest", { name }).then(pick((a) => a.person));
export const signOut = () => json<void>("DELETE", "/session");
export const fetchProblems = () => json<{ problems: ProblemSummary[] }>("GET", "/problems").then(pick((a) => a.problems));
export const fetchProblem = (id: string) => json<PublicProblem>("GET", `/problems/${encodeURIComponent(id)}`);
export const fetchRooms = () => json<{ rooms: RoomView[] }>("GET", "/rooms").then(pick((a) => a.rooms));
export const fetchRoom = (id: string) => json<{ room: RoomView }>("GET", `/rooms/${id}`).then(pick((a) => a.room));
export const createRoom = (problem: string) =>
  json<{ room: RoomView; invites: InviteUrls }>("POST", "/rooms", { problem, mode: "live" });
export const moveRoom = (id: RoomId, move: RoomMove) => json<{ room: RoomView }>("POST", `/rooms/${id}/${move}`);
export const fetchRoomEvents = (id: RoomId, after: number) =>
  json<{ events: RoomEvent[] }>("GET", `/rooms/${id}/events?after=${after}`).then(pick((a) => a.events));
export const fetchDocument = (id: RoomId, document: DocumentName, version?: DocumentVersion) =>
  json<{ text: string; version: DocumentVersion }>(
    "GET",
    `/rooms/${id}/documents/${document}${version === undefined ? "" : `?version=${version}`}`,
  );
export const fetchInvites = (id: RoomId) => json<{ invites: InviteView[] }>("GET", `/rooms/${id}/invites`).then(pick((a) => a.invites));
export const createInvite = (id: RoomId, role: InvitedRole) =>
  json<{ invite: { id: InviteId; role: InvitedRole; url: string } }>("POST", `/rooms/${id}/invites`, { role }).then(
    pick((a) => a.invite),
  );
export const revokeInvite = (id: RoomId, invite: InviteId) => json<void>("DELETE", `/rooms/${id}/invites/${invite}`);
export const acceptInvite = (token: string, name?: string) =>
  json<{ roomId: RoomId; role: Role }>("POST", "/invites/accept", { token, ...(name === undefined ? {} : { name }) });
export const startRun = (id: RoomId) => json<{ runId: RunId }>("POST", `/rooms/${id}/runs`, {}).then(pick((a) => a.runId));
export const fetchRuns = (id: RoomId) => json<{ runs: RunInfo[] }>("GET", `/rooms/${id}/runs`).then(pick((a) => a.runs));
export const fetchRunEvents = (id: RunId, after: number) =>
  json<{ events: RunEvent[] }>("GET", `/runs/${id}/events?after=${after}`).then(pick((a) => a.events));
export const cancelRun = (id: RunId) => json<void>("POST", `/runs/${id}/cancel`);
export interface RunReport {
  status: RunStatus;
  verdict: Verdict | null;
  findings: Finding[];
  results: TestResult[];
}
export const fetchRun = (id: RunId) => json<RunReport>("GET", `/runs/${id}`);
