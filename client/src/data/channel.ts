import type { RoomId, RunId } from "@proofroom/domain/id";
import type {
  ChatAnswer,
  ChatRequest,
  ClientToServer,
  LiveFact,
  LookingAt,
  RoomEvent,
  ServerToClient,
} from "@proofroom/domain/room/channel";
import type { RunEvent } from "@proofroom/domain/run/event";
import { io, type Socket } from "socket.io-client";
import { type Accessor, createSignal } from "solid-js";
import { fetchRoomEvents } from "./api.ts";
import { createOrderedFeed } from "./ordered-feed.ts";

type ChannelState =
  | { state: "connecting" }
  | { state: "open" }
  | { state: "lost"; since: number }
  | { state: "closed" };

/** People and processes of a room as they happen: what is kept comes in order and without gaps, whatever the socket did. */
export interface Channel {
  readonly state: Accessor<ChannelState>;
  /** Whether all that the room had kept when one came in has been told. */
  readonly isCaughtUp: Accessor<boolean>;
  onEvents(listener: (events: RoomEvent[]) => void): void;
  /** What owner and interviewers alone hear, as it happens; whoever keeps that stream orders it. */
  onStaff(listener: (event: RoomEvent) => void): () => void;
  onLive(listener: (fact: LiveFact) => void): () => void;
  onRun(listener: (event: RunEvent & { runId: RunId }) => void): () => void;
  /** Called each time the connection stands, the first included; whoever keeps a stream of its own fetches what it missed. */
  onOpen(listener: () => void): () => void;
  chat(request: ChatRequest): Promise<ChatAnswer>;
  typing(): void;
  /** Tells the others at which test I look. */
  looking(at: LookingAt): void;
  retryNow(): void;
  close(): void;
}

const chatMillis = 8_000;
const refusedMillis = 5_000;
/** The code of a refused handshake that no waiting will change. */
const isShut = (code: string): boolean => code === "signed-out" || code === "not-found";
const itGoesOut = "It goes out by itself when the connection is back.";
/** Why a message has to wait, by how the channel stands. */
const notConnected: Record<ChannelState["state"], string> = {
  connecting: "The room is still connecting. It goes out by itself as soon as it has.",
  open: `The connection was lost just now. ${itGoesOut}`,
  lost: `You are offline. ${itGoesOut}`,
  closed: "You are not in this room any more. Copy the message if you need it.",
};
export const wait = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

export function openChannel(room: RoomId): Channel {
  const [state, setState] = createSignal<ChannelState>({ state: "connecting" });
  const [isCaughtUp, setCaughtUp] = createSignal(false);
  const listeners = {
    events: new Set<(events: RoomEvent[]) => void>(),
    staff: new Set<(event: RoomEvent) => void>(),
    live: new Set<(fact: LiveFact) => void>(),
    run: new Set<(event: RunEvent & { runId: RunId }) => void>(),
    open: new Set<() => void>(),
  };
  const feed = createOrderedFeed<RoomEvent>({
    fetchAfter: (seq) => fetchRoomEvents(room, seq),
    deliver: (events) => listeners.events.forEach((listen) => listen(events)),
    wait,
  });
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ["websocket"],
    forceNew: true,
    autoConnect: false,
    auth: (answer) => answer({ room, after: feed.last() }),
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  });
  let later: ReturnType<typeof setTimeout> | undefined;
  const lose = () =>
    setState((before) =>
      before.state === "lost" || before.state === "closed" ? before : { state: "lost", since: Date.now() },
    );

  socket.on("connect", () => {
    setState({ state: "open" });
    void feed.catchUp();
    listeners.open.forEach((listen) => listen());
  });
  socket.on("connect_error", (error) => {
    if (isShut(error.message)) setState({ state: "closed" });
    else {
      lose();
      if (!socket.active) later = setTimeout(() => socket.connect(), refusedMillis);
    }
  });
  socket.on("disconnect", (reason) => {
    // The room ended this socket: asking once more tells whether one may still be here. Until then nothing is lost.
    if (reason === "io server disconnect") socket.connect();
    else lose();
  });
  socket.on("event", (event) => feed.push(event));
  socket.on("staff", (event) => listeners.staff.forEach((listen) => listen(event)));
  socket.on("run", (event) => listeners.run.forEach((listen) => listen(event)));
  socket.on("live", (fact) => listeners.live.forEach((listen) => listen(fact)));
  void feed.catchUp().then(() => {
    setCaughtUp(true);
    socket.connect();
  });

  const retryNow = () => {
    if (!socket.connected && state().state !== "closed") socket.disconnect().connect();
  };
  // A browser that has lost its network keeps the socket "open" until pings fail: give it up at once.
  const giveUp = () => {
    if (socket.connected) socket.disconnect().connect();
  };
  addEventListener("online", retryNow);
  addEventListener("offline", giveUp);
  const subscribe = <L>(set: Set<L>, listener: L) => {
    set.add(listener);
    return () => set.delete(listener);
  };

  return {
    state,
    isCaughtUp,
    onEvents: (listener) => void subscribe(listeners.events, listener),
    onStaff: (listener) => subscribe(listeners.staff, listener),
    onLive: (listener) => subscribe(listeners.live, listener),
    onRun: (listener) => subscribe(listeners.run, listener),
    onOpen: (listener) => subscribe(listeners.open, listener),
    async chat(request) {
      if (!socket.connected) return { error: "offline", message: notConnected[state().state] };
      try {
        return await socket.timeout(chatMillis).emitWithAck("chat", request);
      } catch {
        return { error: "timeout", message: "The room did not answer. Try again." };
      }
    },
    looking: (at) => void socket.emit("looking", at),
    typing: () => void (socket.connected && socket.volatile.emit("typing")),
    retryNow,
    close() {
      removeEventListener("online", retryNow);
      removeEventListener("offline", giveUp);
      clearTimeout(later);
      feed.close();
      socket.disconnect();
    },
  };
}
