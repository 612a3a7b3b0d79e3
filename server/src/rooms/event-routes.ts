import type { Database } from "@proofroom/database/schema";
import { RoomFact } from "@proofroom/domain/room/channel";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { After, afterOf, input } from "../http/input.ts";
import { readRoomEvents } from "./room-events.ts";

const Events = z.object({
  events: z.array(z.intersection(RoomFact, z.object({ seq: z.int(), at: z.string() }))),
});

/** What the room keeps, for whoever was away: the channel sends the same as it happens. */
export const eventRoutes = ({ db, access }: { db: Kysely<Database>; access: Access }) =>
  new Hono()
    .get(
      "/:room/events",
      describe("What the room keeps, gapless and in order, 2,000 at most at once", { 200: Events }),
      access.member("chat.read"),
      input("query", After),
      async (c) => {
        const after = afterOf(c.req.valid("query"));
        return c.json(
          { events: await readRoomEvents(db, { stream: "room_event", roomId: c.var.member.room.id, after }) },
          200,
        );
      },
    )
    .get(
      "/:room/staff-events",
      describe("The same for owner and interviewers alone, with a sequence of its own", { 200: Events }),
      access.member("staff-chat.read"),
      input("query", After),
      async (c) => {
        const after = afterOf(c.req.valid("query"));
        return c.json(
          { events: await readRoomEvents(db, { stream: "staff_event", roomId: c.var.member.room.id, after }) },
          200,
        );
      },
    );
