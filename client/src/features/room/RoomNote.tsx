import { createMemo, Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { PausedNote } from "../interview/lazy.ts";

/**
 * Told over the whole room while the line is down, or while the clock stands because everybody had left. What holds for
 * the documents each editor says itself.
 */
export function RoomNote(props: { onEnd: () => void }) {
  const room = useRoom();
  const interview = useInterview();
  const pausedAt = createMemo(() => {
    const last = room.live().events.findLast((event) => event.type === "phase");
    const isAlone = last?.type === "phase" && last.action === "pause" && last.by === null;
    return isAlone && room.live().state !== "ended" ? interview.clock().phase?.pausedAt : null;
  });
  const lost = () => {
    const state = room.channel.state();
    return state.state === "lost" ? state : undefined;
  };
  return (
    <div class="room-note">
      <Show when={lost()}>
        {(state) => (
          <div class="banner warn">
            <Icon name="offline" />
            <span class="grow">
              Offline since {clockText(new Date(state().since).toISOString())}. Your edits are kept on this device; chat
              and runs wait for the connection.
            </span>
            <button type="button" class="btn compact" onClick={() => room.channel.retryNow()}>
              Retry now
            </button>
          </div>
        )}
      </Show>
      <Show when={pausedAt()}>
        {(at) => (
          <Suspense>
            <PausedNote at={at()} onEnd={() => props.onEnd()} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
