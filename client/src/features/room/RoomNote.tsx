import { Match, Show, Switch } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText, momentText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";

/** What holds for the whole room until it changes: it is over, it is locked, one only watches, the line is down. */
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
      <Switch>
        <Match when={ended() !== undefined}>
          <div class="banner">
            <Icon name="check" />
            <span class="grow">
              Ended{ended() === "" ? "" : ` ${momentText(ended() ?? "")}`}. The documents are read-only for good.
            </span>
            <a class="btn compact" href={`/rooms/${room.id}/results`}>
              Results
            </a>
          </div>
        </Match>
        <Match when={room.live().state === "locked"}>
          <div class="banner">
            <Icon name="lock" />
            <span class="grow">The documents are locked: everybody reads, nobody writes. Chat and runs go on.</span>
          </div>
        </Match>
        <Match when={room.me.role === "observer"}>
          <div class="banner">
            <Icon name="lock" />
            <span class="grow">Viewing only. You are here as an observer.</span>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
