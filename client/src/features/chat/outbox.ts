import type { ChatAnswer, ChatRequest, RoomEvent } from "@proofroom/domain/room/channel";
import { type Accessor, createMemo, createSignal } from "solid-js";

/** A message of one's own that is not yet in the room's order. */
export interface Draft {
  id: string;
  text: string;
  /** The message that it answers. */
  to?: number;
  /** `held`: it reached the room and waits until staff decide about it. */
  state: "sending" | "failed" | "held";
  /** Why it is not there, and what to do. */
  reason?: string;
}

export interface Outbox {
  drafts: Accessor<Draft[]>;
  send: (text: string, to?: number) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Sends again what the lost connection kept: the same id, so that nothing is said twice. */
  resume: () => void;
}

interface Options {
  events: Accessor<RoomEvent[]>;
  deliver: (request: ChatRequest) => Promise<ChatAnswer>;
  newId: () => string;
  /** Told what the room says of a message that it took. */
  onNote?: (note: string) => void;
}

/** Shows a message at once, and keeps it until the room has put it in its order or somebody gives it up. */
export function createOutbox(o: Options): Outbox {
  const [waiting, setWaiting] = createSignal<Draft[]>([]);
  const arrived = createMemo(() => new Set(o.events().map((event) => (event.type === "message" ? event.id : ""))));
  const drafts = createMemo(() => waiting().filter((draft) => !arrived().has(draft.id)));

  const change = (draft: Draft) => setWaiting((all) => all.map((other) => (other.id === draft.id ? draft : other)));
  const attempt = async ({ id, text, to }: Draft) => {
    const message = { id, text, ...(to === undefined ? {} : { to }) };
    change({ ...message, state: "sending" });
    const answer = await o.deliver(message);
    if ("seq" in answer) {
      if (answer.note !== undefined) o.onNote?.(answer.note);
      return;
    }
    change({ ...message, state: answer.error === "held" ? "held" : "failed", reason: answer.message });
  };

  return {
    drafts,
    send(text, to) {
      const draft: Draft = { id: o.newId(), text, state: "sending", ...(to === undefined ? {} : { to }) };
      setWaiting((all) => [...all.filter((other) => !arrived().has(other.id)), draft]);
      void attempt(draft);
    },
    retry(id) {
      const draft = waiting().find((other) => other.id === id);
      if (draft !== undefined) void attempt(draft);
    },
    discard: (id) => setWaiting((all) => all.filter((draft) => draft.id !== id)),
    resume() {
      for (const draft of drafts()) void attempt(draft);
    },
  };
}
