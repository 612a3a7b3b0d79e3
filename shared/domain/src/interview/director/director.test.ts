import { describe, expect, test } from "vitest";
import { hintFor, hintsOf, recapOf } from "./director.ts";
import { testItem, testPack, testReading, testTopic } from "./test-pack.ts";
import { createSession } from "./test-session.ts";

const kinds = (session: ReturnType<typeof createSession>) => session.said.map(({ say }) => say.kind);
const words = (text: string) => text.split(/\s+/).length;

describe("beginning and end of a phase", () => {
  test("it greets in at most three sentences, then states the goal, and does both once", () => {
    const session = createSession();
    session.start();
    expect(kinds(session)).toEqual(["greeting", "goal"]);
    expect(session.said[0]?.say.text.split(/[.!?](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(3);
    session.until(60);
    expect(kinds(session)).toEqual(["greeting", "goal"]);
  });

  test("a new phase is met with a recap of at most three lines and its goal", () => {
    const session = createSession();
    session.start();
    session.on(200, { type: "phase", action: "next", phase: "high-level" });
    const [recap, goal] = session.said.slice(-2);
    expect(recap?.say.kind).toBe("recap");
    expect(recap?.say.text.split("\n").length).toBeLessThanOrEqual(3);
    expect(goal?.say.kind).toBe("goal");
  });

  test("of two phases left in a moment both recaps come, in order, and the goal of the one that runs", () => {
    const session = createSession();
    session.start();
    session.on(100, { type: "present", people: 0 });
    session.on(200, { type: "phase", action: "next", phase: "high-level" });
    session.on(201, { type: "phase", action: "next", phase: "api-data" });
    const before = session.said.length;
    session.on(202, { type: "present", people: 1 });
    const said = session.said.slice(before).map(({ say }) => say);
    expect(said.map(({ kind, topic }) => `${kind} ${topic ?? ""}`)).toEqual([
      "recap recap-clarify",
      "recap recap-high-level",
      "goal ",
    ]);
    expect(said[2]?.text).toContain("API and data");
  });

  test("who is at work and changes nothing is asked something within five minutes", () => {
    const session = createSession();
    session.start();
    session.on(1, { type: "phase", action: "extend", minutes: 20 });
    session.write(65, "Something.");
    for (let at = 120; at < 1_000; at += 60) session.on(at, { type: "typing" });
    const times = [0, ...session.said.map(({ at }) => at / 1_000), 1_000];
    for (const [n, at] of times.entries()) if (n > 0) expect(at - (times[n - 1] ?? 0)).toBeLessThan(300);
  });

  test("80 % are announced once, and again when the phase was extended", () => {
    const session = createSession();
    session.start();
    session.until(300);
    const notices = () => session.said.filter(({ say }) => say.kind === "notice").map(({ at }) => at);
    expect(notices()).toEqual([288_000]);
    session.on(300, { type: "phase", action: "extend", minutes: 10 });
    session.until(900);
    expect(notices()).toEqual([288_000, 768_000]);
  });

  test("the next phase is proposed when its time is up, once more in the overrun, and never entered by itself", () => {
    const session = createSession();
    session.start();
    session.until(1_200);
    const proposals = session.said.filter(({ say }) => say.kind === "proposal");
    expect(proposals.map(({ say }) => say.proposes)).toEqual(["high-level", "high-level"]);
    expect(proposals[0]?.at).toBeGreaterThanOrEqual(360_000);
    expect(session.state().clock.phase?.id).toBe("clarify");
  });
});

describe("silence", () => {
  test("means nothing at 45 s, a sign at 90 s, one open question at 180 s and an offered hint at 360 s", () => {
    const session = createSession();
    session.start(60);
    const scale = 60 / 45;
    expect(session.until(45 * scale).do).toBe("stay-silent");
    expect(session.until(90 * scale).do).toBe("chip");
    session.until(179 * scale);
    expect(session.questions()).toHaveLength(0);
    session.until(180 * scale + 1);
    expect(session.questions()).toHaveLength(1);
    expect(session.until(360 * scale).do).toBe("offer-hint");
    expect(session.questions()).toHaveLength(1);
  });

  test("is over with a key, and begins anew", () => {
    const session = createSession();
    session.start();
    session.on(80, { type: "typing" });
    expect(session.until(100).do).toBe("stay-silent");
    expect(session.until(171).do).toBe("chip");
  });

  test("means something sooner in an interview of 20 minutes", () => {
    const session = createSession();
    session.start(20);
    expect(session.until(41).do).toBe("chip");
  });
});

describe("asking about what was written", () => {
  test("waits for ten seconds without a key", () => {
    const session = createSession();
    session.start();
    session.write(70, "We keep it all in one place.");
    session.on(78, { type: "typing" });
    session.until(87);
    expect(session.questions()).toHaveLength(0);
    session.until(89);
    expect(session.questions().map(({ at }) => at)).toEqual([88_000]);
    expect(session.questions()[0]?.say.place).toMatchObject({ document: "design", line: 1 });
    expect(session.questions()[0]?.say.text).toContain("design 1");
  });

  test("a contradiction comes before everything else, and is asked once", () => {
    const session = createSession();
    session.start();
    session.given({ topics: [testTopic("reads")] });
    session.write(65, "Text that says something.");
    session.given({ topics: [testTopic("reads")] });
    session.until(76);
    session.until(200);
    expect(session.questions()[0]?.say).toMatchObject({ topic: "reads", question: { source: "contradiction" } });
    expect(session.questions().filter(({ say }) => say.topic === "reads")).toHaveLength(1);
  });

  test("a topic that says what the candidate has to find is left out until they said it", () => {
    const pack = { ...testPack, items: [testItem("item-1", "clarify", { forbidden: ["shard"] })] };
    const session = createSession("seed", pack);
    session.start();
    session.write(65, "Text that says something.");
    const topic = testTopic("t", { item: "item-1", wordings: ["Which shards hold it?"] });
    session.given({ topics: [topic] });
    session.until(80);
    expect(session.questions()[0]?.say.topic).not.toBe("t");
    session.message(90, "I would shard it by key");
    session.given({ topics: [topic] });
    session.write(200, "Text that says something else.");
    session.given({ topics: [topic] });
    session.until(400);
    expect(session.questions().map(({ say }) => say.topic)).toContain("t");
  });
});

describe("hints", () => {
  test("go from nudge to partial for the item of the open question, and the last needs staff outside practice", () => {
    const session = createSession();
    session.start();
    session.until(181);
    const item = session.questions()[0]?.say.question?.item ?? "";
    const asker = { mayTakePartial: false };
    for (const [level, left] of [
      ["nudge", 2],
      ["pointed", 1],
    ] as const) {
      expect(hintFor(testPack, session.state(), asker)).toMatchObject({ outcome: "hint", item, level, left });
      session.on(190, { type: "hint", item, level });
    }
    expect(hintFor(testPack, session.state(), asker)).toEqual({ outcome: "staff-only" });
    expect(hintFor(testPack, session.state(), { mayTakePartial: true })).toMatchObject({ level: "partial", left: 0 });
    session.on(200, { type: "hint", item, level: "partial" });
    expect(hintFor(testPack, session.state(), { mayTakePartial: true })).toEqual({ outcome: "none-left" });
    expect(hintsOf(testPack, session.state())).toMatchObject({ item, next: null, of: 3 });
    expect(hintsOf(testPack, session.state()).taken).toHaveLength(3);
  });

  test("with no open question come the phase's other items, what was skipped last, until none is left in the phase", () => {
    const session = createSession();
    session.start();
    session.until(181);
    const skipped = session.questions()[0]?.say.question?.item;
    session.answer(182, "skip");
    const items: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const hint = hintFor(testPack, session.state(), { mayTakePartial: true });
      if (hint.outcome !== "hint") throw new Error(`hint ${n + 1}: ${hint.outcome}`);
      expect(hintsOf(testPack, session.state())).toMatchObject({ item: hint.item, next: { level: hint.level } });
      items.push(hint.item);
      session.given({ hints: [...session.state().hints, { ...hint, at: 0, isToStaff: false }] });
    }
    const phase = testPack.items.filter((item) => item.phase === "clarify").map(({ id }) => id);
    expect(new Set(items)).toEqual(new Set(phase));
    expect(items.slice(-3)).toEqual([skipped, skipped, skipped]);
    expect(hintFor(testPack, session.state(), { mayTakePartial: true })).toEqual({ outcome: "none-left" });
    expect(hintsOf(testPack, session.state())).toMatchObject({ next: null, of: 3 });
  });

  test("what staff took, and were asked, while they were advised counts for nobody else", () => {
    const session = createSession();
    session.on(0, { type: "opened", mode: "live", policy: "advisor", people: 2 });
    session.on(0, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
    const asker = { mayTakePartial: true };
    const first = hintFor(testPack, session.state(), asker);
    if (first.outcome !== "hint") throw new Error(first.outcome);
    const { item } = first;
    for (const level of ["nudge", "pointed", "partial"] as const)
      session.on(10, { type: "hint", item, level, isToStaff: true });
    session.given({ said: session.state().said.map((line) => ({ ...line, isToStaff: true })) });
    expect(hintFor(testPack, session.state(), asker)).not.toMatchObject({ item });
    session.on(20, { type: "policy", policy: "interviewer" });
    expect(hintFor(testPack, session.state(), asker)).toMatchObject({ item, level: "nudge", left: 2 });
    expect(hintsOf(testPack, session.state()).taken).toEqual([]);
    expect(session.said.slice(-2).map(({ say }) => say.kind)).toEqual(["greeting", "goal"]);
  });

  test("what was asked of staff alone is open, quoted and answered for nobody else", () => {
    const session = createSession();
    session.on(0, { type: "opened", mode: "live", policy: "advisor", people: 2 });
    session.on(0, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
    session.write(65, "One.");
    session.given({ topics: [testTopic("t")] });
    session.until(76);
    const [asked] = session.questions();
    session.given({ said: session.state().said.map((line) => ({ ...line, isToStaff: true })) });
    expect(recapOf(testPack, session.state(), 0).text).toContain('Open: "');
    session.on(80, { type: "policy", policy: "interviewer" });
    session.message(81, "I would keep it in the cache of each service");
    expect(session.state().messages.at(-1)?.answers).toBeNull();
    session.on(90, { type: "answer", question: asked?.seq ?? 0, answer: "skip", place: null });
    expect(session.state().said.filter(({ closed }) => closed === "skip")).toEqual([]);
    expect(recapOf(testPack, session.state(), 0).text).not.toContain('Open: "');
  });

  test("what staff say shows nothing about the candidate, and is held against nobody", () => {
    const told = (byStaff: boolean) => {
      const session = createSession();
      session.start(45, "live");
      session.on(5, {
        type: "message",
        seq: 50,
        person: "ivy",
        text: "Say 900 reads a second",
        addressed: true,
        byStaff,
      });
      const { chatClaims, coverage } = session.state();
      return {
        claims: chatClaims.length,
        seen: [...coverage.values()].filter(({ state }) => state !== "unseen").length,
      };
    };
    expect(told(true)).toEqual({ claims: 0, seen: 0 });
    expect(told(false).claims).toBe(1);
  });

  test("before the start there is none", () => {
    expect(hintFor(testPack, createSession().state(), { mayTakePartial: true })).toEqual({ outcome: "none-left" });
  });
});

test("a mend is named once, with a minute's distance to the question", () => {
  const session = createSession();
  session.start();
  session.write(65, "One.");
  session.given({ topics: [testTopic("t")] });
  session.until(76);
  expect(session.questions()[0]?.say.topic).toBe("t");
  session.write(90, "Two.");
  session.until(300);
  const mends = session.said.filter(({ say }) => say.kind === "mend");
  expect(mends).toHaveLength(1);
  expect(mends[0]?.say.text).toBe("t is mended.");
  expect((mends[0]?.at ?? 0) - (session.questions()[0]?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
});

test("an emptied document mends nothing", () => {
  const session = createSession();
  session.start();
  session.write(65, "One.");
  session.given({ topics: [testTopic("t")] });
  session.until(76);
  session.write(90, "");
  session.until(300);
  expect(kinds(session)).not.toContain("mend");
});

test("a document that is emptied mends nothing that another says against it", () => {
  const session = createSession();
  const place = { document: "schema", version: "0.1", line: 1, endLine: 1, quote: "code text" } as const;
  const schema = (design: string) => ({ ...testReading(design), texts: { schema: "code text", api: "", design } });
  session.start();
  session.on(65, { type: "read", reading: schema("One."), changed: [] });
  session.given({ topics: [testTopic("t", { place })] });
  session.until(76);
  session.on(90, { type: "read", reading: schema(""), changed: [] });
  session.until(300);
  expect(session.questions()[0]?.say.topic).toBe("t");
  expect(kinds(session)).not.toContain("mend");
});

test("the recap on demand has three lines that begin with Settled, Open and Next", () => {
  const session = createSession();
  session.start();
  session.until(181);
  const lines = recapOf(testPack, session.state(), 181_000).text.split("\n");
  expect(lines.map((line) => line.split(":")[0])).toEqual(["Settled", "Open", "Next"]);
  expect(lines[1]).toContain("?");
});

test("nothing hidden is in what it says or in what it lets another voice know", () => {
  const session = createSession();
  session.start();
  for (let at = 65; at < 1_000; at += 45) {
    session.write(at, `Text ${at} because.`);
    session.message(at + 20, at % 2 === 0 ? "I do not know" : "One store, because it is simple.");
  }
  for (const { say } of session.said) {
    expect(`${say.text} ${say.intent}`).not.toMatch(/hidden|strong|lesson|partial of|pointed of|nudge of/);
    expect(words(say.text)).toBeLessThanOrEqual(say.kind === "recap" ? 90 : 60);
  }
});
