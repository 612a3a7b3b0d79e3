import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { InterviewerPolicy, RoomMode, type RoomState } from "@proofroom/domain/room/room";
import { RoomView } from "@proofroom/domain/room/view";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { impossiblePolicy, usualPolicy } from "../interviewer/policies.ts";
import { createRoom, type NewRoom } from "./create-room.ts";
import { moveRoutes } from "./move-routes.ts";
import { viewRooms } from "./view-rooms.ts";

const Wanted = z.object({
  problem: z.string(),
  mode: z._default(RoomMode, "live"),
  interviewer: z.optional(InterviewerPolicy),
  lobby: z._default(z.boolean(), false),
});
const One = z.object({ room: RoomView });
const Created = z.object({
  room: RoomView,
  /** In a practice room of observers only. */
  invites: z.object({ candidate: z.optional(z.string()), interviewer: z.optional(z.string()), observer: z.string() }),
});

export interface RoomDependencies {
  db: Kysely<Database>;
  access: Access;
  publicUrl: string;
  now: () => Date;
  hasProblem: (id: string) => boolean;
  /** Whether the interviewer can ask about a problem. */
  hasPack: (problem: string) => boolean;
  furnish: NewRoom["furnish"];
  /** Told after a room moved, before its answer is sent. */
  onMove: (roomId: RoomId, state: RoomState) => Promise<void>;
}

export const roomRoutes = ({ db, access, publicUrl, now, hasProblem, hasPack, furnish, onMove }: RoomDependencies) =>
  new Hono()
    .post(
      "/",
      describe("Open a room; whoever opens it owns it", { 201: Created }),
      access.signedIn,
      input("json", Wanted),
      async (c) => {
        const { problem, mode, interviewer, lobby } = c.req.valid("json");
        if (!hasProblem(problem)) return c.json(notFound, 404);
        const policy = interviewer ?? usualPolicy(mode, hasPack(problem));
        const missing = lobby ? noLobby : impossiblePolicy(policy, mode, hasPack(problem));
        if (missing !== null) return c.json(refusal("not-available", missing), 422);
        const owner = c.var.caller.person;
        const { roomId, invites } = await createRoom(db, {
          problem,
          mode,
          policy,
          owner,
          publicUrl,
          now: now(),
          furnish,
        });
        const [room] = await viewRooms(db, owner.id, roomId);
        if (room === undefined) throw new Error(`room ${roomId} is not there after its creation`);
        return c.json({ room, invites }, 201);
      },
    )
    .get(
      "/",
      describe("The rooms I am in, newest first", { 200: z.object({ rooms: z.array(RoomView) }) }),
      access.signedIn,
      async (c) => c.json({ rooms: await viewRooms(db, c.var.caller.person.id) }, 200),
    )
    .get("/:room", describe("A room I am in", { 200: One }), access.member("room.view"), async (c) => {
      const [room] = await viewRooms(db, c.var.caller.person.id, c.var.member.room.id);
      return room === undefined ? c.json(notFound, 404) : c.json({ room }, 200);
    })
    .route("/", moveRoutes({ db, access, now, onMove }));

const noLobby = "There are no lobbies yet. Open the room without.";
