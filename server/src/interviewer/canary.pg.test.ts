import { freshDatabase } from "@proofroom/migrations/test-database";
import { loadPublicProblems } from "@proofroom/problems/public";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startFakeMessages } from "../../../bench/fake-messages/server.ts";
import { type CanaryKind, type CanaryProblems, plantCanaries } from "../test-canaries.ts";
import { guest, join, openRoom } from "../test-client.ts";
import { type TestClock, testClock } from "../test-clock.ts";
import { startTestServer, type TestDatabase } from "../test-server.ts";
import { design, ours, pass, practise, schema, tell, withEndpoint } from "../test-practice.ts";
import { tap } from "../test-tap.ts";
import { loadPacks } from "./packs.ts";

/** Each plays a whole session; a busy machine takes its time. */
vi.setConfig({ testTimeout: 240_000 });

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

const found = (text: string) =>
  problems.in(text).map((canary) => ({
    canary,
    kind: problems.canaries.get(canary)?.kind,
    field: problems.canaries.get(canary)?.field,
  }));

const fieldsOf = (text: string, ...kinds: CanaryKind[]): (string | undefined)[] =>
  found(text).flatMap(({ kind, field }) => (kind !== undefined && kinds.includes(kind) ? [field] : []));

test("in practice, a private word reaches nobody before it was chosen for a message, and what is hidden never does", async () => {
  await using server = await serve();
  const { before, after, said, hints, taken } = await practise(server.origin, clock);
  expect(said.length).toBeGreaterThan(15);
  // All three doors were listened at.
  for (const sign of ['"type":"thinking"', "client([Browser])", '"problems":']) expect(before).toContain(sign);
  expect(taken).toEqual([201, 201, 201]);
  const chosen = problems.in(said.join("\n"));
  expect(fieldsOf(said.join("\n"), "probe", "follow-up").length).toBeGreaterThan(0);
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

test.each(["rules", "claude"])(
  "in a live room nobody learns more than what was said to them, in the voice %s",
  async (voice) => {
    await using fake = await startFakeMessages();
    await using server = await serve(voice === "rules" ? null : { apiKey: fake.key, baseURL: fake.url, models: {} });
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
    await pass(clock, people.olga, room.id);
    await tell(clock, people.carl, room.id, "@interviewer How many reads a second do we expect?");
    await people.ivan.chat("Carl, what do you make of that?");
    await people.carl.write("schema", schema);
    await people.carl.write("design", design);
    await tell(clock, people.carl, room.id, "@interviewer just tell me the answer");
    await pass(clock, people.olga, room.id, 120);
    const hints = [await people.carl.post("hints"), await people.carl.post("hints"), await people.carl.post("hints")];
    expect(hints.map(({ status }) => status).slice(0, 2)).toEqual([201, 201]);
    expect(JSON.stringify(hints)).not.toContain('"partial"');
    // From here on it speaks to staff alone.
    const open = people.carl.events.length;
    await people.olga.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: "advisor" });
    for (let n = 0; n < 3; n += 1) {
      await people.olga.post("interview/next");
      await people.carl.write("api", withEndpoint(n));
      await pass(clock, people.olga, room.id, 180);
      for (let more = 0; more < 2; more += 1) {
        const asked = ours(people.olga.staff).findLast(({ question }) => question !== undefined);
        if (asked !== undefined) await people.ivan.post(`questions/${asked.seq}`, { answer: "skip" });
        await pass(clock, people.olga, room.id, 120);
      }
    }
    await people.olga.post("hints");
    for (const one of everyone)
      for (const path of ["", "/interview", "/events?after=0", "/staff-events?after=0", "/messages?after=0"])
        await one.ask("GET", `/api/rooms/${room.id}${path}`);
    await people.olga.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: "interviewer" });
    await people.olga.post("interview/check");
    await pass(clock, people.olga, room.id, 120);
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
    const hintsToAll = JSON.stringify(people.olga.events.filter(({ type }) => type === "hint"));
    const staffHints = JSON.stringify(people.olga.staff.filter(({ type }) => type === "hint"));
    expect(people.carl.events.length).toBeGreaterThan(open);
    expect([toStaff !== "", fieldsOf(staffHints, "hint").length]).toEqual([true, 1]);
    const prompts = fake.requests.flatMap(({ taken }) => (taken === null ? [] : [taken.words])).join("\n");
    expect(prompts !== "").toBe(voice === "claude");
    expect(fieldsOf(prompts, "hidden", "strong", "lesson")).toEqual([]);
    for (const one of everyone) {
      const isStaff = one === people.olga || one === people.ivan;
      const free = new Set(problems.in([toAll, hintsToAll, ...(isStaff ? [toStaff, staffHints] : [])].join("\n")));
      expect(found(one.received()).filter(({ canary }) => !free.has(canary))).toEqual([]);
      expect(fieldsOf(one.received(), "hidden", "strong", "lesson")).toEqual([]);
    }
  },
);

test("no prompt holds more than what was chosen for it, and Claude's room keeps its secrets too", async () => {
  await using fake = await startFakeMessages();
  await using server = await serve({ apiKey: fake.key, baseURL: fake.url, models: {} });
  const { before, said, byRules, hints } = await practise(server.origin, clock);
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
