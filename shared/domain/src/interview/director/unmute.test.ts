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

const silences = [
  ["muted", { type: "mute", muted: true }, { type: "mute", muted: false }],
  ["paused", { type: "phase", action: "pause" }, { type: "phase", action: "resume" }],
] as const;

/** A live interview that began among staff, or without the interviewer. */
function unknownToCandidate(policy: "advisor" | "off") {
  const session = createSession();
  session.on(0, { type: "opened", mode: "live", policy, people: 2 });
  session.on(0, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
  return session;
}

for (const [how, off, on] of silences)
  for (const before of ["advisor", "off"] as const)
    for (const after of ["interviewer", "assistant"] as const)
      test(`a candidate to whom it turns from ${before} to ${after} while it is ${how} is greeted when it speaks again`, () => {
        const session = unknownToCandidate(before);
        session.on(30, off);
        session.on(60, { type: "policy", policy: after });
        session.until(200);
        expect(saidFrom(session, 30)).toEqual([]);
        session.on(200, on);
        expect(saidFrom(session, 30)).toEqual(["greeting", "goal"]);
      });

test("whoever is greeted late hears then what passed meanwhile, and the answer that is owed", () => {
  const session = unknownToCandidate("advisor");
  session.on(30, { type: "mute", muted: true });
  session.on(60, { type: "policy", policy: "interviewer" });
  session.on(90, next("high-level"));
  session.message(100, "how many reads per second?");
  session.on(120, { type: "mute", muted: false });
  expect(session.said.filter(({ at }) => at >= 30_000).map(({ say }) => say.kind)).toEqual([
    "greeting",
    "recap",
    "goal",
    "notice",
    "assumption",
  ]);
});

test("a greeting that is owed waits for the end of the last of two silences", () => {
  const session = unknownToCandidate("advisor");
  session.on(30, { type: "mute", muted: true });
  session.on(40, { type: "phase", action: "pause" });
  session.on(60, { type: "policy", policy: "interviewer" });
  session.on(70, { type: "mute", muted: false });
  expect(saidFrom(session, 30)).toEqual([]);
  session.on(80, { type: "phase", action: "resume" });
  expect(saidFrom(session, 30)).toEqual(["greeting", "goal"]);
});

test("a greeting is said once, however often it falls silent and is turned elsewhere", () => {
  const session = unknownToCandidate("advisor");
  for (const [n, [, off, on]] of [...silences, ...silences].entries()) {
    session.on(n * 100 + 30, off);
    session.on(n * 100 + 40, { type: "policy", policy: n % 2 === 0 ? "interviewer" : "advisor" });
    session.on(n * 100 + 50, on);
  }
  // Once among staff, once in the room.
  expect(session.said.filter(({ say }) => say.kind === "greeting")).toHaveLength(2);
});
