import fc from "fast-check";
import { expect, test } from "vitest";
import type { Heard } from "../hearing.ts";
import { PhaseId, phaseAfter } from "../phase.ts";
import { testPack } from "./test-pack.ts";
import { createSession } from "./test-session.ts";

type Deed =
  | {
      do:
        | "type"
        | "skip"
        | "later"
        | "next"
        | "pause"
        | "resume"
        | "mute"
        | "unmute"
        | "leave"
        | "return"
        | "off"
        | "on";
    }
  | { do: "say"; text: string; addressed: boolean }
  | { do: "write"; text: string };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), text: fc.lorem({ maxCount: 6 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      text: fc.oneof(
        fc.lorem({ maxCount: 8 }),
        fc.constantFrom(
          "I don't know",
          "how many?",
          "tell me the answer",
          "word-of-item-1 because",
          "\u202e\u200b",
          "x".repeat(4_000),
        ),
      ),
      addressed: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "type",
        "skip",
        "later",
        "next",
        "pause",
        "resume",
        "mute",
        "unmute",
        "leave",
        "return",
        "off",
        "on",
      ),
    }),
  },
);

const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), deed), { maxLength: 60 });

function playedBy(seed: string, mode: "practice" | "live", all: [number, Deed][], isWatched = false) {
  const session = createSession(seed, testPack, isWatched);
  session.start(45, mode);
  let at = 0;
  for (const [wait, step] of all) {
    at += wait;
    const phase = session.state().clock.phase;
    const next = phaseAfter(phase?.id ?? "clarify");
    if (step.do === "say") session.message(at, step.text, step.addressed);
    else if (step.do === "write") session.write(at, step.text);
    else if (step.do === "skip" || step.do === "later") session.answer(at, step.do);
    else if (step.do === "next" && next === null) continue;
    else if (step.do === "pause" && phase?.pausedAt !== null) continue;
    else if (step.do === "resume" && phase?.pausedAt === null) continue;
    else session.on(at, eventOf(step.do, next));
  }
  session.until(at + 400);
  return session;
}

function eventOf(
  what: string,
  next: PhaseId | null,
): Omit<Extract<Heard, { type: "typing" }>, "at"> & Record<string, unknown> {
  const events: Record<string, Record<string, unknown>> = {
    next: { type: "phase", action: "next", phase: next },
    pause: { type: "phase", action: "pause" },
    resume: { type: "phase", action: "resume" },
    mute: { type: "mute", muted: true },
    unmute: { type: "mute", muted: false },
    leave: { type: "present", people: 0 },
    return: { type: "present", people: 1 },
    off: { type: "policy", policy: "off" },
    on: { type: "policy", policy: "interviewer" },
  };
  return { type: "typing", ...events[what] };
}

test("whatever happens, unasked speech keeps a minute's distance and to six in a phase", () => {
  fc.assert(
    fc.property(steps, fc.constantFrom("practice" as const, "live" as const), (all, mode) => {
      const session = playedBy("any", mode, all);
      const unasked = session.unsolicited();
      for (const [n, { at }] of unasked.entries())
        if (n > 0) expect(at - (unasked[n - 1]?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
      for (const { id, startedAt, endedAt } of session.state().clock.taken) {
        const from = new Date(startedAt).getTime();
        const to = endedAt === null ? Number.POSITIVE_INFINITY : new Date(endedAt).getTime();
        expect(unasked.filter(({ at }) => at >= from && at < to).length, id).toBeLessThanOrEqual(6);
      }
    }),
    { numRuns: 150 },
  );
});

test("no question comes twice, but for one that was put off and comes back", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const session = playedBy("any", "practice", all);
      const asked = session.questions().map(({ say }) => `${say.topic}#${say.probe}`);
      for (const id of new Set(asked)) {
        const lines = session.questions().filter(({ say }) => `${say.topic}#${say.probe}` === id);
        expect(lines.length).toBeLessThanOrEqual(
          lines.some(({ say }) => say.text.includes("You put this off")) ? 2 : 1,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test("the same events and seed give the same words", () => {
  fc.assert(
    fc.property(steps, (all) => {
      expect(playedBy("one", "practice", all).said).toEqual(playedBy("one", "practice", all).said);
    }),
    { numRuns: 40 },
  );
});

test("looking only when it asked to misses nothing that looking each second finds", () => {
  fc.assert(
    fc.property(steps, (all) => {
      expect(playedBy("one", "practice", all.slice(0, 12), true).missed).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
