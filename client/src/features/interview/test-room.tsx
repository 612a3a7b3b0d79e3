import { PersonId, RoomId } from "@proofroom/domain/id";
import type { ChatRequest, LiveFact, RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { may } from "@proofroom/domain/room/permissions";
import type { Member } from "@proofroom/domain/room/person";
import type { InterviewerPolicy, Role, RoomMode } from "@proofroom/domain/room/room";
import { createSignal, type JSX } from "solid-js";
import { render } from "solid-js/web";
import { createInterview, InterviewProvider } from "../../data/interview.tsx";
import { advanceRoom, type LiveRoom } from "../../data/live-room.ts";
import { type Room, RoomProvider } from "../../data/room.tsx";
import { AnnounceProvider } from "../../ui/announce.tsx";
import { ToastProvider } from "../../ui/toast.tsx";

export const ada: Member = {
  id: PersonId.parse("00000000-0000-4000-8000-000000000001"),
  name: "Ada",
  role: "owner",
  hue: 1,
};
export const chen: Member = {
  id: PersonId.parse("00000000-0000-4000-8000-000000000002"),
  name: "Chen",
  role: "candidate",
  hue: 2,
};

interface Options {
  mode?: RoomMode;
  role?: Role;
  policy?: InterviewerPolicy;
  /** Told before one came in. */
  facts?: RoomFact[];
  /** How long ago the first of them happened. */
  agoMillis?: number;
}

/** A room without a server: what it keeps and tells is what the test says, from the one moment on to the next. */
export function openTestRoom(content: () => JSX.Element, options: Options = {}) {
  const { mode = "practice", role = "owner", policy = "interviewer", facts = [], agoMillis = 1_000 } = options;
  const beganAt = Date.now() - agoMillis;
  const me = { ...ada, role };
  let seq = 0;
  const kept = (fact: RoomFact): RoomEvent => ({
    ...fact,
    seq: ++seq,
    at: new Date(beganAt + seq).toISOString(),
  });
  const [live, setLive] = createSignal<LiveRoom>({
    state: "live",
    endedAt: null,
    people: [me, chen],
    events: facts.map(kept),
  });
  const listeners = {
    events: new Set<(events: RoomEvent[]) => void>(),
    live: new Set<(fact: LiveFact) => void>(),
    staff: new Set<(event: RoomEvent) => void>(),
  };
  const subscribe = <L,>(set: Set<L>, listener: L) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  const sent: ChatRequest[] = [];
  const room: Room = {
    id: RoomId.parse("00000000-0000-4000-8000-0000000000aa"),
    problem: "url-shortener",
    mode,
    policy,
    me,
    live,
    presence: () => new Map(),
    typing: () => [],
    may: (action, isOwn) => may(action, role, { state: live().state, mode }, isOwn),
    isRemoved: () => false,
    channel: {
      state: () => ({ state: "open" }),
      isCaughtUp: () => true,
      onEvents: (listener) => void subscribe(listeners.events, listener),
      onLive: (listener) => subscribe(listeners.live, listener),
      onStaff: (listener) => subscribe(listeners.staff, listener),
      onRun: () => () => {},
      onOpen: () => () => {},
      chat(request) {
        sent.push(request);
        return Promise.resolve({ seq: seq + 1 });
      },
      typing() {},
      looking() {},
      retryNow() {},
      close() {},
    },
  };
  const root = document.createElement("div");
  document.body.append(root);
  const dispose = render(
    () => (
      <AnnounceProvider>
        <ToastProvider>
          <RoomProvider value={room}>
            <InterviewProvider value={createInterview(room)}>{content()}</InterviewProvider>
          </RoomProvider>
        </ToastProvider>
      </AnnounceProvider>
    ),
    root,
  );
  return {
    root,
    sent,
    tell(...told: RoomFact[]): void {
      const events = told.map(kept);
      setLive((before) => advanceRoom(before, events));
      listeners.events.forEach((listen) => listen(events));
    },
    tellLive: (fact: LiveFact) => listeners.live.forEach((listen) => listen(fact)),
    tellStaff: (event: RoomEvent) => listeners.staff.forEach((listen) => listen(event)),
    announced: () => root.querySelector("[role=status]")?.textContent ?? "",
    button: (name: string) =>
      [...root.querySelectorAll("button")].find((button) => button.textContent?.trim().startsWith(name)),
    close() {
      dispose();
      root.remove();
    },
  };
}
