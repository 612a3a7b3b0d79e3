import type { Database } from "@proofroom/database/schema";
import { RoomId } from "@proofroom/domain/id";
import { never } from "@proofroom/domain/never";
import { PersonName } from "@proofroom/domain/room/name";
import { Role } from "@proofroom/domain/room/room";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import type { Sessions } from "../auth/lucia.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { acceptInvite, newGuest } from "./accept-invite.ts";

const Wanted = z.object({ token: z.string().check(z.maxLength(200)), name: z.optional(PersonName) });

const gone = {
  used: "This link has been used. Ask for a new one, or open the room where you used it.",
  revoked: "This link has been revoked. Ask whoever sent it for a new one.",
  expired: "This link has expired. Ask whoever sent it for a new one.",
  ended: "The room that this link leads to has ended; nobody can join it any more.",
};

export interface AcceptDependencies {
  db: Kysely<Database>;
  access: Access;
  sessions: Sessions;
  now: () => Date;
}

export const acceptRoutes = ({ db, access, sessions, now }: AcceptDependencies) =>
  new Hono().post(
    "/accept",
    describe("Come in by a link; with a name also signs in as a guest", {
      200: z.object({ roomId: RoomId, role: Role }),
    }),
    access.everybody,
    input("json", Wanted),
    async (c) => {
      const { token, name } = c.req.valid("json");
      const caller = await sessions.read(c.req.header("cookie"));
      let setCookie = caller?.setCookie;
      const accepted = await acceptInvite(db, {
        token,
        now: now(),
        person: caller?.person ?? null,
        introduce: async (trx) => {
          if (name === undefined) return null;
          const guest = await newGuest(trx, name);
          setCookie = await sessions.signIn(guest.id, trx);
          return guest;
        },
      });
      switch (accepted.outcome) {
        case "joined":
        case "already-member":
          if (setCookie !== undefined) c.header("Set-Cookie", setCookie);
          return c.json({ roomId: accepted.roomId, role: accepted.role }, 200);
        case "unknown":
          return c.json(notFound, 404);
        case "gone":
          return c.json(refusal("gone", gone[accepted.why]), 410);
        case "who-are-you":
          return c.json(refusal("signed-out", "Tell your name to come in."), 401);
        default:
          return never(accepted);
      }
    },
  );
