import { freshDatabase } from "@proofroom/migrations/test-database";
import { PersonId } from "@proofroom/domain/id";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSessions } from "./lucia.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const day = 86_400_000;

async function somebody() {
  const id = PersonId.parse(crypto.randomUUID());
  await database.db.insertInto("person").values({ id, name: "Ada" }).execute();
  const sessions = createSessions(database.db, "http://127.0.0.1:3000");
  const setCookie = await sessions.signIn(id);
  return { id, sessions, setCookie, cookie: setCookie.split(";", 1)[0] ?? "" };
}
const inDays = (days: number) => new Date(Date.now() + days * day);

test("a cookie names its person, and the database holds nothing that would sign anybody in", async () => {
  const { id, sessions, setCookie, cookie } = await somebody();
  expect(setCookie).toMatch(/^proofroom-3000=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
  const caller = await sessions.read(`other=1; ${cookie}; more=%zz`);
  expect(caller).toEqual({ person: { id, name: "Ada" }, session: caller?.session });
  const stored = await database.db.selectFrom("session").selectAll().where("person_id", "=", id).execute();
  expect(JSON.stringify(stored)).not.toContain(cookie.split("=")[1]);
  expect(await sessions.read(`proofroom-3000=${caller?.session ?? ""}`)).toBe(null);
});

test("on https the cookie is bound to its host and never sent in clear", async () => {
  const { id } = await somebody();
  const setCookie = await createSessions(database.db, "https://proofroom.example").signIn(id);
  expect(setCookie).toMatch(/^__Host-proofroom=.*; HttpOnly; .*Path=\/; SameSite=Lax; Secure$/);
});

test("two Proofrooms at different ports of one host leave each other's cookie alone", async () => {
  const { id, sessions, cookie } = await somebody();
  const other = createSessions(database.db, "http://127.0.0.1:3001");
  const otherCookie = (await other.signIn(id)).split(";", 1)[0] ?? "";
  expect(otherCookie.split("=")[0]).toBe("proofroom-3001");
  const jar = `${cookie}; ${otherCookie}`;
  await other.signOut(jar);
  expect((await sessions.read(jar))?.person.id).toBe(id);
  expect(await other.read(jar)).toBe(null);
  expect(await createSessions(database.db, "http://proofroom.example").signIn(id)).toMatch(/^proofroom-80=/);
});

test("nonsense for a cookie is nobody", async () => {
  const { sessions } = await somebody();
  for (const cookies of [
    undefined,
    "",
    "proofroom-3000",
    "proofroom-3000=",
    "proofroom-3000=%00",
    "=;=;=",
    "proofroom-3000=a=b; proofroom-3000=c",
  ]) {
    expect(await sessions.read(cookies)).toBe(null);
  }
});

test("a visit in the second half of a session prolongs it, and an expired one is nobody's", async () => {
  const { id, sessions, cookie } = await somebody();
  const row = () => database.db.selectFrom("session").selectAll().where("person_id", "=", id).executeTakeFirst();
  const set = (expires_at: Date) =>
    database.db.updateTable("session").set({ expires_at }).where("person_id", "=", id).execute();
  await set(inDays(60));
  expect((await sessions.read(cookie))?.setCookie).toBe(undefined);
  await set(inDays(30));
  expect((await sessions.read(cookie))?.setCookie).toContain(cookie);
  expect((await row())?.expires_at.getTime()).toBeGreaterThan(inDays(89).getTime());
  await set(inDays(-1));
  expect(await sessions.read(cookie)).toBe(null);
  expect(await row()).toBe(undefined);
});

test("a session with an absolute end is never prolonged beyond it", async () => {
  const { id, sessions, cookie } = await somebody();
  const end = inDays(20);
  await database.db
    .updateTable("session")
    .set({ expires_at: inDays(10), absolute_expires_at: end })
    .where("person_id", "=", id)
    .execute();
  await sessions.read(cookie);
  const row = await database.db.selectFrom("session").selectAll().where("person_id", "=", id).executeTakeFirstOrThrow();
  expect(row.expires_at).toEqual(end);
});

test("signing out ends that session alone", async () => {
  const { id, sessions, cookie } = await somebody();
  const other = (await sessions.signIn(id)).split(";", 1)[0];
  const hashes = [(await sessions.read(cookie))?.session ?? "", (await sessions.read(other))?.session ?? ""];
  expect(await sessions.signOut(cookie)).toMatch(/^proofroom-3000=; .*Max-Age=0/);
  expect(await sessions.read(cookie)).toBe(null);
  expect((await sessions.read(other))?.person.id).toBe(id);
  expect(await sessions.living(hashes)).toEqual(new Set([hashes[1]]));
});
