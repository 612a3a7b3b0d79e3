import { Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";

/** Told over the whole room while the line is down. What holds for the documents each editor says itself. */
export function RoomNote() {
  const room = useRoom();
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
    </div>
  );
}
