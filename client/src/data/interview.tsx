import type { InterviewClock } from "@proofroom/domain/interview/clock";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import type { InterviewView } from "@proofroom/domain/interview/view";
import { type Accessor, createContext, createMemo, createSignal, onCleanup, useContext } from "solid-js";
import type { Answer } from "./answer.ts";
import type { foldClock } from "./interview-fold.ts";
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

const unread = (policy: InterviewClock["policy"]): InterviewClock => ({
  minutes: null,
  phases: [],
  phase: null,
  taken: [],
  policy,
  muted: false,
});

const settleMillis = 200;
const lingerMillis = 2_000;

/** Belongs to the component that calls it. */
export function createInterview(room: Pick<Room, "id" | "policy" | "live" | "channel">): Interview {
  const [view, setView] = createSignal<InterviewView>();
  const [ahead, setAhead] = createSignal(0);
  const [voicing, setVoicing] = createSignal<Voicing>(silent);
  const [plan, setPlan] = createSignal<InterviewMinutes>(45);
  // What folds and asks comes by itself: a person can write before there is a clock.
  const [fold, setFold] = createSignal<typeof foldClock>();
  const [isMissing, setMissing] = createSignal(false);
  void import("./interview-fold.ts").then(
    (module) => setFold(() => module.foldClock),
    () => setMissing(true), // the parts that show a clock are missing then too, and say so
  );
  const clock = createMemo(() => fold()?.(room.live().events, room.policy) ?? unread(room.policy));

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
  const ask = () =>
    void import("./interview-api.ts").then(
      ({ fetchInterview }) => take(fetchInterview(room.id)),
      () => setMissing(true),
    );
  const refresh = () => {
    clearTimeout(settling);
    settling = setTimeout(ask, settleMillis);
  };
  /** A turn that is over is shown until its message is there, and not for ever. */
  const drop = () => setVoicing((now) => (now.isOver ? silent : now));

  room.channel.onEvents((events) => {
    setVoicing((before) => events.reduce(hearKept, before));
    if (events.some(({ type }) => type !== "joined" && type !== "removed" && type !== "answer")) refresh();
  });
  const forget = [
    room.channel.onLive((fact) => {
      const { isOver } = setVoicing((before) => hearLive(before, fact));
      clearTimeout(lingering);
      if (isOver) lingering = setTimeout(drop, lingerMillis);
    }),
    room.channel.onStaff((event) => {
      setVoicing((before) => hearKept(before, event));
      refresh();
    }),
    room.channel.onOpen(() => {
      setVoicing(silent);
      refresh();
    }),
  ];
  ask();
  onCleanup(() => {
    clearTimeout(settling);
    clearTimeout(lingering);
    for (const end of forget) end();
  });

  const isLoaded = () => room.channel.isCaughtUp() && (fold() !== undefined || isMissing());
  return { isLoaded, clock, view, ahead, voicing, plan, setPlan, take };
}

const Context = createContext<Interview>();
export const InterviewProvider = Context.Provider;

export function useInterview(): Interview {
  const interview = useContext(Context);
  if (interview === undefined) throw new Error("useInterview needs an InterviewProvider above it");
  return interview;
}
