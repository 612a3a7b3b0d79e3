import type { RoomState } from "@proofroom/domain/room/room";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";

const words: Record<RoomState, { word: string; icon: IconName; ink: string }> = {
  lobby: { word: "Lobby", icon: "clock", ink: "" },
  live: { word: "Live", icon: "play", ink: "ink-ok" },
  locked: { word: "Locked", icon: "lock", ink: "" },
  ended: { word: "Ended", icon: "check", ink: "muted" },
};

export const RoomStateWord = (props: { state: RoomState }) => (
  <span class={`status small ${words[props.state].ink}`}>
    <Icon name={words[props.state].icon} small />
    {words[props.state].word}
  </span>
);
