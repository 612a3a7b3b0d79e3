import { describe, expect, test } from "vitest";
import { openQuestion } from "./director-state.ts";
import { hear, recapOf, rephraseOf } from "./director.ts";
import { testPack, testTopic } from "./test-pack.ts";
import { createSession } from "./test-session.ts";

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

  test("what a run showed is nobody's to assume", () => {
    const session = createSession();
    session.start();
    session.message(30, "What is wrong with my run?");
    expect(session.said.at(-1)?.say).toMatchObject({
      kind: "reply",
      text: expect.stringContaining("No run has tested"),
    });
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
    const replies = session.said.filter(({ say }) => say.to !== null && say.kind !== "notice");
    expect(replies.length).toBeGreaterThanOrEqual(12);
    for (const { at } of replies)
      expect(replies.filter((other) => other.at > at - 60_000 && other.at <= at).length).toBeLessThanOrEqual(12);
    expect(session.state().unanswered).toBeNull();
  });

  test("a question that came between two answers is not passed over in silence", () => {
    const session = createSession();
    session.start();
    session.until(30);
    const last = session.said.at(-1)?.seq ?? 0;
    // They come together with the next one, so that nobody decides in between.
    for (const [n, text] of ["Is the sky blue?", "Do birds sing?", "we take one region"].entries()) {
      const message = { at: 30_000, type: "message", seq: last + (n + 1) / 10, person: "ada", text } as const;
      session.given(hear(testPack, session.state(), { ...message, addressed: true }));
    }
    session.message(31, "Is it warm?");
    expect(session.said.at(-1)?.say.text).toMatch(
      /^I passed over 2 questions, "Do birds sing\?" the last of them: ask me those again\. ./,
    );
    session.message(60, "Is it cold?");
    expect(session.said.at(-1)?.say.text).not.toContain("passed over");
  });

  test("who is not answered any more in this minute is told so once, and answered after it", () => {
    const session = createSession();
    session.start();
    for (let n = 0; n < 40; n += 1) session.message(30 + n, `Is it number ${n}?`);
    session.until(88);
    const notices = session.said.filter(({ say }) => say.text.includes("12 messages a minute"));
    expect(notices.map(({ at, say }) => [at, say.kind, say.unsolicited])).toEqual([[42_000, "notice", false]]);
    session.until(100);
    expect(session.said.at(-1)).toMatchObject({
      at: 90_000,
      say: { kind: "assumption", to: session.state().messages.at(-1)?.seq },
    });
    session.message(200, "Is it warm?");
    expect(session.said.at(-1)).toMatchObject({ at: 200_000, say: { kind: "assumption" } });
  });

  test("who talks on for long is told of the limit only when an answer would be due", () => {
    const session = createSession();
    session.start();
    for (let n = 0; n < 12; n += 1) session.message(30 + n, `Is it number ${n}?`);
    for (let n = 0; n < 4; n += 1) session.message(43 + n * 2, `we go on ${n}`);
    expect(session.said.some(({ say }) => say.text.includes("12 messages"))).toBe(false);
    session.until(60);
    expect(session.said.at(-1)).toMatchObject({ at: 54_000, say: { kind: "notice" } });
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

  test("rephrase has other words and the line of today after the line has moved", () => {
    const at = (line: number) =>
      testTopic("rates", {
        place: { document: "design", version: `0.${line}`, line, endLine: line, quote: "20k reads" },
        wordings: [`Which holds, design ${line} or the chat?`, `What made design ${line} another figure?`],
      });
    const session = createSession();
    session.start();
    session.write(65, "20k reads");
    session.given({ topics: [at(1)] });
    session.until(76);
    const [asked] = session.questions();
    session.given({ topics: [at(3)] });
    const again = rephraseOf(testPack, session.state(), asked?.seq ?? 0);
    expect(asked?.say.text).toContain("design 1");
    expect(again?.text).toContain("design 3");
    expect(again?.text).not.toBe(asked?.say.text.replace("design 1", "design 3"));
    expect(again?.place?.line).toBe(3);
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

  test("a follow-up is put otherwise as the first half of itself, once, and never as another question", () => {
    const session = createSession();
    session.start();
    session.write(20, "One.");
    const text = 'You said "for good". Who may end a link, and what does a visitor see then?';
    const question = { item: "item-1", source: "follow-up" as const };
    const about = { topic: "item-1", probe: null, place: null };
    session.on(30, { type: "said", seq: 900, kind: "reply", voice: "rules", text, question, ...about });
    session.message(40, "Could you rephrase that?");
    const again = session.said.at(-1)?.say;
    expect(again?.text).toContain("Who may end a link?");
    expect(again).toMatchObject({ question, ...about });
    session.message(60, "Could you rephrase that?");
    expect(session.said.at(-1)?.say).toMatchObject({
      text: expect.stringContaining("no other wording"),
      question: null,
    });
  });

  test("what was asked again is open in its new words alone, and put off in them it comes back", () => {
    const session = createSession();
    session.start();
    session.write(5, "Text.");
    session.given({ topics: [testTopic("t")] });
    session.until(70);
    expect(session.questions().map(({ say }) => say.topic)).toEqual(["t"]);
    session.message(90, "Could you rephrase that?");
    const again = session.said.at(-1)?.say;
    expect(again).toMatchObject({ kind: "reply", topic: "t" });
    session.answer(100, "later");
    expect(openQuestion(session.state())).toBeNull();
    const [, open] = recapOf(testPack, session.state(), 101_000).text.split("\n");
    expect(open?.match(/put off/g)).toHaveLength(1);
    session.on(110, { type: "phase", action: "extend", minutes: 30 });
    session.answer(345, "skip");
    session.until(800);
    expect(session.questions().map(({ say }) => say.text)).toContain(`You put this off: ${again?.text}`);
  });

  test("a recap names the line of a question that names none itself", () => {
    const session = createSession();
    session.start();
    session.write(65, "Two instances.");
    const place = { document: "design" as const, version: "0.65", line: 1, endLine: 1, quote: "Two instances." };
    session.given({ topics: [testTopic("t", { place, wordings: ["One of them dies. What has happened then?"] })] });
    session.until(76);
    const [, open] = recapOf(testPack, session.state(), 80_000).text.split("\n");
    expect(open).toBe('Open: "What has happened then?" (design 1).');
  });
});

test("staff who ask their advisor are told what it would ask the candidate, and have nothing to assume", () => {
  const session = createSession();
  session.on(0, { type: "opened", mode: "live", policy: "advisor", people: 2 });
  session.on(0, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
  session.message(10, "@interviewer what should I ask Carl about his table?");
  const reply = session.said.at(-1)?.say;
  expect(reply).toMatchObject({ kind: "reply", question: null });
  expect(reply?.text).toMatch(/^I have no fixed answer to that\. What I would ask next: .+\?$/);
});
