import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import * as z from "zod/mini";
import { comeIn, get, type Integrator, openRoom, request, type Room, signIn, tokenOf } from "./integrator.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";
import { openChannel, openDocument, rawDocument, upgradeAnswer } from "./stock-clients.ts";

let proofroom: Proofroom;
let origin: string;
let room: Room;
let carl: Integrator;

beforeAll(async () => {
  proofroom = await startProofroom();
  origin = proofroom.url;
  room = await openRoom(origin, "Ivy");
  carl = await comeIn(origin, room.invites.candidate, "Carl");
});
afterAll(() => proofroom?.[Symbol.asyncDispose]());

test("every upgrade is answered, however odd its target, and the server lives on", async () => {
  const targets = [
    "//",
    "*",
    "/collab/%zz",
    "/socket.iox",
    "/collab//",
    "/\\",
    "/collab/a/b/c",
    "http://x.example/collab",
  ];
  for (const target of targets) {
    expect([target, await upgradeAnswer(origin, target)]).toEqual([target, "HTTP/1.1 404 Not Found"]);
  }
  for (const target of ["/socket.io/?EIO=3&transport=websocket", "/collab/../x", "/collab/%00/schema"]) {
    expect([target, await upgradeAnswer(origin, target)]).toMatchObject([
      target,
      expect.stringMatching(/^HTTP\/1\.1 /),
    ]);
  }
  expect(await get(origin, "/healthz")).toMatchObject({ status: 200 });
});

test("an upgrade from elsewhere, or from nowhere, is refused", async () => {
  for (const target of [`/collab/${room.id}/schema`, "/socket.io/?EIO=4&transport=websocket"]) {
    for (const from of ["http://evil.example", "null", null]) {
      expect([target, from, await upgradeAnswer(origin, target, from)]).toEqual([
        target,
        from,
        "HTTP/1.1 403 Forbidden",
      ]);
    }
  }
});

test("whoever may not come in is upgraded and told so at once", async () => {
  const zed = await signIn(origin, "Zed");
  const code = (who: { origin: string; cookie: string }, path: string) => rawDocument(who, path).closed;
  expect(await code({ origin, cookie: "" }, `${room.id}/schema`)).toBe(4401);
  expect(await code(zed, `${room.id}/schema`)).toBe(4404);
  expect(await code(zed, `${crypto.randomUUID()}/schema`)).toBe(4404);
  expect(await code(carl, `${room.id}/essay`)).toBe(4404);
  using channel = openChannel(zed, room.id);
  expect(await channel.refused).toBe("not-found");
});

test("what is no frame closes its socket with a code, and the room is unharmed", async () => {
  using document = openDocument(room.owner, room.id, "api");
  document.text.insert(0, "kept");
  const frames: [string | Buffer, number][] = [
    ["text", 1003],
    [Buffer.from([0, 2, 5, 255, 255, 255, 255, 15]), 1007],
    [Buffer.alloc(1024 * 1024 + 1), 1009],
  ];
  for (const [frame, code] of frames) {
    const socket = rawDocument(carl, `${room.id}/api`);
    await socket.opened;
    socket.ws.send(frame);
    expect(await socket.closed).toBe(code);
  }
  using other = openDocument(carl, room.id, "api");
  await other.reads("kept");
});

test("the channel has one order for all, acknowledges by seq, and catches up", async () => {
  using mine = openChannel(carl, room.id);
  await mine.seated;
  const said = await mine.socket.emitWithAck("chat", { id: "c-1", text: "over the wire" });
  expect(await mine.socket.emitWithAck("chat", { id: "c-1", text: "over the wire" })).toEqual(said);
  expect(await mine.hears(({ id }) => id === "c-1")).toMatchObject({ emitted: "event", type: "message", ...said });
  expect(await mine.socket.emitWithAck("chat", { id: "c-2", text: "hm", channel: "staff" })).toMatchObject({
    error: "not-found",
  });
  using late = openChannel(room.owner, room.id, { after: 0, staffAfter: 0 });
  expect(await late.socket.emitWithAck("chat", { id: "s-1", text: "between us", channel: "staff" })).toEqual({
    seq: 1,
  });
  expect(await late.hears(({ emitted }) => emitted === "staff")).toMatchObject({ seq: 1, id: "s-1" });
  await late.hears(({ id }) => id === "c-1");
  const seqs = late.heard.filter(({ emitted }) => emitted === "event").map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(mine.heard.filter(({ emitted }) => emitted === "staff")).toEqual([]);
});

const Issued = z.object({ invite: z.object({ id: z.string(), url: z.url() }) });

test("revoking a link closes what its holder has open", async () => {
  const { invite } = Issued.parse((await room.owner.ask("POST", room.at("invites"), { role: "observer" })).body);
  const olga = await comeIn(origin, invite.url, "Olga");
  const document = rawDocument(olga, `${room.id}/schema`);
  using channel = openChannel(olga, room.id);
  await Promise.all([document.opened, channel.seated]);
  await room.owner.ask("DELETE", room.at(`invites/${invite.id}`));
  expect(await document.closed).toBe(4403);
  await channel.gone;
});

test("no byte that a candidate can fetch is the reference's, the judge's or a mutant's", async () => {
  const problem = join(import.meta.dirname, "../../problems/url-shortener");
  const below = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  const read = (file: string): string => readFileSync(file, "utf8");
  const open = ["problem.yaml", "brief.md"].map((name) => read(join(problem, name))).join("\n");
  const shown = open + below(join(problem, "examples")).map(read).join("\n");
  const hidden = [
    join(problem, "judge.yaml"),
    ...["reference", "mutants"].flatMap((name) => below(join(problem, name))),
  ];
  const canaries = hidden
    .flatMap((file) => read(file).split("\n"))
    .map((line) => line.trim().replace(/^- name: /, ""))
    .filter((line) => line.length >= 20 && !shown.includes(line));
  expect(canaries.length).toBeGreaterThan(50);

  const dist = join(import.meta.dirname, "../../client/dist");
  const files = below(dist).map((file) => file.slice(dist.length));
  const asked = ["events", "messages", "runs", "documents/schema"].map(room.at);
  const guessed = ["judge.yaml", "reference/schema.sql", "..%2f..%2fproblems/url-shortener/judge.yaml"];
  const paths = ["/api/problems", "/api/problems/url-shortener", "/api/openapi.json", ...files, ...asked];
  for (const guess of guessed) paths.push(`/${guess}`, `/assets/${guess}`, `/api/problems/url-shortener/${guess}`);
  for (const path of paths) {
    const { text } = await carl.ask("GET", path);
    expect([path, canaries.filter((canary) => text.includes(canary))]).toEqual([path, []]);
  }
});

test("an ended room takes no further letter, word, run or guest", async () => {
  using before = openDocument(carl, room.id, "design");
  using other = openDocument(room.owner, room.id, "design");
  before.text.insert(0, "final");
  await other.reads("final");
  expect(await room.owner.ask("POST", room.at("end"))).toMatchObject({ body: { room: { state: "ended" } } });
  const late = rawDocument(carl, `${room.id}/design`);
  await late.opened;
  const denied = new Promise<number>((resolve) =>
    late.ws.on("message", (frame: Buffer) => frame[0] === 2 && resolve(frame[1] ?? -1)),
  );
  const doc = new Y.Doc();
  doc.getText("content").insert(0, "too late ");
  const update = Y.encodeStateAsUpdate(doc);
  late.ws.send(Buffer.from([0, 2, update.length, ...update]));
  expect(await denied).toBe(0);
  late.ws.close();
  expect(await carl.ask("GET", room.at("documents/design"))).toMatchObject({ body: { text: "final" } });
  expect(other.text.toJSON()).toBe("final");
  expect(await room.owner.ask("POST", room.at("messages"), { id: "late", text: "late" })).toMatchObject({
    status: 404,
  });
  expect(await room.owner.ask("POST", room.at("runs"), {})).toMatchObject({ status: 404 });
  for (const move of ["start", "lock", "unlock", "end", "reopen"]) {
    expect([move, await room.owner.ask("POST", room.at(move))]).toMatchObject([move, { status: 409 }]);
  }
  const body = { token: tokenOf(room.invites.observer), name: "Late" };
  const accepted = await request(origin, { method: "POST", path: "/api/invites/accept", body });
  expect(accepted).toMatchObject({ status: 410 });
});
