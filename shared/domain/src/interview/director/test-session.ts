import type { Decision, Say } from "../decision.ts";
import { decide, type DirectorState, hear, newDirector, nextLook } from "./director.ts";
import type { Heard } from "../hearing.ts";
import type { Pack } from "../item.ts";
import type { QuestionAnswer } from "../speech.ts";
import { testPack, testReading } from "./test-pack.ts";

export interface Spoken {
  at: number;
  seq: number;
  say: Say;
}

/** An event without its time. */
type WithoutTime<T> = T extends unknown ? Omit<T, "at"> : never;

/** A session on a virtual clock in which everything decided is said at once; times are in seconds. */
export function createSession(seed = "seed", pack: Pack = testPack, isWatched = false) {
  const missed: number[] = [];
  const said: Spoken[] = [];
  const signs: { at: number; decision: Decision }[] = [];
  let state: DirectorState = newDirector(seed);
  let now = 0;
  let seq = 0;

  const speak = (say: Say): void => {
    seq += 1;
    said.push({ at: now, seq, say });
    const { kind, text, question, topic, probe, place, to } = say;
    state = hear(pack, state, {
      at: now,
      type: "said",
      seq,
      kind,
      voice: "rules",
      text,
      question,
      topic,
      probe,
      place,
      to,
      isToStaff: state.clock.policy === "advisor",
    });
  };
  const look = (): Decision => {
    for (;;) {
      const decision = decide(pack, state, now);
      if (decision.do !== "say") {
        if (decision.do !== "stay-silent") signs.push({ at: now, decision });
        return decision;
      }
      speak(decision);
    }
  };
  /** Looks each second up to `end` although nobody asked for it. */
  const watch = (end: number): void => {
    for (let at = now + 1_000; isWatched && at < end; at += 1_000)
      if (decide(pack, state, at).do === "say") missed.push(at);
  };
  const until = (seconds: number): void => {
    for (let next = nextLook(state, now); next !== null && next < seconds * 1_000; next = nextLook(state, now)) {
      watch(next);
      now = next;
      look();
    }
    watch(seconds * 1_000);
    now = seconds * 1_000;
  };
  const on = (seconds: number, event: WithoutTime<Heard>): void => {
    until(seconds);
    state = hear(pack, state, { ...event, at: now });
    look();
  };
  return {
    said,
    signs,
    on,
    start: (minutes: 20 | 45 | 60 = 45, mode: "practice" | "live" = "practice") => {
      on(0, { type: "opened", mode, policy: "interviewer", people: 1 });
      on(0, { type: "phase", action: "start", phase: "clarify", minutes });
    },
    message: (seconds: number, text: string, addressed = true) => {
      until(seconds);
      seq += 1;
      const isToStaff = state.clock.policy === "advisor";
      on(seconds, { type: "message", seq, person: "ada", text, addressed, isToStaff });
    },
    write: (seconds: number, design: string) => {
      const lines = design.split("\n").map((_, n) => n + 1);
      const reading = testReading(design, seconds);
      on(seconds, {
        type: "read",
        reading,
        changed: [{ document: "design", version: reading.versions.design, author: "ada", lines, removed: 0 }],
      });
    },
    answer: (seconds: number, answer: QuestionAnswer) => {
      until(seconds);
      const asked = state.said.findLast((line) => line.question !== null);
      on(seconds, { type: "answer", question: asked?.seq ?? 0, answer, place: null });
    },
    until: (seconds: number) => {
      until(seconds);
      return look();
    },
    state: () => state,
    /** Puts in place what other parts would have found. */
    given: (more: Partial<DirectorState>) => {
      state = { ...state, ...more };
    },
    questions: () => said.filter(({ say }) => say.question !== null),
    unsolicited: () => said.filter(({ say }) => say.unsolicited),
    /** When something would have been said though nobody was told to look. */
    missed,
  };
}
