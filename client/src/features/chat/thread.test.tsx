import { PersonId, RunId } from "@proofroom/domain/id";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test, vi } from "vitest";
import type { LiveRoom } from "../../data/live-room.ts";
import type { Draft } from "./outbox.ts";
import { Thread } from "./Thread.tsx";

const ines = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ines" };
const chen = { id: PersonId.parse("00000000-0000-4000-8000-000000000002"), name: "Chen" };
const runId = RunId.parse("00000000-0000-4000-8000-000000000009");
const people: LiveRoom["people"] = [
  { ...ines, role: "owner", hue: 1 },
  { ...chen, role: "candidate", hue: 2 },
];
const said = (seq: number, person: typeof ines, text: string): RoomEvent => ({
  type: "message",
  id: `m${seq}`,
  person,
  text,
  seq,
  at: new Date(Date.UTC(2026, 0, 1, 12, seq)).toISOString(),
});

let dispose = () => {};
afterEach(() => {
  dispose();
  document.body.replaceChildren();
});

function show(events: RoomEvent[], written: Draft[] = []) {
  const [drafts, setDrafts] = createSignal(written);
  const [live, setLive] = createSignal<LiveRoom>({ state: "live", endedAt: null, people, events });
  const retried: string[] = [];
  const root = document.createElement("div");
  document.body.append(root);
  dispose = render(
    () => <Thread live={live()} me={{ name: "Chen", hue: 2 }} drafts={drafts()} onRetry={(id) => retried.push(id)} />,
    root,
  );
  const texts = () => [...root.querySelectorAll(".msg p, .event")].map((element) => element.textContent);
  return {
    root,
    texts,
    retried,
    setDrafts,
    setEvents: (next: RoomEvent[]) => setLive((before) => ({ ...before, events: next })),
  };
}

/** Lays the thread out as a browser would: so high, in a place of so much. */
function layOut(root: HTMLElement, height: number, place: number): HTMLElement {
  const thread = root.querySelector<HTMLElement>(".thread") ?? root;
  Object.defineProperty(thread, "scrollHeight", { value: height, configurable: true });
  Object.defineProperty(thread, "clientHeight", { value: place, configurable: true });
  return thread;
}
const scrolls = (thread: HTMLElement, top = thread.scrollTop) => {
  thread.scrollTop = top;
  thread.dispatchEvent(new Event("scroll"));
};
const draft: Draft = { id: "d1", text: "on its way", state: "sending" };

test("a place that shrinks before an earlier scroll is told of takes nobody from the newest line", async () => {
  const { root, setEvents } = show([said(1, ines, "first")]);
  const thread = layOut(root, 2_000, 600);
  setEvents([said(1, ines, "first"), said(2, ines, "second")]);
  await vi.waitFor(() => expect(thread.scrollTop).toBe(2_000));
  layOut(root, 2_000, 300);
  scrolls(thread, 1_400);
  expect(thread.scrollTop).toBe(2_000);
  expect(root.textContent).not.toContain("Jump to latest");
});

test("who has scrolled up stays there when others write, and is at the newest line with a message of one's own", async () => {
  const { root, setEvents, setDrafts } = show([said(1, ines, "first")]);
  const thread = layOut(root, 2_000, 600);
  setEvents([said(1, ines, "first"), said(2, ines, "second")]);
  await vi.waitFor(() => expect(thread.scrollTop).toBe(2_000));
  scrolls(thread, 100);
  layOut(root, 2_500, 600);
  setEvents([said(1, ines, "first"), said(2, ines, "second"), said(3, ines, "third")]);
  await Promise.resolve(); // an observer of the thread has its say
  expect([thread.scrollTop, root.textContent?.includes("Jump to latest")]).toEqual([100, true]);
  setDrafts([draft]);
  expect([thread.scrollTop, root.textContent?.includes("Jump to latest")]).toEqual([2_500, false]);
});

test("messages stand in the room's order, and what is on its way after them", () => {
  const { texts, setEvents } = show([said(1, ines, "first")], [draft]);
  setEvents([said(1, ines, "first"), said(2, chen, "second")]);
  expect(texts()).toEqual(["first", "second", "on its way"]);
});

test("a message that was not sent says why and is tried again by a button", () => {
  const { root, retried } = show([], [{ id: "d1", text: "lost", state: "failed", reason: "You are offline." }]);
  expect(root.textContent).toContain("You are offline.");
  [...root.querySelectorAll("button")].find((button) => button.textContent === "Retry")?.click();
  expect(retried).toEqual(["d1"]);
});

test("what is written is shown as text, never as elements", () => {
  const { root, texts } = show([said(1, chen, "<img src=x onerror=alert(1)>")]);
  expect(texts()).toEqual(["<img src=x onerror=alert(1)>"]);
  expect(root.querySelector("img")).toBeNull();
});

test("of a run the thread tells the start and the end only", () => {
  const run = (seq: number, status: "pending" | "deploying" | "completed"): RoomEvent & { type: "run" } => ({
    type: "run",
    runId,
    number: 1,
    status,
    seq,
    at: "2026-01-01T12:00:00.000Z",
    ...(status === "pending" ? { by: chen } : {}),
    ...(status === "completed" ? { verdict: "passed" as const } : {}),
  });
  const { texts } = show([run(1, "pending"), run(2, "deploying"), run(3, "completed")]);
  expect(texts()).toEqual(["Chen started run #1", "Run #1: passed"]);
});
