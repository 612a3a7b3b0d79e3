import { PersonId } from "@proofroom/domain/id";
import type { ChatAnswer, ChatRequest, RoomEvent } from "@proofroom/domain/room/channel";
import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import { createOutbox } from "./outbox.ts";

const me = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Chen" };
const message = (id: string, seq: number): RoomEvent => ({
  type: "message",
  id,
  person: me,
  text: id,
  seq,
  at: "2026-01-01T00:00:00.000Z",
});
const refused: ChatAnswer = { error: "offline", message: "Try again." };

function outboxOver(answers: ChatAnswer[]) {
  const sent: ChatRequest[] = [];
  const [events, setEvents] = createSignal<RoomEvent[]>([]);
  let ids = 0;
  const outbox = createRoot(() =>
    createOutbox({
      events,
      deliver(request) {
        sent.push(request);
        return Promise.resolve(answers.shift() ?? { seq: sent.length });
      },
      newId: () => `m${++ids}`,
    }),
  );
  return { outbox, sent, setEvents, states: () => outbox.drafts().map((draft) => draft.state) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a message is shown at once and stays until the room has put it in its order", async () => {
  const { outbox, setEvents, states } = outboxOver([]);
  outbox.send("hello");
  expect(states()).toEqual(["sending"]);
  await settled();
  expect(states()).toEqual(["sending"]);
  setEvents([message("m1", 7)]);
  expect(states()).toEqual([]);
});

test("a message that failed is tried again under the same id", async () => {
  const { outbox, sent, states } = outboxOver([refused]);
  outbox.send("hello");
  await settled();
  expect(states()).toEqual(["failed"]);
  expect(outbox.drafts()[0]?.reason).toBe("Try again.");
  outbox.retry("m1");
  expect(states()).toEqual(["sending"]);
  expect(sent.map((request) => request.id)).toEqual(["m1", "m1"]);
});

test("a message whose answer was lost is not shown twice once it arrives", async () => {
  const { outbox, setEvents, states } = outboxOver([refused]);
  outbox.send("hello");
  await settled();
  setEvents([message("m1", 3)]);
  expect(states()).toEqual([]);
});

test("what was kept by a lost connection is sent when it is back, in the order it was written", async () => {
  const { outbox, sent } = outboxOver([refused, refused]);
  outbox.send("first");
  outbox.send("second");
  await settled();
  outbox.resume();
  expect(sent.slice(2).map((request) => request.text)).toEqual(["first", "second"]);
});

test("a message given up is gone", async () => {
  const { outbox, states } = outboxOver([refused]);
  outbox.send("hello");
  await settled();
  outbox.discard("m1");
  expect(states()).toEqual([]);
});
