import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { RoomMode, type RoomState } from "@proofroom/domain/room/room";
import { RoomView } from "@proofroom/domain/room/view";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { createRoom, type NewRoom } from "./create-room.ts";
import { moveRoutes } from "./move-routes.ts";
import { viewRooms } from "./view-rooms.ts";

const Wanted = z.object({
  problem: z.string(),
  mode: z._default(RoomMode, "live"),
  interviewer: z._default(z.string(), "off"), // whatever it names, there is none yet
  lobby: z._default(z.boolean(), false),
});
const One = z.object({ room: RoomView });
const Created = z.object({
  room: RoomView,
  invites: z.object({ candidate: z.string(), interviewer: z.string(), observer: z.string() }),
});

export interface RoomDependencies {
  db: Kysely<Database>;
  access: Access;
  publicUrl: string;
  now: () => Date;
  hasProblem: (id: string) => boolean;
  furnish: NewRoom["furnish"];
  /** Told after a room moved, before its answer is sent. */
  onMove: (roomId: RoomId, state: RoomState) => Promise<void>;
}

export const roomRoutes = ({ db, access, publicUrl, now, hasProblem, furnish, onMove }: RoomDependencies) =>
  new Hono()
    .post(
      "/",
      describe("Open a room; whoever opens it owns it", { 201: Created }),
      access.signedIn,
      input("json", Wanted),
      async (c) => {
        const { problem, mode, interviewer, lobby } = c.req.valid("json");
        const missing = notYet(mode, interviewer, lobby);
        if (missing !== null) return c.json(refusal("not-available", missing), 422);
        if (!hasProblem(problem)) return c.json(notFound, 404);
        const owner = c.var.caller.person;
        const { roomId, invites } = await createRoom(db, { problem, owner, publicUrl, now: now(), furnish });
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

/** Why a room of this kind cannot be opened yet. */
function notYet(mode: RoomMode, interviewer: string, lobby: boolean): string | null {
  if (mode !== "live") return `There are no ${mode} rooms yet. Open a live one.`;
  if (interviewer !== "off") return "There is no interviewer in the room yet. Open it with interviewer off.";
  return lobby ? "There are no lobbies yet. Open the room without." : null;
}
