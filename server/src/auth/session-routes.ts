import type { Database } from "@proofroom/database/schema";
import type { PersonId } from "@proofroom/domain/id";
import { PersonName } from "@proofroom/domain/room/name";
import { Person } from "@proofroom/domain/room/person";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { networkOf } from "../http/network.ts";
import { refusal } from "../http/refusal.ts";
import type { Pace } from "../pace.ts";
import { newGuest } from "../rooms/accept-invite.ts";
import type { Access } from "./access.ts";
import type { Sessions } from "./lucia.ts";

const Answer = z.object({ person: Person });

export interface SessionDependencies {
  db: Kysely<Database>;
  sessions: Sessions;
  access: Access;
  /** How often one person, or before there is one their network, may sign in. */
  signInPace: Pace;
  /** Ends what a session keeps open. */
  onSignOut: (session: string) => void;
}

export const sessionRoutes = ({ db, sessions, access, signInPace, onSignOut }: SessionDependencies) =>
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
        const wait = Math.ceil(signInPace.take(caller?.person.id ?? networkOf(c)) / 1_000);
        if (wait > 0) return c.json(tooMany(wait), 429, { "Retry-After": String(wait) });
        const person = caller === null ? await newGuest(db, name) : await rename(db, caller.person.id, name);
        // A new token at every sign-in: one that somebody planted before is worth nothing afterwards. The old one goes last,
        // for a guest who lost both to a failure in between could never come back.
        c.header("Set-Cookie", await sessions.signIn(person.id));
        if (caller !== null) {
          await sessions.signOut(cookies);
          onSignOut(caller.session);
        }
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

const tooMany = (seconds: number) =>
  refusal("too-fast", `Many people have signed in from your network just now. Try again in ${seconds} s.`);

async function rename(db: Kysely<Database>, id: PersonId, name: string): Promise<{ id: PersonId; name: string }> {
  await db.updateTable("person").set({ name }).where("id", "=", id).execute();
  return { id, name };
}
