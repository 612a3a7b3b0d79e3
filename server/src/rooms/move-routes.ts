import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { RoomState } from "@proofroom/domain/room/room";
import type { RoomMove } from "@proofroom/domain/room/transition";
import { RoomView } from "@proofroom/domain/room/view";
import { Hono, type Context } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access, InRoom } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { moveRoom } from "./move-room.ts";
import { viewRooms } from "./view-rooms.ts";

interface MoveDependencies {
  db: Kysely<Database>;
  access: Access;
  now: () => Date;
  onMove: (roomId: RoomId, state: RoomState) => Promise<void>;
}

/** The buttons that take a room from one state to the next. */
export function moveRoutes({ db, access, now, onMove }: MoveDependencies) {
  const by = (move: RoomMove) => async (c: Context<InRoom>) => {
    const { room, person } = c.var.member;
    const moved = await moveRoom(db, { roomId: room.id, move, by: person, now: now() });
    if (moved.outcome === "illegal") return c.json(refusal("illegal-move", illegal(move, moved.state)), 409);
    await onMove(room.id, moved.state);
    const [view] = await viewRooms(db, person.id, room.id);
    return view === undefined ? c.json(notFound, 404) : c.json({ room: view }, 200);
  };
  const about = (summary: string) => describe(summary, { 200: z.object({ room: RoomView }) });
  return new Hono()
    .post("/:room/start", about("Leave the lobby"), access.member("room.start"), by("start"))
    .post("/:room/lock", about("Lock the documents"), access.member("room.lock"), by("lock"))
    .post("/:room/unlock", about("Unlock the documents"), access.member("room.lock"), by("unlock"))
    .post(
      "/:room/end",
      about("End the room; its documents stay as they are for good"),
      access.member("room.end"),
      by("end"),
    )
    .post("/:room/reopen", about("Reopen an ended room as a branch"), access.member("room.reopen"), by("reopen"));
}

function illegal(move: RoomMove, state: RoomState): string {
  if (state === "ended") return "The room is ended and stays so. Open a new room to go on.";
  if (move === "reopen") return `Only an ended room can be reopened; this one is ${state}.`;
  return `The room is ${state} already, so there is nothing to ${move}.`;
}
