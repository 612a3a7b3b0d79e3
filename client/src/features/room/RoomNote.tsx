import { Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText, momentText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";

/** What holds for the whole room until it changes: it is over, or the line is down. Of its documents each editor tells. */
export function RoomNote() {
  const room = useRoom();
  const lost = () => {
    const state = room.channel.state();
    return state.state === "lost" ? state : undefined;
  };
  const ended = () => (room.live().state === "ended" ? (room.live().endedAt ?? "") : undefined);
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

      <Show when={ended() !== undefined}>
        <div class="banner">
          <Icon name="check" />
          <span class="grow">
            Ended{ended() === "" ? "" : ` ${momentText(ended() ?? "")}`}. The documents are read-only for good.
          </span>
          <a class="btn compact" href={`/rooms/${room.id}/results`}>
            Results
          </a>
        </div>
      </Show>
    </div>
  );
}
