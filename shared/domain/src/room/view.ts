import * as z from "zod/mini";
import { InviteId, RoomId, RunId } from "../id.ts";
import { Verdict } from "../judge/result.ts";
import { RunStatus } from "../run/status.ts";
import { Member, Person } from "./person.ts";
import { InterviewerPolicy, InvitedRole, Role, RoomMode, RoomState } from "./room.ts";

/** A room as one of its members sees it; `role` is theirs. */
export const RoomView = z.object({
  id: RoomId,
  problem: z.string(),
  mode: RoomMode,
  interviewer: InterviewerPolicy,
  state: RoomState,
  role: Role,
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
  people: z.array(Member),
  lastRun: z.nullable(z.object({ runId: RunId, number: z.int(), status: RunStatus, verdict: z.optional(Verdict) })),
});
export type RoomView = z.infer<typeof RoomView>;

/** A link as its room's owner sees it later: who used it, and whether it still lets somebody in. */
export const InviteView = z.object({
  id: InviteId,
  role: InvitedRole,
  status: z.enum(["open", "used", "expired", "revoked"]),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedBy: z.nullable(Person),
  usedAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});
export type InviteView = z.infer<typeof InviteView>;
