import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@proofroom/database/schema";
import { PersonId } from "@proofroom/domain/id";
import type { Person } from "@proofroom/domain/room/person";
import { parse } from "hono/utils/cookie";
import { type Kysely, sql } from "kysely";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, { name: string }>;
    DatabaseUserAttributes: { name: string };
  }
}

export interface Caller {
  person: Person;
  /** The hash under which the session is stored; names it without being usable as a token. */
  session: string;
  /** Set when the session was prolonged: the browser has to keep the cookie longer too. */
  setCookie?: string;
}

/** A guest has no other way back to their results than this cookie, so it lasts 90 days after the last visit. */
const guestIdle = new TimeSpan(90, "d");

/**
 * Sessions by cookie. On https the name is bound to the host and the cookie never travels in clear. Browsers keep one jar for
 * all ports of a host, so on plain http the name says the port: two Proofrooms of one machine would sign each other's people out.
 */
export function createSessions(db: Kysely<Database>, publicUrl: string) {
  const { protocol, port } = new URL(publicUrl);
  const isSecure = protocol === "https:";
  const name = isSecure ? "__Host-proofroom" : `proofroom-${port === "" ? 80 : port}`;
  const over = (connection: Kysely<Database>) =>
    new Lucia<Record<never, never>, { name: string }>(adapter(connection), {
      sessionExpiresIn: guestIdle,
      sessionCookie: { name, attributes: { secure: isSecure, sameSite: "lax", path: "/" } },
      getUserAttributes: (attributes) => attributes,
    });
  const lucia = over(db);
  const token = (cookies: string | undefined) => parse(cookies ?? "", name)[name] ?? "";

  return {
    /** Answers the `Set-Cookie` of a new session; `connection` lets it be part of a transaction. */
    async signIn(personId: PersonId, connection: Kysely<Database> = db): Promise<string> {
      const sessionId = randomBytes(32).toString("base64url");
      const session = await over(connection).createSession(personId, {}, { sessionId });
      return lucia.createSessionCookie(session.id).serialize();
    },

    async read(cookies: string | undefined): Promise<Caller | null> {
      const given = token(cookies);
      if (given === "") return null;
      const { session, user } = await lucia.validateSession(given);
      if (session === null) return null;
      const caller = { person: { id: PersonId.parse(user.id), name: user.name }, session: hash(given) };
      return session.fresh ? { ...caller, setCookie: lucia.createSessionCookie(given).serialize() } : caller;
    },

    /** Answers the `Set-Cookie` that makes the browser forget. */
    async signOut(cookies: string | undefined): Promise<string> {
      await lucia.invalidateSession(token(cookies));
      return lucia.createBlankSessionCookie().serialize();
    },

    /** Which of the sessions (by hash) still let somebody in. */
    async living(hashes: string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom("session")
        .select("token_hash")
        .where("token_hash", "in", hashes)
        .where("expires_at", ">", sql<Date>`now()`)
        .execute();
      return new Set(rows.map((row) => row.token_hash));
    },

    forgetExpired: (): Promise<void> => lucia.deleteExpiredSessions(),
  };
}
export type Sessions = ReturnType<typeof createSessions>;

/** lucia keeps tokens as they are; hashing at this seam means that a read of the table signs nobody in. */
const hash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** lucia knows one sliding expiry; a limit that does not slide is the row's own and caps every prolongation. */
const adapter = (db: Kysely<Database>): Adapter => ({
  async getSessionAndUser(token) {
    const row = await db
      .selectFrom("session")
      .innerJoin("person", "person.id", "session.person_id")
      .select(["person.id", "person.name", "session.expires_at"])
      .where("token_hash", "=", hash(token))
      .executeTakeFirst();
    if (row === undefined) return [null, null];
    return [stored(row.id, row.expires_at, token), { id: row.id, attributes: { name: row.name } }];
  },
  // For counting and showing only: these ids are hashes and name no session to lucia.
  async getUserSessions(personId) {
    const rows = await db.selectFrom("session").selectAll().where("person_id", "=", personId).execute();
    return rows.map((row) => stored(row.person_id, row.expires_at, row.token_hash));
  },
  async setSession({ id, userId, expiresAt }) {
    const row = { token_hash: hash(id), person_id: userId, expires_at: expiresAt, absolute_expires_at: null };
    await db.insertInto("session").values(row).execute();
  },
  async updateSessionExpiration(token, expiresAt) {
    await db
      .updateTable("session")
      .set({ expires_at: sql<Date>`least(${expiresAt}::timestamptz, absolute_expires_at)` })
      .where("token_hash", "=", hash(token))
      .execute();
  },
  async deleteSession(token) {
    await db.deleteFrom("session").where("token_hash", "=", hash(token)).execute();
  },
  async deleteUserSessions(personId) {
    await db.deleteFrom("session").where("person_id", "=", personId).execute();
  },
  async deleteExpiredSessions() {
    await db
      .deleteFrom("session")
      .where("expires_at", "<=", sql<Date>`now()`)
      .execute();
  },
});

const stored = (userId: string, expiresAt: Date, id: string): DatabaseSession => ({
  id,
  userId,
  expiresAt,
  attributes: {},
});
