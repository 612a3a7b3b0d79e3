import { describe, expect, test } from "vitest";
import { testTopic } from "./test-pack.ts";
import { createSession } from "./test-session.ts";

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

  test("of what was said while muted the last question is answered at the end of it, and that it waited is said", () => {
    const session = createSession();
    session.start();
    session.on(30, { type: "mute", muted: true });
    session.message(40, "we take one region");
    session.message(45, "is the sky blue?");
    session.message(50, "do birds sing?");
    session.message(55, "a thought of mine");
    const before = session.said.length;
    session.on(900, { type: "mute", muted: false });
    session.until(905);
    const [notice, answer, ...rest] = session.said.slice(before).map(({ say }) => say);
    expect(notice).toMatchObject({ kind: "notice", unsolicited: false });
    expect(notice?.text).toContain('you asked 2 things, "do birds sing?" last');
    expect(answer).toMatchObject({ kind: "assumption", to: notice?.to });
    expect(rest).toEqual([]);
  });

  test("of what was asked while the clock was paused the last is answered once it runs", () => {
    const session = createSession();
    session.start();
    session.on(30, { type: "phase", action: "pause" });
    session.message(40, "is the sky blue?");
    session.message(45, "we take one region");
    const before = session.said.length;
    session.on(50, { type: "phase", action: "resume" });
    session.until(55);
    const [notice, answer, ...rest] = session.said.slice(before).map(({ say }) => say);
    expect(notice?.text).toBe(
      'While the clock was paused you asked "is the sky blue?", and nobody answered; I do so now.',
    );
    expect(answer).toMatchObject({ kind: "assumption", to: notice?.to });
    expect(rest).toEqual([]);
    session.on(60, { type: "phase", action: "pause" });
    session.message(65, "do birds sing?");
    session.on(300, { type: "phase", action: "resume" });
    const late = session.said.slice(-3).map(({ say }) => say.text.split(" ", 4).join(" "));
    expect(late.slice(0, 2)).toEqual(["Welcome back; the clock", "While the clock was"]);
  });

  test("who asked nothing while it was muted hears nothing about that", () => {
    const session = createSession();
    session.start();
    session.message(20, "is the sky blue?");
    session.on(30, { type: "mute", muted: true });
    session.message(40, "we take one region");
    const before = session.said.length;
    session.on(50, { type: "mute", muted: false });
    session.until(55);
    expect(session.said).toHaveLength(before);
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
