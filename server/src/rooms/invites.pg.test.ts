import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { guest, join, joinBy, openRoom, request } from "../test-client.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const tokenOf = (url = ""): string => new URL(url).hash.slice(1);
const accept = (body: unknown, cookie = "") =>
  request(server.origin, { method: "POST", path: "/api/invites/accept", body, headers: { cookie } });
const Invites = z.object({
  invites: z.array(z.looseObject({ id: z.string(), role: z.string(), status: z.string(), usedBy: z.unknown() })),
});
const Issued = z.object({ invite: z.object({ id: z.string(), role: z.string(), url: z.string() }) });

test("a link lets one person in, once; a member is answered with the role held and uses nothing up", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const token = tokenOf(room.invites["candidate"]);
  const asOwner = await accept({ token }, ada.cookie);
  expect([asOwner.status, asOwner.body]).toEqual([200, { roomId: room.id, role: "owner" }]);
  expect((await accept({ token })).status).toBe(401);
  const bob = await joinBy(server.origin, room.invites["candidate"] ?? "", "Bob");
  const again = await accept({ token }, bob.cookie);
  expect([again.status, again.body]).toEqual([200, { roomId: room.id, role: "candidate" }]);
  expect((await accept({ token, name: "Eve" })).status).toBe(410);
});

test("fifty people with one link at the same moment: one is in, and nobody else became a guest", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const token = tokenOf(room.invites["observer"]);
  const name = `Crowd ${room.id.slice(0, 8)}`;
  const asked = await Promise.all(Array.from({ length: 50 }, () => accept({ token, name })));
  expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(asked.filter(({ status }) => status === 410)).toHaveLength(49);
  const people = await server.db.selectFrom("person").select("id").where("name", "=", name).execute();
  expect(people).toHaveLength(1);
});

test("an unknown link is not found; a revoked, an expired and one into an ended room are gone", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  expect((await accept({ token: "AAAAAAAAAAAAAAAAAAAAAA", name: "Eve" })).status).toBe(404);
  const issue = async () =>
    Issued.parse((await ada.ask("POST", `/api/rooms/${room.id}/invites`, { role: "observer" })).body);
  const [revoked, expired, late] = [await issue(), await issue(), await issue()];
  expect((await ada.ask("DELETE", `/api/rooms/${room.id}/invites/${revoked.invite.id}`)).status).toBe(204);
  await server.db
    .updateTable("invite")
    .set({ expires_at: new Date(0) })
    .where("id", "=", expired.invite.id)
    .execute();
  expect((await accept({ token: tokenOf(revoked.invite.url), name: "Eve" })).status).toBe(410);
  expect((await accept({ token: tokenOf(expired.invite.url), name: "Eve" })).status).toBe(410);
  await ada.ask("POST", `/api/rooms/${room.id}/end`);
  expect((await accept({ token: tokenOf(late.invite.url), name: "Eve" })).status).toBe(410);
  expect((await ada.ask("POST", `/api/rooms/${room.id}/invites`, { role: "observer" })).status).toBe(404);
});

test("the owner sees who used which link; revoking one puts its holder out, who may come back by another", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const listed = async () => Invites.parse((await ada.ask("GET", `/api/rooms/${room.id}/invites`)).body).invites;
  const used = (await listed()).find(({ role }) => role === "candidate");
  expect(used).toMatchObject({ status: "used", usedBy: { id: bob.person.id, name: "Bob" } });
  expect((await bob.ask("GET", `/api/rooms/${room.id}`)).status).toBe(200);
  const revoke = () => ada.ask("DELETE", `/api/rooms/${room.id}/invites/${used?.id ?? ""}`);
  expect((await revoke()).status).toBe(204);
  expect((await revoke()).status).toBe(204);
  expect((await bob.ask("GET", `/api/rooms/${room.id}`)).status).toBe(404);
  expect((await bob.ask("GET", "/api/rooms")).body).toEqual({ rooms: [] });
  const { invite } = Issued.parse(
    (await ada.ask("POST", `/api/rooms/${room.id}/invites`, { role: "interviewer" })).body,
  );
  expect((await accept({ token: tokenOf(invite.url) }, bob.cookie)).body).toEqual({
    roomId: room.id,
    role: "interviewer",
  });
  expect((await bob.ask("GET", `/api/rooms/${room.id}`)).body).toMatchObject({
    room: {
      role: "interviewer",
      people: [
        { name: "Ada", hue: 1 },
        { name: "Bob", hue: 2 },
      ],
    },
  });
});

test("a link of another room cannot be revoked, seen or made", async () => {
  const ada = await guest(server.origin, "Ada");
  const eve = await guest(server.origin, "Eve");
  const [hers, theirs] = [await openRoom(ada), await openRoom(eve)];
  const [invite] = Invites.parse((await ada.ask("GET", `/api/rooms/${hers.id}/invites`)).body).invites;
  expect((await eve.ask("DELETE", `/api/rooms/${theirs.id}/invites/${invite?.id ?? ""}`)).status).toBe(404);
  expect((await eve.ask("DELETE", `/api/rooms/${hers.id}/invites/${invite?.id ?? ""}`)).status).toBe(404);
  expect((await eve.ask("POST", `/api/rooms/${hers.id}/invites`, { role: "observer" })).status).toBe(404);
});

test("two people of one name are told apart in the room", async () => {
  const ada = await guest(server.origin, "Alex");
  const room = await openRoom(ada);
  await join(server.origin, room, "candidate", "alex");
  await join(server.origin, room, "observer", "Alex");
  expect((await ada.ask("GET", `/api/rooms/${room.id}`)).body).toMatchObject({
    room: { people: [{ name: "Alex" }, { name: "alex 2" }, { name: "Alex 3" }] },
  });
});

test("no token is in the database", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const rows = await server.db.selectFrom("invite").selectAll().where("room_id", "=", room.id).execute();
  for (const url of Object.values(room.invites)) expect(JSON.stringify(rows)).not.toContain(tokenOf(url));
});
