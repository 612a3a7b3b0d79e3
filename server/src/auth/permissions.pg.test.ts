import type { ChatAnswer } from "@proofroom/domain/room/channel";
import { type Action, may, permissions, type RoomNow } from "@proofroom/domain/room/permissions";
import type { Role } from "@proofroom/domain/room/room";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { channel, collab, heard, seated } from "../test-sockets.ts";
import { force, modes, type PeopledRoom, peopledRoom, roles, states } from "../test-matrix.ts";
import { type Route, routesOf } from "../test-routes.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
let room: PeopledRoom;
let foreign: PeopledRoom;
let routes: Route[];
beforeAll(async () => {
  server = await startTestServer();
  room = await peopledRoom(server.origin, server.db);
  foreign = await peopledRoom(server.origin, server.db);
  routes = await routesOf(server.origin);
});
afterAll(() => server[Symbol.asyncDispose]());

const isAction = (row: string): row is Action => row in permissions;

/** Rows that no route consults, since they are about sockets, or about a part of an answer. */
const elsewhere = new Set<Action>([
  "document.edit",
  "staff-chat.write",
  "run.endpoint",
  "run.next-step",
  "interview.partial-hint",
  "report.marks",
  "report.debrief",
]);

test("every row of the table is consulted by some route or named here as consulted elsewhere", () => {
  const consulted = new Set(routes.map(({ access }) => access));
  const unused = Object.keys(permissions).filter((row) => isAction(row) && !consulted.has(row) && !elsewhere.has(row));
  expect(unused).toEqual([]);
});

const cases = states.flatMap((state) =>
  modes.flatMap((mode) => roles.map((role) => ({ state, mode, role, now: { state, mode } }))),
);

describe.each(cases)("over HTTP, $role in a $mode room that is $state", ({ role, now }) => {
  async function statusOf(route: Route, who: PeopledRoom, startedBy: Role): Promise<number> {
    await force(server.db, room.id, now);
    const path = route.path
      .replace("{room}", room.id)
      .replace("{document}", "schema")
      .replace("{invite}", room.invite)
      .replace("{run}", room.runs[startedBy])
      .replace("{fault}", crypto.randomUUID())
      .replace("{seq}", "1")
      .replace("{item}", "data-1");
    return (await who.people[role].ask(route.method, path)).status;
  }
  const other = (roles.indexOf(role) + 1) % roles.length;

  test("may exactly what the table says", async () => {
    for (const route of routes) {
      const { access } = route;
      if (!isAction(access)) continue;
      const about = `${route.method} ${route.path}`;
      const own = await statusOf(route, room, role);
      expect([about, "own", own !== 404]).toEqual([about, "own", may(access, role, now, true)]);
      if (!route.path.includes("{run}")) continue;
      const others = await statusOf(route, room, roles[other] ?? "owner");
      expect([about, "another's", others !== 404]).toEqual([about, "another's", may(access, role, now, false)]);
    }
  });

  test("sees nothing of it from another room", async () => {
    for (const route of routes.filter(({ access }) => isAction(access))) {
      expect([route.path, await statusOf(route, foreign, role)]).toEqual([route.path, 404]);
    }
  });
});

/** Writes one letter as the room's own client does; resolves with whether it was committed or refused. */
function edit(ws: WebSocket): Promise<boolean> {
  const doc = new Y.Doc();
  doc.getText("content").insert(0, "x");
  const update = Y.encodeStateAsUpdate(doc);
  ws.once("open", () => {
    ws.send(Buffer.from([0, 0, 1, 0]));
    ws.send(Buffer.from([0, 1, update.length, ...update]));
  });
  return new Promise((resolve) => {
    ws.on("message", (data: Buffer) => {
      if (data[0] === 100) resolve(true);
      if (data[0] === 2) resolve(false);
    });
    ws.once("close", () => resolve(false));
  });
}

describe.each(cases)("over sockets, $role in a $mode room that is $state", ({ role, now }) => {
  const path = () => `${room.id}/schema`;

  test("opens and writes documents as the table says, and none of another room", async () => {
    await force(server.db, room.id, now);
    const mine = collab(server.origin, path(), room.people[role].cookie, ["proofroom.v1"]);
    expect(await edit(mine.ws)).toBe(may("document.edit", role, now));
    const isOpen = mine.ws.readyState === WebSocket.OPEN;
    expect(isOpen).toBe(may("document.view", role, now));
    mine.ws.close();
    expect((await collab(server.origin, path(), foreign.people[role].cookie).closed).code).toBe(4404);
  });

  test("hears and says in the channel what the table says, and nothing of another room", async () => {
    await force(server.db, room.id, now);
    const spy = channel(server.origin, foreign.people[role], room.id, { after: 0 });
    await expect(seated(spy)).rejects.toMatchObject({ message: "not-found" });

    const mine = channel(server.origin, room.people[role], room.id, { after: 0, staffAfter: 0 });
    await new Promise((resolve) => mine.socket.once("connect", () => resolve(undefined)));
    await expectChat(mine, role, now);
    mine.socket.disconnect();
  });
});

/** Too fast is granted as well. */
const isGranted = (answer: ChatAnswer): boolean => "seq" in answer || answer.error !== "not-found";

async function expectChat(mine: ReturnType<typeof channel>, role: Role, now: RoomNow): Promise<void> {
  const id = `${role}-${now.mode}-${now.state}`;
  const said = await mine.socket.timeout(5_000).emitWithAck("chat", { id, text: "x" });
  expect(isGranted(said)).toBe(may("chat.write", role, now));
  const toStaff = await mine.socket.timeout(5_000).emitWithAck("chat", { id, text: "x", channel: "staff" });
  expect(isGranted(toStaff)).toBe(may("staff-chat.write", role, now));
  if (may("chat.read", role, now)) await heard(mine, "event", ({ seq }) => seq === 1);
  if (may("staff-chat.read", role, now)) await heard(mine, "staff", ({ seq }) => seq === 1);
  expect([mine.events.length > 0, mine.staff.length > 0]).toEqual([
    may("chat.read", role, now),
    may("staff-chat.read", role, now),
  ]);
}
