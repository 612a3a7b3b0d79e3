import type { PersonId, RoomId } from "@proofroom/domain/id";
import { type Action, may } from "@proofroom/domain/room/permissions";
import type { Member } from "@proofroom/domain/room/person";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import type { RoomView } from "@proofroom/domain/room/view";
import { type Accessor, createContext, createSignal, onCleanup, useContext } from "solid-js";
import { type Channel, openChannel } from "./channel.ts";
import { advanceRoom, type LiveRoom } from "./live-room.ts";

/** The room one is in: what is kept of it, who is here now, and what one may do. */
export interface Room {
  id: RoomId;
  problem: string;
  mode: RoomMode;
  /** How much the interviewer was to take part when one came in; changes since are among the events. */
  policy: InterviewerPolicy;
  me: Member;
  channel: Channel;
  live: Accessor<LiveRoom>;
  /** Tabs open per person; who is missing is not here. */
  presence: Accessor<ReadonlyMap<PersonId, number>>;
  typing: Accessor<PersonId[]>;
  may(action: Action, isOwn?: boolean): boolean;
  isRemoved(): boolean;
}

const typingMillis = 4_000;

/** Belongs to the component that calls it: the channel closes with that. */
export function createRoom(view: RoomView, me: Member): Room {
  const channel = openChannel(view.id);
  const [live, setLive] = createSignal<LiveRoom>({
    state: view.state,
    endedAt: view.endedAt,
    people: view.people,
    events: [],
  });
  const [presence, setPresence] = createSignal<ReadonlyMap<PersonId, number>>(new Map());
  const [typing, setTyping] = createSignal<PersonId[]>([]);
  const timers = new Map<PersonId, ReturnType<typeof setTimeout>>();

  const stopTyping = (person: PersonId) => {
    clearTimeout(timers.get(person));
    timers.delete(person);
    setTyping((people) => people.filter((other) => other !== person));
  };
  channel.onEvents((events) => {
    setLive((before) => advanceRoom(before, events));
    for (const event of events) if (event.type === "message" && event.person !== null) stopTyping(event.person.id);
  });
  channel.onLive((fact) => {
    if (fact.type === "presence") setPresence(new Map(fact.people.map((person) => [person.id, person.tabs])));
    else if (fact.type === "typing" && fact.person !== me.id) {
      stopTyping(fact.person);
      setTyping((people) => [...people, fact.person]);
      timers.set(
        fact.person,
        setTimeout(() => stopTyping(fact.person), typingMillis),
      );
    }
  });
  onCleanup(() => {
    timers.forEach((timer) => clearTimeout(timer));
    channel.close();
  });

  return {
    id: view.id,
    problem: view.problem,
    mode: view.mode,
    policy: view.interviewer,
    me,
    channel,
    live,
    presence,
    typing,
    may: (action, isOwn) => may(action, me.role, { state: live().state, mode: view.mode }, isOwn),
    isRemoved: () => live().people.some((person) => person.id === me.id && person.isRemoved === true),
  };
}

const Context = createContext<Room>();
export const RoomProvider = Context.Provider;

export function useRoom(): Room {
  const room = useContext(Context);
  if (room === undefined) throw new Error("useRoom needs a RoomProvider above it");
  return room;
}
