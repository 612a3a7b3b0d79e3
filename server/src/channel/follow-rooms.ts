import { listen } from "@proofroom/database/listen";
import { RoomId } from "@proofroom/domain/id";
import * as z from "zod/mini";
import type { RoomFeed } from "./room-feed.ts";

const lookEveryMillis = 5_000;
const Wake = z.object({ room: RoomId });

/** Wakes the feed: at a NOTIFY, and, since one can be lost, whenever the connection is new and every 5 s. */
export function followRooms({
  databaseUrl,
  feed,
  onConnected,
  report,
}: {
  databaseUrl: string;
  feed: RoomFeed;
  /** Called too whenever the connection is new: what changed meanwhile was told to nobody. */
  onConnected: () => void;
  report: (error: unknown) => void;
}): AsyncDisposable {
  const wake = (roomId: RoomId): void => void feed.wake(roomId).catch(report);
  const wakeAll = (): void => feed.rooms().forEach(wake);
  const listening = listen(databaseUrl, "room", (payload) => {
    if (payload !== null) return wake(Wake.parse(JSON.parse(payload)).room);
    onConnected();
    wakeAll();
  });
  const timer = setInterval(wakeAll, lookEveryMillis);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await listening[Symbol.asyncDispose]();
    },
  };
}
