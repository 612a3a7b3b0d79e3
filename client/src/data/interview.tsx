import { advanceClock, type InterviewClock, newClock } from "@proofroom/domain/interview/clock";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import type { InterviewView } from "@proofroom/domain/interview/view";
import { type Accessor, createContext, createMemo, createSignal, onCleanup, useContext } from "solid-js";
import type { Answer } from "./answer.ts";
import { fetchInterview } from "./interview-api.ts";
import type { Room } from "./room.tsx";
import { hearKept, hearLive, silent, type Voicing } from "./turn.ts";

/** The interview of a room: one clock for all, and what its interviewer is doing. */
export interface Interview {
  /** Whether the clock knows all that happened before one came in. */
  isLoaded: Accessor<boolean>;
  clock: Accessor<InterviewClock>;
  /** Voice and hints, which only the server knows; undefined until it answered. */
  view: Accessor<InterviewView | undefined>;
  /** Milliseconds by which the server's time is ahead of this device's. */
  ahead: Accessor<number>;
  voicing: Accessor<Voicing>;
  /** How long it is to be, while it has not started. */
  plan: Accessor<InterviewMinutes>;
  setPlan: (minutes: InterviewMinutes) => void;
  /** Takes over what a move was answered with. */
  take: (asked: Promise<Answer<InterviewView>>) => Promise<Answer<InterviewView>>;
}

const settleMillis = 200;
const lingerMillis = 2_000;

/** Belongs to the component that calls it. */
export function createInterview(room: Pick<Room, "id" | "policy" | "live" | "channel">): Interview {
  const [view, setView] = createSignal<InterviewView>();
  const [ahead, setAhead] = createSignal(0);
  const [voicing, setVoicing] = createSignal<Voicing>(silent);
  const [plan, setPlan] = createSignal<InterviewMinutes>(45);
  const clock = createMemo(() => room.live().events.reduce(advanceClock, newClock(room.policy)));

  let asked = 0;
  const take: Interview["take"] = async (asking) => {
    const mine = ++asked;
    const sentAt = Date.now();
    const answer = await asking;
    if (!answer.ok || mine < asked) return answer;
    const now = Date.now();
    setAhead(new Date(answer.value.serverTime).getTime() - (sentAt + now) / 2);
    setView(answer.value);
    return answer;
  };
  let settling: ReturnType<typeof setTimeout> | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    clearTimeout(settling);
    settling = setTimeout(() => void take(fetchInterview(room.id)), settleMillis);
  };
  const linger = () => {
    clearTimeout(lingering);
    if (!voicing().isOver) return;
    lingering = setTimeout(() => setVoicing((now) => (now.isOver ? silent : now)), lingerMillis);
  };

  room.channel.onEvents((events) => {
    setVoicing((before) => events.reduce(hearKept, before));
    if (events.some(({ type }) => type !== "joined" && type !== "removed" && type !== "answer")) refresh();
  });
  const forget = [
    room.channel.onLive((fact) => {
      setVoicing((before) => hearLive(before, fact));
      linger();
    }),
    room.channel.onStaff((event) => {
      setVoicing((before) => hearKept(before, event));
      refresh();
    }),
    room.channel.onReopen(() => {
      setVoicing(silent);
      refresh();
    }),
  ];
  void take(fetchInterview(room.id));
  onCleanup(() => {
    clearTimeout(settling);
    clearTimeout(lingering);
    for (const end of forget) end();
  });

  return { isLoaded: room.channel.isCaughtUp, clock, view, ahead, voicing, plan, setPlan, take };
}

const Context = createContext<Interview>();
export const InterviewProvider = Context.Provider;

export function useInterview(): Interview {
  const interview = useContext(Context);
  if (interview === undefined) throw new Error("useInterview needs an InterviewProvider above it");
  return interview;
}
