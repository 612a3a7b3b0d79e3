import type { RoomEvent } from "@proofroom/domain/room/channel";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import { fetchStaffEvents } from "./api.ts";
import { wait } from "./channel.ts";
import { createOrderedFeed } from "./ordered-feed.ts";
import type { Room } from "./room.tsx";

export interface Staff {
  events: Accessor<RoomEvent[]>;
  isLoaded: Accessor<boolean>;
}

/** What only owner and interviewers read: a stream of its own, in order and without gaps. */
export function createStaff(room: Pick<Room, "id" | "channel">): Staff {
  const [events, setEvents] = createSignal<RoomEvent[]>([]);
  const [isLoaded, setLoaded] = createSignal(false);
  const feed = createOrderedFeed<RoomEvent>({
    fetchAfter: (seq) => fetchStaffEvents(room.id, seq),
    deliver: (next) => setEvents((before) => [...before, ...next]),
    wait,
  });
  const stopListening = room.channel.onStaff((event) => feed.push(event));
  const stopOpening = room.channel.onOpen(() => void feed.catchUp());
  void feed.catchUp().then(() => setLoaded(true));
  onCleanup(() => {
    stopListening();
    stopOpening();
    feed.close();
  });
  return { events, isLoaded };
}
