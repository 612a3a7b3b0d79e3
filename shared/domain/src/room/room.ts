import * as z from "zod/mini";

export const RoomState = z.enum(["lobby", "live", "locked", "ended"]);
export type RoomState = z.infer<typeof RoomState>;

export const Role = z.enum(["owner", "interviewer", "candidate", "observer"]);
export type Role = z.infer<typeof Role>;

/** The roles that a link can carry; nobody is invited to own a room. */
export const InvitedRole = z.enum(["interviewer", "candidate", "observer"]);
export type InvitedRole = z.infer<typeof InvitedRole>;

export const RoomMode = z.enum(["live", "assessment", "practice"]);
export type RoomMode = z.infer<typeof RoomMode>;

export const InterviewerPolicy = z.enum(["off", "advisor", "interviewer", "assistant"]);
export type InterviewerPolicy = z.infer<typeof InterviewerPolicy>;
