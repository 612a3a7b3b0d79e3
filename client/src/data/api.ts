import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { InviteId, RoomId, RunId } from "@proofroom/domain/id";
import type { InvitedRole, RoomMode } from "@proofroom/domain/room/room";
import type { RoomMove } from "@proofroom/domain/room/transition";
import type { Api } from "@proofroom/server/http/api";
import { hc } from "hono/client";
import { answerOf } from "./answer.ts";

/** The whole of it, typed by the routes themselves; for what loads on its own. */
export const { api } = hc<Api>(location.origin);

export const fetchSession = () => answerOf(api.session.$get(), async (r) => (await r.json()).person);
export const signIn = (name: string) =>
  answerOf(api.session.guest.$post({ json: { name } }), async (r) => (await r.json()).person);
export const signOut = () => answerOf(api.session.$delete(), () => Promise.resolve());

export const fetchProblems = () => answerOf(api.problems.$get({ query: {} }), async (r) => (await r.json()).problems);
export const fetchProblem = (problem: string) =>
  answerOf(api.problems[":problem"].$get({ param: { problem } }), (r) => r.json());

export const fetchRooms = () => answerOf(api.rooms.$get(), async (r) => (await r.json()).rooms);
export const fetchRoom = (room: string) =>
  answerOf(api.rooms[":room"].$get({ param: { room } }), async (r) => (await r.json()).room);
export const createRoom = (problem: string, mode: RoomMode = "live") =>
  answerOf(api.rooms.$post({ json: { problem, mode } }), (r) => r.json());
export const moveRoom = (room: RoomId, move: RoomMove) =>
  answerOf(api.rooms[":room"][move].$post({ param: { room } }), async (r) => (await r.json()).room);
export const fetchRoomEvents = (room: RoomId, after: number) =>
  answerOf(
    api.rooms[":room"].events.$get({ param: { room }, query: { after: String(after) } }),
    async (r) => (await r.json()).events,
  );
export const fetchStaffEvents = (room: RoomId, after: number) =>
  answerOf(
    api.rooms[":room"]["staff-events"].$get({ param: { room }, query: { after: String(after) } }),
    async (r) => (await r.json()).events,
  );
export const fetchDocument = (room: RoomId, document: DocumentName, version?: DocumentVersion) =>
  answerOf(
    api.rooms[":room"].documents[":document"].$get({
      param: { room, document },
      query: version === undefined ? {} : { version },
    }),
    (r) => r.json(),
  );

export const fetchInvites = (room: RoomId) =>
  answerOf(api.rooms[":room"].invites.$get({ param: { room } }), async (r) => (await r.json()).invites);
export const createInvite = (room: RoomId, role: InvitedRole) =>
  answerOf(api.rooms[":room"].invites.$post({ param: { room }, json: { role } }), async (r) => (await r.json()).invite);
export const revokeInvite = (room: RoomId, invite: InviteId) =>
  answerOf(api.rooms[":room"].invites[":invite"].$delete({ param: { room, invite } }), () => Promise.resolve());
export const acceptInvite = (token: string, name?: string) =>
  answerOf(api.invites.accept.$post({ json: { token, ...(name === undefined ? {} : { name }) } }), (r) => r.json());

export const startRun = (room: RoomId) =>
  answerOf(api.rooms[":room"].runs.$post({ param: { room }, json: {} }), async (r) => (await r.json()).runId);
export const fetchRuns = (room: RoomId) =>
  answerOf(api.rooms[":room"].runs.$get({ param: { room } }), async (r) => await r.json());
export const fetchRunEvents = (run: RunId, after: number) =>
  answerOf(
    api.runs[":run"].events.$get({ param: { run }, query: { after: String(after) } }),
    async (r) => (await r.json()).events,
  );
export const cancelRun = (run: RunId) =>
  answerOf(api.runs[":run"].cancel.$post({ param: { run } }), () => Promise.resolve());
export const fetchRun = (run: RunId) => answerOf(api.runs[":run"].$get({ param: { run } }), (r) => r.json());

/** What Claude's words have cost me since midnight, and how much they may. */
export const fetchUsage = () => answerOf(api.session.usage.$get(), (r) => r.json());
