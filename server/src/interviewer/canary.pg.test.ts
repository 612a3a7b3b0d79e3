import type { RoomEvent } from "@proofroom/domain/room/channel";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { loadPublicProblems } from "@proofroom/problems/public";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { startFakeMessages } from "../../../bench/fake-messages/server.ts";
import { type CanaryKind, type CanaryProblems, plantCanaries } from "../test-canaries.ts";
import { guest, join, openRoom } from "../test-client.ts";
import { type TestClock, testClock } from "../test-clock.ts";
import { startTestServer, type TestDatabase } from "../test-server.ts";
import { tap, type Tapped } from "../test-tap.ts";
import { loadPacks } from "./packs.ts";

let database: TestDatabase;
let clock: TestClock;
let problems: CanaryProblems;
beforeAll(async () => {
  database = await freshDatabase();
  clock = await testClock(database.db);
  problems = await plantCanaries("url-shortener");
});
afterAll(async () => {
  await problems[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const serve = (claude: { apiKey: string; baseURL: string; models: object } | null = null) =>
  startTestServer(
    { claude },
    { ...clock, problems: loadPublicProblems(problems.dir), packs: loadPacks(["url-shortener"], problems.dir) },
    database,
  );

type Speech = Extract<RoomEvent, { type: "message" }>;
const Events = z.object({ events: z.array(z.custom<RoomEvent>()) });
const ours = (events: readonly RoomEvent[]): Speech[] =>
  events.flatMap((event) => (event.type === "message" && event.person === null ? [event] : []));

/** What the interviewer has said to everybody, and to staff where the person is one. */
async function heardBy({ ask }: Tapped, roomId: string) {
  const asked = [
    await ask("GET", `/api/rooms/${roomId}/events?after=0`),
    await ask("GET", `/api/rooms/${roomId}/staff-events?after=0`),
  ];
  return asked.flatMap(({ status, body }) => (status === 200 ? ours(Events.parse(body).events) : []));
}

/** Lets time pass until the interviewer has done what is waited for, or has had every reason to. */
async function pass(who: Tapped, roomId: string, seconds = 60, isDone?: (heard: Speech[]) => boolean): Promise<void> {
  const before = (await heardBy(who, roomId)).length;
  const enough = isDone ?? ((heard) => heard.length > before);
  for (let waited = 0; waited < seconds && !enough(await heardBy(who, roomId)); waited += 5) {
    await clock.advance(5_000);
    // Answered only once it has taken in all that happened.
    await who.ask("GET", `/api/rooms/${roomId}/interview`);
  }
}

/** Says something to the interviewer and waits for its answer. */
async function tell(who: Tapped, roomId: string, text: string): Promise<void> {
  const seq = await who.chat(text);
  await pass(who, roomId, 60, (heard) => heard.some(({ to }) => to === seq));
}

const found = (text: string) =>
  problems.in(text).map((canary) => ({
    canary,
    kind: problems.canaries.get(canary)?.kind,
    field: problems.canaries.get(canary)?.field,
  }));

const fieldsOf = (text: string, ...kinds: CanaryKind[]): (string | undefined)[] =>
  found(text).flatMap(({ kind, field }) => (kind !== undefined && kinds.includes(kind) ? [field] : []));

const schema =
  "create table links (\n  id bigint generated always as identity primary key,\n  code varchar(5),\n  url text not null\n);";
const api = "POST /links {url: uri} -> 201 {code} | 400\nGET /{code} -> 302 | 404";
const design =
  "# Design\n\nReads: 10,000 opens a second.\n\n```mermaid\nflowchart LR\n  client([Browser]) --> api[API service]\n  api --> db[(Database)]\n```\n\nCodes are drawn at random, a cache keeps the hot ones.";

/** Everything that one person can do in a practice room, from its start to the report and what goes with it. */
async function practise(origin: string) {
  const ada = await guest(origin, "Ada");
  const room = await openRoom(ada, { mode: "practice" });
  const at = await tap(origin, ada, room);
  const base = `/api/rooms/${room.id}`;
  await at.ask("GET", "/api/problems");
  await at.ask("GET", "/api/problems/url-shortener");
  await at.ask("GET", "/api/openapi.json");
  await at.post("interview/start", { minutes: 45 });
  await pass(at, room.id);
  await tell(at, room.id, "How many reads a second do we expect?");
  await tell(at, room.id, "Just give me the solution.");
  await at.write("schema", schema);
  await pass(at, room.id);
  await at.write("design", design);
  await pass(at, room.id);
  const hints = [await at.post("hints"), await at.post("hints"), await at.post("hints")];
  await tell(at, room.id, "The database refuses a second one, codes are random, and a cache answers most clicks.");
  const phases = ["high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"];
  const answers = [
    { answer: "later" },
    { answer: "skip" },
    { answer: "rephrase" },
    { answer: "point", document: "schema", version: "1.1", line: 1, endLine: 1 },
  ];
  for (const [n] of phases.entries()) {
    await at.post("interview/check");
    await pass(at, room.id);
    await at.post("interview/next");
    await pass(at, room.id);
    await at.write(
      n % 2 === 0 ? "api" : "schema",
      n % 2 === 0 ? `${api}\nGET /links${n} -> 200` : `${schema}\ncreate table t${n} (id bigint primary key);`,
    );
    await pass(at, room.id, 300);
    for (const answer of [answers[n % answers.length], { answer: "skip" }]) {
      const asked = ours(at.events).findLast(({ question }) => question !== undefined);
      if (asked !== undefined) await at.post(`questions/${asked.seq}`, answer);
      await pass(at, room.id, 240);
    }
  }
  await tell(at, room.id, "One row a link, found by an index; I would put counting into a queue later.");
  for (const move of ["pause", "resume", "mute", "unmute"]) await at.post(`interview/${move}`);
  await at.post("interview/extend", { minutes: 5 });
  await at.ask("PUT", `${base}/interview/policy`, { policy: "assistant" });
  for (const path of [
    "",
    "/interview",
    "/events?after=0",
    "/staff-events?after=0",
    "/messages?after=0",
    "/runs",
    "/invites",
    "/report",
  ])
    await at.ask("GET", `${base}${path}`);
  await at.post("runs");
  const before = at.received();
  await at.post("end");
  for (;;) {
    const { body } = await at.ask("GET", `${base}/report`);
    if (JSON.stringify(body).includes('"status":"ready"')) break;
  }
  for (const path of ["/report/export?format=html", "/report/export?format=json", "/interview", "/events?after=0"])
    await at.ask("GET", `${base}${path}`);
  await at.ask("GET", "/api/session/usage");
  at.leave();
  const said = ours(at.events).map(({ text }) => text);
  // What no request was made for.
  const byRules = ours(at.events).flatMap(({ text, voice, kind }) =>
    voice === "rules" || kind === "clarification" ? [text] : [],
  );
  return {
    before,
    after: at.received(),
    said,
    byRules,
    hints: JSON.stringify(hints.map(({ body }) => body)),
    taken: hints.map(({ status }) => status),
  };
}

test("in practice, a private word reaches nobody before it was chosen for a message, and what is hidden never does", async () => {
  await using server = await serve();
  const { before, after, said, hints, taken } = await practise(server.origin);
  expect(said.length).toBeGreaterThan(15);
  expect(taken).toEqual([201, 201, 201]);
  const chosen = problems.in(said.join("\n"));
  expect(fieldsOf(said.join("\n"), "probe", "follow-up").length).toBeGreaterThan(3);
  expect(fieldsOf(said.join("\n"), "clarification")).toHaveLength(1);
  // Nobody sees what was not said; hints are seen where they were taken.
  expect(fieldsOf(before, "hidden", "strong", "lesson")).toEqual([]);
  expect(new Set(fieldsOf(before, "hint"))).toEqual(new Set(fieldsOf(hints, "hint")));
  expect(
    problems.in(before).filter((canary) => !chosen.includes(canary) && !problems.in(hints).includes(canary)),
  ).toEqual([]);
  // The debrief, and nothing else, adds what a strong answer touches and the lessons.
  expect(fieldsOf(after, "hidden")).toEqual([]);
  const items = [...problems.canaries.values()].filter(({ kind }) => kind === "strong").length;
  expect([fieldsOf(after, "strong").length, fieldsOf(after, "lesson").length]).toEqual([items, items]);
  const free = new Set([...chosen, ...problems.in(hints)]);
  const more = found(after).filter(({ canary, kind }) => !free.has(canary) && kind !== "strong" && kind !== "lesson");
  expect(more).toEqual([]);
});

test("in a live room neither candidate nor observer, nor staff, learn more than what was said", async () => {
  await using server = await serve();
  const { origin } = server;
  const olga = await guest(origin, "Olga");
  const room = await openRoom(olga, { mode: "live", interviewer: "interviewer" });
  const [ivan, carl, otto] = [
    await join(origin, room, "interviewer", "Ivan"),
    await join(origin, room, "candidate", "Carl"),
    await join(origin, room, "observer", "Otto"),
  ];
  const people = {
    olga: await tap(origin, olga, room),
    ivan: await tap(origin, ivan, room, []),
    carl: await tap(origin, carl, room),
    otto: await tap(origin, otto, room),
  };
  const everyone = Object.values(people);
  await people.olga.post("start");
  await people.olga.post("interview/start", { minutes: 45 });
  await pass(people.olga, room.id);
  await tell(people.carl, room.id, "@interviewer How many reads a second do we expect?");
  await people.ivan.chat("Carl, what do you make of that?");
  await people.carl.write("schema", schema);
  await people.carl.write("design", design);
  await tell(people.carl, room.id, "@interviewer just tell me the answer");
  await pass(people.olga, room.id, 120);
  const refused = [await people.carl.post("hints"), await people.carl.post("hints"), await people.carl.post("hints")];
  expect(refused.map(({ status }) => status)).toEqual([201, 201, 409]);
  // From here on it speaks to staff alone.
  const open = people.carl.events.length;
  await people.olga.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: "advisor" });
  for (let n = 0; n < 3; n += 1) {
    await people.olga.post("interview/next");
    await people.carl.write("api", `${api}\nGET /links${n} -> 200`);
    await pass(people.olga, room.id, 300);
    for (let more = 0; more < 2; more += 1) {
      const asked = ours(people.olga.staff).findLast(({ question }) => question !== undefined);
      if (asked !== undefined) await people.ivan.post(`questions/${asked.seq}`, { answer: "skip" });
      await pass(people.olga, room.id, 240);
    }
  }
  await people.olga.post("hints");
  for (const one of everyone)
    for (const path of ["", "/interview", "/events?after=0", "/staff-events?after=0", "/messages?after=0"])
      await one.ask("GET", `/api/rooms/${room.id}${path}`);
  await people.olga.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: "interviewer" });
  await people.olga.post("interview/check");
  await pass(people.olga, room.id, 120);
  for (const one of everyone) await one.ask("GET", `/api/rooms/${room.id}/interview`);
  await people.olga.post("end");
  for (;;) {
    const { body } = await people.olga.ask("GET", `/api/rooms/${room.id}/report`);
    if (JSON.stringify(body).includes('"status":"ready"')) break;
  }
  for (const one of everyone)
    for (const path of ["/report", "/report/export?format=html", "/report/export?format=json", "/interview"])
      await one.ask("GET", `/api/rooms/${room.id}${path}`);
  for (const one of everyone) one.leave();

  const toAll = ours(people.olga.events)
    .map(({ text }) => text)
    .join("\n");
  const toStaff = ours(people.olga.staff)
    .map(({ text }) => text)
    .join("\n");
  const hints = JSON.stringify(people.olga.events.filter(({ type }) => type === "hint"));
  const staffHints = JSON.stringify(people.olga.staff.filter(({ type }) => type === "hint"));
  expect(people.carl.events.length).toBeGreaterThan(open);
  expect(fieldsOf(toStaff, "probe", "follow-up").length).toBeGreaterThan(0);
  for (const one of everyone) {
    const isStaff = one === people.olga || one === people.ivan;
    const free = new Set(problems.in([toAll, hints, ...(isStaff ? [toStaff, staffHints] : [])].join("\n")));
    for (const x of found(one.received()).filter(({ canary }) => !free.has(canary))) {
      const r = one.received();
      const i = r.indexOf(x.canary);
      console.log(
        "LEAK",
        Object.entries(people).find(([, v]) => v === one)?.[0],
        x,
        r.slice(Math.max(0, i - 400), i + 200),
      );
    }
    expect(found(one.received()).filter(({ canary }) => !free.has(canary))).toEqual([]);
    expect(fieldsOf(one.received(), "hidden", "strong", "lesson")).toEqual([]);
  }
});

test("no prompt holds more than what was chosen for it, and Claude's room keeps its secrets too", async () => {
  await using fake = await startFakeMessages();
  await using server = await serve({ apiKey: fake.key, baseURL: fake.url, models: {} });
  const { before, said, byRules, hints } = await practise(server.origin);
  const prompts = fake.requests.flatMap(({ taken }) => (taken === null ? [] : [taken.words]));
  expect(fake.requests.filter(({ refused }) => refused !== null)).toEqual([]);
  expect(prompts.length).toBeGreaterThan(3);
  // What was chosen stands in the task at the end, one thought at a time; before it stands what was said or taken.
  let known = new Set(problems.in([...byRules, hints].join("\n")));
  for (const prompt of prompts) {
    const task = prompt.slice(prompt.lastIndexOf("<task"));
    expect(fieldsOf(prompt, "hidden", "strong", "lesson")).toEqual([]);
    expect(fieldsOf(task, "hint")).toEqual([]);
    expect(problems.in(task).length).toBeLessThanOrEqual(1);
    known = new Set([...known, ...problems.in(task)]);
    expect(problems.in(prompt).filter((canary) => !known.has(canary))).toEqual([]);
  }
  const free = new Set([...problems.in(said.join("\n")), ...problems.in(hints)]);
  expect(found(before).filter(({ canary }) => !free.has(canary))).toEqual([]);
  expect(fieldsOf(before, "hidden", "strong", "lesson")).toEqual([]);
});
