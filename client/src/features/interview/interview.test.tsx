import { DocumentVersion } from "@proofroom/domain/document/document";
import { PersonId } from "@proofroom/domain/id";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { matchMedia } from "../../ui/test-media.ts";
import { Chat } from "../chat/Chat.tsx";
import { Phases } from "./Phases.tsx";
import { HeadClock } from "./HeadClock.tsx";
import { createMoves } from "./moves.ts";
import { StaffChat } from "./StaffChat.tsx";
import { ada, chen, openTestRoom } from "./test-room.tsx";
import { VoiceChip } from "./VoiceChip.tsx";

const by = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const begun: RoomFact = { type: "phase", action: "start", phase: "clarify", minutes: 45, by };
const about = {
  document: "schema" as const,
  version: DocumentVersion.parse("1.4"),
  line: 3,
  endLine: 3,
  quote: "code varchar(5)",
  anchor: "",
};
const asks = (id: string, more: object = {}): RoomFact => ({
  type: "message",
  id,
  person: null,
  voice: "rules",
  kind: "question",
  text: "`code` holds 916 million codes. Then?",
  question: { item: "data-3", source: "challenge" },
  ...more,
});

/** What was asked of the server; it is not there, so that each answer is a refusal or what a test says. */
let asked: { method: string; path: string; body: unknown }[] = [];
const unanswered = globalThis.fetch;
const refuse = () => Response.json({ error: "offline", message: "Try again." }, { status: 409 });
let answer: (path: string) => Response = refuse;
beforeEach(() => {
  matchMedia();
  asked = [];
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const path = new URL(url, "http://localhost").pathname.replace(/^\/api\/rooms\/[^/]+/, "");
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    if (init?.method !== undefined && init.method !== "GET") asked.push({ method: init.method, path, body });
    return Promise.resolve(answer(path));
  };
});
let room: ReturnType<typeof openTestRoom> | undefined;
afterEach(() => {
  room?.close();
  globalThis.fetch = unanswered;
  answer = refuse;
});

const pointed: number[] = [];
const actions = { open: () => {}, openLine: () => {}, point: (seq: number) => void pointed.push(seq) };
const chat = () => <Chat actions={actions} />;
/** How long is waited for what comes on a busy machine, in milliseconds. */
const patience = 10_000;
const seen = (text: string) => vi.waitFor(() => expect(room?.root.textContent).toContain(text), patience);
const press = async (name: string) => {
  await vi.waitFor(() => expect(room?.button(name)).toBeDefined(), patience);
  room?.button(name)?.click();
};

test("before a practice one reads what the interviewer is, chooses how long, and starts", async () => {
  room = openTestRoom(chat);
  await seen("What is recorded");
  expect(room.root.querySelector("textarea")?.disabled).toBe(true);
  await press("60 min");
  await press("Start");
  expect(asked).toEqual([{ method: "POST", path: "/interview/start", body: { minutes: 60 } }]);
});

test.each([
  ["a mouse", "(pointer: fine)", "say"],
  ["a finger", "(pointer: coarse)", ""],
])("with %s one goes on in the field after Start, if nothing else is used", async (_, pointer, focused) => {
  matchMedia(pointer);
  room = openTestRoom(chat);
  await seen("What is recorded");
  room.tell(begun);
  await vi.waitFor(() => expect(room?.root.querySelector("textarea")?.disabled).toBe(false));
  expect(document.activeElement?.id).toBe(focused);
});

test("a message of the interviewer names its voice and its lines, and can be answered four ways", async () => {
  room = openTestRoom(chat, { facts: [begun, asks("q1", { about })] });
  await seen("Schema, line 3");
  const message = room.root.querySelector('.msg[data-kind="question"]');
  expect(message?.querySelector(".chip")?.textContent).toBe("rule-based");
  expect(message?.querySelector("code")?.textContent).toBe("code");
  expect([...(message?.querySelectorAll(".question-buttons button") ?? [])].map((b) => b.textContent)).toEqual([
    "Point at a line",
    "Later",
    "Skip",
    "Rephrase",
  ]);
  await press("Point at a line");
  expect(pointed).toEqual([2]);
  await press("Skip");
  await vi.waitFor(() => expect(asked).toEqual([{ method: "POST", path: "/questions/2", body: { answer: "skip" } }]));
});

test("what became of a question stands on it, and an older question keeps its buttons behind one", async () => {
  room = openTestRoom(chat, { facts: [begun, asks("q1"), asks("q2")] });
  await press("Answer");
  await vi.waitFor(() => expect(room?.root.querySelectorAll(".question-buttons")).toHaveLength(2));
  room.tell({ type: "answer", question: 3, answer: "skip", by });
  await seen("skipped, the report says so");
});

test("a refusal is told in the server's words, and the question stays", async () => {
  answer = () =>
    Response.json({ error: "illegal-move", message: "This question was skipped already." }, { status: 409 });
  room = openTestRoom(chat, { facts: [begun, asks("q1")] });
  await press("Later");
  await seen("This question was skipped already.");
  expect(room.root.querySelector(".question-buttons")).not.toBeNull();
});

test("words on their way are seen and can be stopped, and only the whole message is announced, once", async () => {
  room = openTestRoom(chat, { facts: [begun, asks("q1")] });
  await seen("916 million");
  room.tellLive({ type: "thinking", turn: "t1" });
  await seen("Thinking…");
  room.tellLive({ type: "words", turn: "t1", text: "You wrote that" });
  await seen("You wrote that");
  await press("Stop");
  expect(asked).toEqual([{ method: "POST", path: "/interview/stop", body: { turn: "t1" } }]);
  expect(room.announced()).toBe("");
  room.tell(asks("t1", { text: "You wrote that", ended: "stopped" }));
  await seen("Stopped here.");
  expect(room.announced()).toBe("Interviewer: You wrote that Stopped here.");
  expect(room.root.querySelectorAll('[data-s="streaming"]')).toHaveLength(0);
  expect(room.root.querySelector("[role=log]")?.getAttribute("aria-live")).toBe("off");
});

test("a practice whose interviewer is off can be given it back, and another one offers no choice", async () => {
  room = openTestRoom(() => <VoiceChip />, { policy: "off", facts: [begun] });
  await press("AI off");
  await press("Change");
  await vi.waitFor(
    () => expect(room?.root.ownerDocument.querySelectorAll('[name="policy"]')).toHaveLength(2),
    patience,
  );
  room.close();
  room = openTestRoom(() => <VoiceChip />, { facts: [begun] });
  await press("AI interviews");
  await seen("It asks about what you write");
  expect(room.root.querySelector(".popover button")).toBeNull();
});

test("the next phase is proposed by the interviewer and pressed by a person, while it is the next", async () => {
  const proposes: RoomFact = { type: "message", id: "p", person: null, text: "Go on?", proposes: "high-level" };
  room = openTestRoom(chat, { facts: [begun, proposes] });
  await press("Go to High level");
  expect(asked).toEqual([{ method: "POST", path: "/interview/next", body: { from: "clarify" } }]);
  room.tell({ type: "phase", action: "next", phase: "high-level", by });
  await vi.waitFor(() => expect(room?.button("Go to High level")).toBeUndefined());
});

test("whoever presses Next a moment after another is not told of a fault; who gives time to a phase that was left is", async () => {
  const late = "Somebody has left that phase already.";
  answer = () => Response.json({ error: "phase-left", message: late }, { status: 409 });
  const Extend = () => {
    const { move } = createMoves();
    return <button onClick={() => void move({ move: "extend", minutes: 5, from: "clarify" })}>Five more</button>;
  };
  const proposes: RoomFact = { type: "message", id: "p", person: null, text: "Go on?", proposes: "high-level" };
  const both = () => [<Chat actions={actions} />, <Extend />];
  room = openTestRoom(both, { facts: [begun, proposes] });
  await press("Go to High level");
  await vi.waitFor(() => expect(room?.button("Go to High level")?.getAttribute("aria-disabled")).toBe("false"));
  expect(room.root.textContent).not.toContain(late);
  await press("Five more");
  await seen(late);
  expect(asked.map(({ path, body }) => [path, body])).toEqual([
    ["/interview/next", { from: "clarify" }],
    ["/interview/extend", { minutes: 5, from: "clarify" }],
  ]);
});

test("in a live room one writes to the interviewer by name, or replies to what it said", async () => {
  room = openTestRoom(chat, { mode: "live", role: "candidate", facts: [begun, asks("q1")] });
  await press("Reply");
  const field = room.root.querySelector("textarea");
  if (field === null) throw new Error("there is no field to write in");
  expect(field.placeholder).toBe("Message, Enter to send");
  field.value = "@int";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
  expect(field.value).toBe("@interviewer ");
  field.value = "@interviewer the row lock";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  expect(room.sent).toMatchObject([{ text: "@interviewer the row lock", to: 2 }]);
});

const paused: RoomFact = { type: "phase", action: "pause", phase: "clarify", by };
const muted: RoomFact = { type: "mute", muted: true, by };
test.each([
  ["practice", "interviewer", [begun, paused], "is it?", "The clock is paused, so nothing is answered."],
  ["practice", "interviewer", [begun, muted], "is it?", "Unmute it in the menu beside the clock."],
  ["practice", "interviewer", [begun], "is it?", null],
  ["live", "interviewer", [begun, muted], "@interviewer is it?", "Unmute it in the menu beside the clock."],
  ["live", "interviewer", [begun, muted], "is it?", null],
  ["live", "interviewer", [], "@Interviewer is it?", "The interview has not begun."],
  ["live", "off", [begun], "@interviewer is it?", "The AI is off in this room"],
  ["live", "advisor", [begun], "@interviewer is it?", "answers nobody here. Ask the people"],
  ["live", "assistant", [begun], "@interviewer is it?", null],
] as const)(
  "in a %s room with policy %s whoever writes to an interviewer that will not answer reads why (%#)",
  async (mode, policy, facts, text, why) => {
    room = openTestRoom(chat, { mode, policy, role: mode === "live" ? "candidate" : "owner", facts: [...facts] });
    const field = await vi.waitFor(() => {
      const found = room?.root.querySelector("textarea");
      if (found === null || found === undefined || found.disabled) throw new Error("there is no field to write in");
      return found;
    });
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (why === null) return expect(room.root.querySelector("#say-silence")?.textContent).toBe("");
    await vi.waitFor(() => expect(room?.root.querySelector("#say-silence")?.textContent).toContain(why));
    expect(field.getAttribute("aria-describedby")).toContain("say-silence");
    expect(room.announced()).toContain(why);
  },
);

test("a clock that was paused is said to be, whatever silence was noticed before", async () => {
  room = openTestRoom(chat, { facts: [begun] });
  await vi.waitFor(() => expect(room?.root.querySelector(".typing")?.textContent).toContain("It asks when"));
  room.tellLive({ type: "waiting", hint: true });
  await seen("A hint is ready below.");
  room.tell(paused);
  await vi.waitFor(() => expect(room?.root.querySelector(".typing")?.textContent).toBe("The clock is paused"));
});

/** How the interview stands for whoever asks, as far as its hints go. */
const hintView = (level: string, taken: object[] = []) => ({
  interview: {
    policy: "interviewer",
    voice: "rules",
    muted: false,
    minutes: 45,
    phases: [],
    phase: null,
    hints: { item: "data-3", taken, of: 3, next: { level, cost: "It is noted in the report." } },
    serverTime: new Date().toISOString(),
  },
});

test("a hint that another took opens the drawer, where its words are", async () => {
  answer = () => Response.json(hintView("pointed"));
  room = openTestRoom(chat, { mode: "live", role: "candidate", facts: [begun] });
  await seen("0 of 3 shown");
  answer = () => Response.json(hintView("pointed", [{ level: "nudge", text: "Think of the repeat." }]));
  room.tell({ type: "hint", item: "data-3", level: "nudge", text: "Think of the repeat.", by: chen });
  await seen("1 of 3 shown");
  await vi.waitFor(() => expect(room?.root.querySelector(".hints")?.textContent).toContain("Think of the repeat."));
  expect(room.button("Hints")?.getAttribute("aria-expanded")).toBe("true");
});

test("a hint says its price before it is taken, and a candidate outside practice leaves the last to staff", async () => {
  answer = (path) =>
    path === "/interview"
      ? Response.json(hintView("pointed"))
      : Response.json({ error: "no-hint", message: "There is no hint left here." }, { status: 409 });
  room = openTestRoom(chat, { mode: "live", role: "candidate", facts: [begun] });
  await press("Hints");
  await press("Show, at most 3 of 4");
  await seen("There is no hint left here.");
  answer = () => Response.json(hintView("partial"));
  room.tell({ type: "hint", item: "data-3", level: "pointed", text: "Look at `code`.", by });
  await seen("Ask the interviewer of this room to release it.");
  expect(room.button("Show,")).toBeUndefined();
});

test("a practice without a model says what a hint costs where nobody but oneself marks", async () => {
  answer = () => Response.json(hintView("pointed"));
  room = openTestRoom(chat, { facts: [begun] });
  await vi.waitFor(() => expect(room?.button("Show, self-mark up to 3")).toBeDefined());
  await seen("no model marks here, so give yourself at most 3 of 4");
  expect(room.root.querySelector(".hints")?.textContent).toContain("after hint 2, self-mark up to 2");
});

test("the clock is paused, given more time and moved on by whoever holds it, and only seen by the others", async () => {
  room = openTestRoom(() => <HeadClock />, { mode: "live", role: "candidate", facts: [begun] });
  await vi.waitFor(() => expect(room?.root.querySelector("[role=timer]")).not.toBeNull());
  expect(room.root.querySelector('[aria-label="Pause the clock"]')).toBeNull();
  room.close();
  room = openTestRoom(() => <HeadClock />, { mode: "live", facts: [begun] });
  await vi.waitFor(() => expect(room?.root.querySelector('[aria-label="Pause the clock"]')).not.toBeNull());
  room.root.querySelector<HTMLElement>('[aria-label="Pause the clock"]')?.click();
  expect(asked).toEqual([{ method: "POST", path: "/interview/pause", body: undefined }]);
  room.tell({ type: "phase", action: "pause", phase: "clarify", by });
  expect(room.announced()).toContain("The clock is paused.");
});

test("an overrun is shown in the rail and in the head, in words too", async () => {
  room = openTestRoom(() => <Phases />, { facts: [begun], agoMillis: 10 * 60_000 });
  await vi.waitFor(() => expect(room?.root.querySelector(".phase[aria-current=step] .ink-warn")).not.toBeNull());
  expect(room.root.querySelector(".phase[aria-current=step]")?.textContent).toContain("over");
});

test("once the room has ended the report stands where one wrote", async () => {
  room = openTestRoom(chat, { facts: [begun] });
  room.tell({ type: "state", state: "ended", by: ada });
  await seen("The report is being written");
  room.tell({ type: "report", status: "ready" });
  await seen("The report is ready: what was covered");
  expect(room.root.querySelector("a.btn")?.getAttribute("href")).toMatch(/\/report$/);
});

test("staff read their own stream, and decide about a message that waits; its author cannot", async () => {
  const held: RoomEvent = {
    type: "held",
    id: "h1",
    message: "m1",
    person: { id: chen.id, name: chen.name },
    reason: "abuse",
    text: "something rude",
    seq: 1,
    at: new Date().toISOString(),
  };
  let kept: RoomEvent[] = [held];
  answer = (path) => {
    if (path === "/staff-events") return Response.json({ events: kept });
    return path === "/interview" ? refuse() : Response.json({ decision: "refused" });
  };
  const counts: number[] = [];
  room = openTestRoom(() => <StaffChat actions={actions} onCount={(n) => counts.push(n)} />, { mode: "live" });
  await seen("waits, nobody else has seen it");
  expect(counts.at(-1)).toBe(1);
  await press("Refuse");
  expect(asked).toEqual([{ method: "POST", path: "/held/h1", body: { decision: "refused" } }]);
  const decided: RoomEvent = {
    type: "held-decided",
    id: "h1",
    message: "m1",
    person: chen.id,
    decision: "refused",
    by,
    seq: 2,
    at: held.at,
  };
  kept = [held, decided];
  room.tellStaff(decided);
  await seen("Ada refused it.");
  expect(room.button("Release")).toBeUndefined();
});

test("what a private advisor says stays in the staff chat, its words on their way too", async () => {
  answer = (path) => (path === "/staff-events" ? Response.json({ events: [] }) : refuse());
  room = openTestRoom(
    () => (
      <>
        <div class="room-chat">
          <Chat actions={actions} />
        </div>
        <StaffChat actions={actions} onCount={() => {}} />
      </>
    ),
    { mode: "live", policy: "advisor" },
  );
  await seen("Only owner and interviewers read this");
  room.tellLive({ type: "words", turn: "t1", text: "Ask about the row lock." });
  await seen("Ask about the row lock.");
  expect(room.root.querySelector(".room-chat")?.textContent).not.toContain("row lock");
});

test("the first word in the staff chat is read out, and a hint that another took", async () => {
  let isRead = false;
  answer = (path) => {
    isRead ||= path === "/staff-events";
    return path === "/staff-events" ? Response.json({ events: [] }) : refuse();
  };
  room = openTestRoom(() => <StaffChat actions={actions} onCount={() => {}} />, { mode: "live", policy: "advisor" });
  await vi.waitFor(() => expect(isRead).toBe(true));
  await new Promise((resolve) => setTimeout(resolve));
  const at = new Date(0).toISOString();
  const hint = { type: "hint", item: "data-3", level: "nudge", text: "Think of the repeat.", by: chen } as const;
  room.tellStaff({ type: "message", id: "s1", person: null, text: "They settled the reads.", seq: 1, at });
  await vi.waitFor(() => expect(room?.announced()).toBe("Interviewer: They settled the reads."));
  room.tellStaff({ ...hint, seq: 2, at });
  await vi.waitFor(() => expect(room?.announced()).toBe("Chen took a hint: Think of the repeat."), 5_000);
});

test("a message longer than one holds stays whole, is held back, and its words say how much to take out", async () => {
  room = openTestRoom(chat, { mode: "live", facts: [begun] });
  const field = room.root.querySelector("textarea");
  const write = (text: string) => {
    if (field === null) throw new Error("there is nowhere to write");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const enter = () => field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  write("x".repeat(3_700));
  expect(room.root.textContent).toContain("3,700 of 4,000 characters");
  write("x".repeat(4_096));
  expect(field?.value).toHaveLength(4_096);
  expect(field?.getAttribute("aria-invalid")).toBe("true");
  expect(room.root.textContent).toContain("4,096 characters and at most 4,000 fit: take out 96");
  expect(room.announced()).toContain("take out 96");
  enter();
  room.button("Send")?.click();
  expect([room.sent.length, field?.value.length]).toEqual([0, 4_096]);
  write("x".repeat(4_000));
  enter();
  expect([room.sent.length, room.sent[0]?.text.length, field?.value]).toEqual([1, 4_000, ""]);
});
