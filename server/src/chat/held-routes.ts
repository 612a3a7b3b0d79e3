import type { Database } from "@proofroom/database/schema";
import { HeldDecision, HeldReason, MessageId, MessageText } from "@proofroom/domain/room/channel";
import { Person } from "@proofroom/domain/room/person";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { decideHeld } from "./decide-held.ts";

const Held = z.object({
  id: z.string(),
  message: MessageId,
  channel: z.optional(z.literal("staff")),
  person: Person,
  reason: HeldReason,
  text: MessageText,
  at: z.string(),
});

const own = refusal("own-message", "You wrote this message yourself; somebody else of the staff has to decide.");
const authorGone = refusal("author-gone", "Its author has left the room, so nothing can be said for them any more.");

/** Messages that wait until the owner or an interviewer decides whether they are shown. */
export const heldRoutes = ({ db, access, now }: { db: Kysely<Database>; access: Access; now: () => Date }) =>
  new Hono()
    .get(
      "/:room/held",
      describe("The messages that wait for a decision, oldest first", { 200: z.object({ held: z.array(Held) }) }),
      access.member("held.view"),
      async (c) => {
        const rows = await db
          .selectFrom("held_message")
          .innerJoin("member", (on) =>
            on
              .onRef("member.room_id", "=", "held_message.room_id")
              .onRef("member.person_id", "=", "held_message.person_id"),
          )
          .select(["id", "message_id", "channel", "held_message.person_id", "name", "reason", "text", "at"])
          .where("held_message.room_id", "=", c.var.member.room.id)
          .where("decision", "is", null)
          .orderBy("at")
          .orderBy("id")
          .execute();
        const held = rows.map(({ id, message_id, channel, person_id, name, reason, text, at }) =>
          Held.parse({
            id,
            message: message_id,
            ...(channel === "staff" ? { channel } : {}),
            person: { id: person_id, name },
            reason,
            text,
            at: at.toISOString(),
          }),
        );
        return c.json({ held }, 200);
      },
    )
    .post(
      "/:room/held/:held",
      describe("Show a message that waits, or refuse it; the same decision again answers the same", {
        200: z.object({ decision: HeldDecision, seq: z.nullable(z.int()) }),
      }),
      access.member("held.decide"),
      input("json", z.object({ decision: HeldDecision })),
      async (c) => {
        const id = z.uuid().safeParse(c.req.param("held"));
        if (!id.success) return c.json(notFound, 404);
        const { room, person } = c.var.member;
        const { decision } = c.req.valid("json");
        const decided = await decideHeld(db, { roomId: room.id, id: id.data, decision, by: person, now: now() });
        switch (decided.outcome) {
          case "decided":
            return c.json({ decision: decided.decision, seq: decided.seq }, 200);
          case "decided-already": {
            const words = decided.decision === "released" ? "shown" : "refused";
            return c.json(refusal("decided-already", `Somebody decided before you: the message was ${words}.`), 409);
          }
          case "own":
            return c.json(own, 409);
          case "author-gone":
            return c.json(authorGone, 409);
          case "not-found":
            return c.json(notFound, 404);
        }
      },
    );
