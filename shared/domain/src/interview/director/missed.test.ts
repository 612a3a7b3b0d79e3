import { expect, test } from "vitest";
import { hear, newDirector } from "./director.ts";
import type { Heard } from "../hearing.ts";
import { withPassedOver } from "./missed.ts";
import { say } from "./say.ts";
import { testPack } from "./test-pack.ts";
import type { InterviewerPolicy } from "../../room/room.ts";

const questions = [
  "how many reads per second?",
  "do links expire?",
  "how long do links live?",
  "may I split reads from writes?",
  "is the cache in scope?",
  "how many links are there?",
];

/** Rows of a live room in which room and staff count their messages apart, each message answered or not. */
function rows() {
  const all: Heard[] = [];
  const seqs = { room: 0, staff: 0 };
  let policy: InterviewerPolicy = "advisor";
  let at = 0;
  const isToStaff = (): boolean => policy === "advisor";
  const next = (): number => (isToStaff() ? ++seqs.staff : ++seqs.room);
  const add = (event: Heard): void => void all.push(event);
  const after = (): number => (at += 5_000);
  add({ at, type: "opened", mode: "live", policy, people: 2 });
  add({ at, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  const ask = (text: string): number => {
    const seq = next();
    add({ at: after(), type: "message", seq, person: "ada", text, addressed: true, isToStaff: isToStaff() });
    return seq;
  };
  const answer = (to: number | null): void =>
    add({
      at: after(),
      type: "said",
      seq: next(),
      kind: "clarification",
      voice: "rules",
      text: "As you say.",
      question: null,
      topic: null,
      probe: null,
      place: null,
      to,
      isToStaff: isToStaff(),
    });
  return {
    ask,
    answerAll: (some: readonly string[]) => some.forEach((text) => answer(ask(text))),
    to: (to: InterviewerPolicy) => add({ at: after(), type: "policy", policy: (policy = to) }),
    mute: (muted: boolean) => add({ at: after(), type: "mute", muted }),
    clock: (action: "pause" | "resume") => add({ at: after(), type: "phase", action }),
    /** The state of whoever begins anew from the rows. */
    state: () => all.reduce((state, event) => hear(testPack, state, event), newDirector("seed")),
  };
}

/** What is said of passed questions before the answer to one that is asked now. */
function passedOver(room: ReturnType<typeof rows>): string {
  const seq = room.ask("how large is one link?");
  const state = room.state();
  const message = state.messages.findLast((one) => one.seq === seq);
  if (message === undefined) throw new Error("not heard");
  const plain = say("clarification", "Half a kilobyte.", "Answer.", { to: seq });
  return withPassedOver(state, plain, message).text.replace(/ ?Half a kilobyte\.$/, "");
}

test("six questions that staff had answered are not called passed over when the interviewer turns to the room", () => {
  const room = rows();
  room.answerAll(questions);
  room.to("interviewer");
  expect(passedOver(room)).toBe("");
});

const between: [string, (room: ReturnType<typeof rows>) => void][] = [
  ["a mute", (room) => [true, false].forEach(room.mute)],
  ["a pause", (room) => (["pause", "resume"] as const).forEach(room.clock)],
  ["a turn to staff and back", (room) => (["advisor", "interviewer"] as const).forEach(room.to)],
  ["a time off", (room) => (["off", "interviewer"] as const).forEach(room.to)],
  [
    "a turn to staff while muted",
    (room) => {
      room.mute(true);
      room.to("advisor");
      room.mute(false);
      room.answerAll(questions.slice(0, 1));
      room.to("interviewer");
    },
  ],
];

test.each(between)("what was answered in the room before %s is not called passed over after it", (_, happens) => {
  const room = rows();
  room.answerAll(questions.slice(0, 2));
  room.to("interviewer");
  room.answerAll(questions);
  happens(room);
  expect(passedOver(room)).toBe("");
});

test("an answer to an older message does not make the newer ones unanswered again", () => {
  const room = rows();
  room.to("interviewer");
  room.answerAll(questions);
  const state = room.state();
  const late = { at: 200_000, type: "said", seq: 90, kind: "reply", voice: "rules", text: "Yes." } as const;
  const about = { question: null, topic: null, probe: null, place: null, to: 1 };
  expect(hear(testPack, state, { ...late, ...about }).answered).toBe(state.answered);
});

test("what was broken off among staff settles nothing in the room to which the interviewer turned", () => {
  const room = rows();
  room.answerAll(questions);
  room.to("interviewer");
  const seq = room.ask("do links expire?");
  const state = room.state();
  const late = { at: 200_000, type: "said", seq: 30, kind: "clarification", voice: "rules", text: "Ten" } as const;
  const about = { question: null, topic: null, probe: null, place: null, to: 29, isToStaff: true };
  const { answered, unanswered, due } = hear(testPack, state, { ...late, ...about });
  expect({ answered, unanswered, due }).toEqual({ answered: state.answered, unanswered: seq, due: state.due });
});

test("what nobody answered is called passed over still", () => {
  const room = rows();
  room.to("interviewer");
  room.ask("do links expire?");
  expect(passedOver(room)).toContain('"do links expire?"');
});
