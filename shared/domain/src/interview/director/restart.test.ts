import { expect, test } from "vitest";
import { decide, type DirectorState, hear, newDirector, nextLook } from "./director.ts";
import type { Heard } from "../hearing.ts";
import { testPack, testReading } from "./test-pack.ts";

const seconds = (count: number): number => count * 1_000;
const before = testReading("Peak: 10k reads per second, 100 writes per second.", 1);
const after = testReading("Peak: 1k reads per second, 100 writes per second.", 2);
const edit = (reading: typeof before, at: number): Heard => ({
  at,
  type: "read",
  reading,
  changed: [{ document: "design", version: reading.versions.design, author: "ada", lines: [1], removed: 0 }],
});

const beginning: Heard[] = [
  { at: 0, type: "opened", mode: "practice", policy: "interviewer", people: 1 },
  { at: 0, type: "phase", action: "start", phase: "clarify", minutes: 45 },
  { at: 0, type: "read", reading: testReading("", 0), changed: [] },
];
const heard: Heard[] = [
  ...beginning,
  {
    at: seconds(60),
    type: "message",
    seq: 101,
    person: "ada",
    text: "we have about 1k reads per second",
    addressed: true,
  },
  edit(before, seconds(150)),
  edit(after, seconds(220)),
];

/** Says what is decided until `end`; all that happened comes back, as the rows would tell it. */
function live(events: readonly Heard[], from: DirectorState, since: number, end: number) {
  const all: Heard[] = [];
  let state = from;
  let now = since;
  let seq = 200 + from.said.length;
  const take = (event: Heard) => {
    state = hear(testPack, state, event);
    all.push(event);
  };
  const look = () => {
    for (let decision = decide(testPack, state, now); decision.do === "say"; decision = decide(testPack, state, now)) {
      const { kind, text, question, topic, probe, place, to } = decision;
      seq += 1;
      take({ at: now, type: "said", seq, kind, voice: "rules", text, question, topic, probe, place, to });
    }
  };
  const until = (at: number) => {
    for (let next = nextLook(state, now); next !== null && next < at; next = nextLook(state, now)) {
      now = next;
      look();
    }
    now = at;
  };
  for (const event of events) {
    until(event.at);
    take(event);
    look();
  }
  until(end);
  return { all, state };
}

const said = (events: readonly Heard[]) => events.filter((event) => event.type === "said");

test("whoever begins anew from the rows asks nothing again, tells no mend again, and knows what was closed", () => {
  const first = live(heard, newDirector("seed"), 0, seconds(280));
  const mends = said(first.all).filter(({ kind }) => kind === "mend");
  expect(mends).toHaveLength(1);

  const rows = first.all.filter(({ type }) => type !== "read");
  const folded = rows.reduce((state, event) => hear(testPack, state, event), newDirector("seed"));
  const again: Heard[] = [
    { at: seconds(281), type: "read", reading: after, changed: [] },
    edit(testReading("Peak: 1k reads per second, 100 writes per second.\nLinks live for good.", 3), seconds(300)),
  ];
  const second = live(again, folded, seconds(280), seconds(900));
  const asked = said(first.all).flatMap(({ question, topic, probe }) => (question ? [`${topic}#${probe}`] : []));
  const askedAgain = said(second.all).flatMap(({ question, topic, probe }) => (question ? [`${topic}#${probe}`] : []));
  expect(askedAgain.filter((one) => asked.includes(one))).toEqual([]);
  expect(said(second.all).filter(({ kind }) => kind === "mend")).toEqual([]);
  expect(second.state.said.find(({ topic, question }) => topic === mends[0]?.topic && question !== null)?.closed).toBe(
    "mended",
  );
});
