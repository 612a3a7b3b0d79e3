import { expect, test } from "vitest";
import type { InterviewerPolicy } from "../../room/room.ts";
import { createSession } from "./test-session.ts";

const secret = "Is Carl too weak on queues to be hired?";

function liveSession(policy: InterviewerPolicy) {
  const session = createSession();
  session.on(0, { type: "opened", mode: "live", policy, people: 2 });
  session.on(0, { type: "phase", action: "start", phase: "clarify", minutes: 45 });
  return {
    ...session,
    kindsFrom: (seconds: number) => session.said.filter(({ at }) => at >= seconds * 1_000).map(({ say }) => say.kind),
  };
}

const fallsSilent = [
  ["muted", { type: "mute", muted: true }, { type: "mute", muted: false }],
  ["paused", { type: "phase", action: "pause" }, { type: "phase", action: "resume" }],
] as const;

test.each(fallsSilent)(
  "what staff asked while it was %s is neither quoted nor answered to the candidate",
  (_, off, on) => {
    const session = liveSession("advisor");
    session.on(10, off);
    session.message(20, secret);
    session.on(30, { type: "policy", policy: "interviewer" });
    session.on(40, on);
    session.until(60);
    expect(session.kindsFrom(10).filter((kind) => kind !== "greeting" && kind !== "goal")).toEqual([]);
    expect(session.said.map(({ say }) => say.text).join("\n")).not.toContain("Carl");
  },
);

test("what waits for an answer among staff is not answered to the candidate", () => {
  const session = liveSession("advisor");
  session.message(10, "Carl thinks aloud about the queue");
  session.message(12, "and he said little about the cache");
  session.on(13, { type: "policy", policy: "interviewer" });
  session.until(60);
  expect(session.kindsFrom(13)).toEqual(["greeting", "goal"]);
});

test("what was answered before staff were advised is not called passed over afterwards", () => {
  const session = liveSession("interviewer");
  session.message(10, "do links expire?");
  session.on(20, { type: "policy", policy: "advisor" });
  // Staff count their messages apart, from one on.
  const asked = { type: "message", seq: 1, person: "ivy", text: secret, addressed: true } as const;
  session.on(21, { ...asked, byStaff: true, isToStaff: true });
  session.on(30, { type: "policy", policy: "interviewer" });
  session.message(40, "may I split reads from writes, then?");
  const answer = session.said.at(-1)?.say;
  expect(answer?.kind).toBe("assumption");
  expect(answer?.text).not.toContain("passed over");
});
