import type { Database } from "@proofroom/database/schema";
import { InviteId, type PersonId, type RoomId } from "@proofroom/domain/id";
import { InvitedRole } from "@proofroom/domain/room/room";
import { InviteView } from "@proofroom/domain/room/view";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { createInvite, listInvites } from "./invites.ts";
import { revokeInvite } from "./revoke-invite.ts";

const Issued = z.object({ invite: z.object({ id: InviteId, role: InvitedRole, url: z.string() }) });

const onlyObservers = refusal("only-observers", "Practice is for one. Invite an observer, or open a live room.");

export interface InviteDependencies {
  db: Kysely<Database>;
  access: Access;
  publicUrl: string;
  now: () => Date;
  /** Closes what a person who is out of the room has open there. */
  onRemove: (roomId: RoomId, personId: PersonId) => void;
}

export const inviteRoutes = ({ db, access, publicUrl, now, onRemove }: InviteDependencies) =>
  new Hono()
    .get(
      "/:room/invites",
      describe("The links into a room, and who used them", { 200: z.object({ invites: z.array(InviteView) }) }),
      access.member("invite.view"),
      async (c) => c.json({ invites: await listInvites(db, c.var.member.room.id, now()) }, 200),
    )
    .post(
      "/:room/invites",
      describe("A new link for one person; its URL is told this once", { 201: Issued }),
      access.member("invite.create"),
      input("json", z.object({ role: InvitedRole })),
      async (c) => {
        const { room, person } = c.var.member;
        const { role } = c.req.valid("json");
        if (room.mode === "practice" && role !== "observer") return c.json(onlyObservers, 409);
        const invite = await createInvite(db, { roomId: room.id, role, by: person.id, publicUrl, now: now() });
        return c.json({ invite }, 201);
      },
    )
    .delete(
      "/:room/invites/:invite",
      describe("Revoke a link; whoever came in by it is out", { 204: null }),
      access.member("invite.revoke"),
      async (c) => {
        const { room } = c.var.member;
        const revoked = await revokeInvite(db, { roomId: room.id, inviteId: c.req.param("invite"), now: now() });
        if (revoked.outcome === "not-found") return c.json(notFound, 404);
        if (revoked.removed !== null) onRemove(room.id, revoked.removed);
        return c.body(null, 204);
      },
    );
