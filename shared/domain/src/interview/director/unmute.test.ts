import { expect, test } from "vitest";
import { createSession } from "./test-session.ts";

const saidFrom = (session: ReturnType<typeof createSession>, seconds: number): string[] =>
  session.said.filter(({ at }) => at >= seconds * 1_000).map(({ say }) => say.topic ?? say.kind);

const next = (phase: "high-level" | "api-data") => ({ type: "phase" as const, action: "next" as const, phase });

test("whoever unmutes in another phase hears what was settled in the last one and the goal of this one", () => {
  const session = createSession();
  session.start();
  session.on(60, { type: "mute", muted: true });
  session.on(90, next("high-level"));
  session.on(120, next("api-data"));
  session.on(150, { type: "mute", muted: false });
  expect(saidFrom(session, 60)).toEqual(["recap-high-level", "goal"]);
});

test("whoever unmutes in the same phase hears nothing of it again", () => {
  const session = createSession();
  session.start();
  session.on(60, next("high-level"));
  session.on(70, { type: "mute", muted: true });
  session.on(80, { type: "mute", muted: false });
  expect(saidFrom(session, 70)).toEqual([]);
});

test("an interview that began muted is opened at unmute", () => {
  const session = createSession();
  session.on(0, { type: "opened", mode: "practice", policy: "interviewer", people: 1 });
  session.on(1, { type: "mute", muted: true });
  session.on(2, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
  session.on(5, { type: "mute", muted: false });
  expect(saidFrom(session, 0)).toEqual(["greeting", "goal"]);
});
