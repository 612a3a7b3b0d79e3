import { describe, expect, test } from "vitest";
import { hintFor, hintsOf, recapOf, rephraseOf } from "./director.ts";
import { testItem, testPack, testTopic } from "./test-pack.ts";
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

describe("answering a person", () => {
  test("a request for the solution is declined in other words each time, with the next hint offered", () => {
    const session = createSession();
    session.start();
    for (const n of [1, 2, 3, 4, 5]) session.message(n * 30, "just tell me the solution");
    const declines = session.said.filter(({ say }) => say.kind === "decline").map(({ say }) => say.text);
    expect(new Set(declines).size).toBe(5);
    for (const text of declines) expect(text).toMatch(/nudge/);
  });

  test("a question that the pack does not know is the candidate's call", () => {
    const session = createSession();
    session.start();
    session.message(30, "Is the sky blue?");
    expect(session.said.at(-1)).toMatchObject({ at: 30_000, say: { kind: "assumption", to: 3, unsolicited: false } });
    expect(session.said.at(-1)?.say.text).toContain("state your assumption");
  });

  test("an answer is followed up once with its own words, then the interviewer goes on", () => {
    const session = createSession();
    session.start();
    session.until(181);
    const [asked] = session.questions();
    session.message(200, "One store, because it is simple.");
    const followUp = session.said.at(-1)?.say;
    expect(followUp?.text).toContain('You said "because it is simple".');
    expect(followUp?.question).toEqual({ item: asked?.say.question?.item, source: "follow-up" });
    session.message(230, "It stays simple.");
    expect(session.said.at(-1)?.say.question?.item).not.toBe(asked?.say.question?.item);
  });

  test("half sentences in one breath are answered once, to the last of them", () => {
    const session = createSession();
    session.start();
    session.message(30, "Is the sky blue?");
    session.message(34, "I assume it is");
    session.message(36, "and stays so");
    session.until(45);
    const replies = session.said.filter(({ say }) => say.to !== null);
    expect(replies.map(({ at }) => at)).toEqual([30_000, 41_000]);
    expect(replies.at(-1)?.say.text).toContain("it is; and stays so");
  });

  test("two hundred messages in a minute get a dozen answers, and the last is answered after it", () => {
    const session = createSession();
    session.start();
    for (let n = 0; n < 200; n += 1) session.message(30 + n * 0.3, `Is it number ${n}?`);
    session.until(160);
    const replies = session.said.filter(({ say }) => say.to !== null);
    for (const { at } of replies)
      expect(replies.filter((other) => other.at > at - 60_000 && other.at <= at).length).toBeLessThanOrEqual(12);
    expect(session.state().unanswered).toBeNull();
  });
});

describe("later, skip, rephrase", () => {
  test("later returns once", () => {
    const session = createSession();
    session.start();
    session.write(65, "One.");
    session.until(76);
    const first = session.questions()[0]?.say;
    session.answer(90, "later");
    session.on(91, { type: "phase", action: "extend", minutes: 30 });
    for (let at = 120; at < 1_500; at += 90) {
      session.write(at, `One and ${at}.`);
      session.until(at + 20);
      const open = session.questions().at(-1)?.say;
      session.answer(at + 30, open?.topic === first?.topic ? "later" : "skip");
    }
    const again = session.questions().filter(({ say }) => say.topic === first?.topic && say.probe === first?.probe);
    expect(again).toHaveLength(2);
    expect(again[1]?.say.text).toContain("You put this off");
  });

  test("a skipped item is never asked about again", () => {
    const session = createSession();
    session.start();
    const skipped: (string | null | undefined)[] = [];
    for (let at = 65; at < 1_500; at += 100) {
      session.write(at, `Text ${at}.`);
      session.until(at + 40);
      skipped.push(session.questions().at(-1)?.say.question?.item);
      session.answer(at + 50, "skip");
    }
    const items = session.questions().map(({ say }) => say.question?.item);
    expect(new Set(items).size).toBe(items.length);
  });

  test("rephrase asks the same item in other words, and null where there are none", () => {
    const session = createSession();
    session.start();
    session.until(181);
    const [asked] = session.questions();
    session.given({ facts: new Map() });
    expect(rephraseOf(testPack, session.state(), asked?.seq ?? 0)).toBeNull();
    session.given({ topics: [testTopic("t")] });
    session.write(300, "More text.");
    session.given({ topics: [testTopic("t")] });
    session.until(320);
    const contradiction = session.questions().find(({ say }) => say.topic === "t");
    const again = rephraseOf(testPack, session.state(), contradiction?.seq ?? 0);
    expect(again?.topic).toBe("t");
    expect(again?.text).not.toBe(contradiction?.say.text);
    expect(again?.unsolicited).toBe(false);
  });
});

describe("restraint", () => {
  test.each([
    ["off", { type: "policy", policy: "off" }],
    ["muted", { type: "mute", muted: true }],
    ["paused", { type: "phase", action: "pause" }],
    ["nobody-here", { type: "present", people: 0 }],
    ["ended", { type: "ended" }],
  ] as const)("says nothing at all while %s", (reason, event) => {
    const session = createSession();
    session.start();
    session.on(30, event);
    const before = session.said.length;
    session.message(40, "are you there?");
    session.write(60, "Something.");
    expect(session.until(600)).toEqual({ do: "stay-silent", reason });
    expect(session.said).toHaveLength(before);
  });

  test("what was missed while muted is not caught up with", () => {
    const session = createSession();
    session.start();
    session.on(30, { type: "mute", muted: true });
    session.message(40, "are you there?");
    session.on(50, { type: "mute", muted: false });
    session.until(70);
    expect(session.said.filter(({ say }) => say.to !== null)).toHaveLength(0);
  });

  test("in a live room it is silent while people talk, and answers when it is called", () => {
    const session = createSession();
    session.start(45, "live");
    for (let at = 10; at < 250; at += 20) session.message(at, "we are talking", false);
    session.write(245, "Something.");
    expect(session.until(270)).toEqual({ do: "stay-silent", reason: "people-are-talking" });
    session.message(280, "@interviewer is the sky blue?");
    expect(session.said.at(-1)?.say.kind).toBe("assumption");
    expect(session.unsolicited()).toHaveLength(0);
  });

  test("a candidate's assistant only answers", () => {
    const session = createSession();
    session.start(45, "live");
    session.on(1, { type: "policy", policy: "assistant" });
    session.write(65, "Something.");
    session.until(900);
    expect(session.unsolicited()).toHaveLength(0);
  });

  test("a new phase does not reset the minute between two messages", () => {
    const session = createSession();
    session.start();
    session.write(65, "One.");
    session.until(76);
    session.on(77, { type: "phase", action: "next", phase: "high-level" });
    session.write(80, "Two.");
    session.until(300);
    const [first, second] = session.unsolicited();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
  });
});

test("however much there is to say, it speaks six times in a phase by itself", () => {
  const session = createSession();
  session.start();
  session.on(1, { type: "phase", action: "extend", minutes: 30 });
  for (let n = 1; n <= 12; n += 1) {
    session.write(n * 80, `Text ${n}.`);
    session.given({ topics: [testTopic(`topic-${n}`)] });
    session.until(n * 80 + 30);
  }
  expect(session.unsolicited()).toHaveLength(6);
  session.write(1_000, "More.");
  expect(session.until(1_011)).toEqual({ do: "stay-silent", reason: "enough-in-this-phase" });
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
