import type { Database } from "@proofroom/database/schema";
import type { PersonId } from "@proofroom/domain/id";
import { PersonName } from "@proofroom/domain/room/name";
import { Person } from "@proofroom/domain/room/person";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { newGuest } from "../rooms/accept-invite.ts";
import type { Access } from "./access.ts";
import type { Sessions } from "./lucia.ts";

const Answer = z.object({ person: Person });

export interface SessionDependencies {
  db: Kysely<Database>;
  sessions: Sessions;
  access: Access;
  /** Ends what a session keeps open. */
  onSignOut: (session: string) => void;
}

export const sessionRoutes = ({ db, sessions, access, onSignOut }: SessionDependencies) =>
  new Hono()
    .post(
      "/guest",
      describe("Sign in as a guest; whoever is signed in stays the same person under the new name", { 201: Answer }),
      access.everybody,
      input("json", z.object({ name: PersonName })),
      async (c) => {
        const { name } = c.req.valid("json");
        const cookies = c.req.header("cookie");
        const caller = await sessions.read(cookies);
        const person = caller === null ? await newGuest(db, name) : await rename(db, caller.person.id, name);
        // A new token at every sign-in: one that somebody planted before is worth nothing afterwards.
        if (caller !== null) await sessions.signOut(cookies);
        c.header("Set-Cookie", await sessions.signIn(person.id));
        if (caller !== null) onSignOut(caller.session);
        return c.json({ person }, 201);
      },
    )
    .get("/", describe("Who is signed in", { 200: Answer }), access.signedIn, (c) =>
      c.json({ person: c.var.caller.person }, 200),
    )
    .delete("/", describe("Sign out, everywhere this session is open", { 204: null }), access.signedIn, async (c) => {
      c.header("Set-Cookie", await sessions.signOut(c.req.header("cookie")));
      onSignOut(c.var.caller.session);
      return c.body(null, 204);
    });

async function rename(db: Kysely<Database>, id: PersonId, name: string): Promise<{ id: PersonId; name: string }> {
  await db.updateTable("person").set({ name }).where("id", "=", id).execute();
  return { id, name };
}
