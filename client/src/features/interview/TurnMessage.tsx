import { Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { BotAvatar } from "./BotAvatar.tsx";
import { createMoves } from "./moves.ts";
import { Words } from "./Words.tsx";
import { voiceWords } from "./words.ts";

/** A message of the interviewer on its way: that it thinks is seen at once, its words as they come. Read out when whole. */
export function TurnMessage(props: { turn: { id: string; text: string }; isOver: boolean }) {
  const room = useRoom();
  const interview = useInterview();
  const { move } = createMoves();
  const voice = () => {
    const now = interview.view()?.voice;
    return now === "none" ? undefined : now;
  };
  return (
    <article class="msg" data-s="streaming">
      <BotAvatar />
      <header>
        <b>Interviewer</b>
        <Show when={voice()}>{(name) => <span class="chip">{voiceWords[name()].label}</span>}</Show>
        <Show when={!props.isOver}>
          <span class="muted small hstack">
            <Icon name="running" small />
            {props.turn.text === "" ? "Thinking…" : "Writing…"}
          </span>
        </Show>
        <Show when={!props.isOver && room.may("interview.stop")}>
          <button
            type="button"
            class="btn compact quiet push"
            onClick={() => void move({ move: "stop", turn: props.turn.id })}
          >
            <Icon name="stop" small />
            Stop
          </button>
        </Show>
      </header>
      <div>
        <p>
          <Words text={props.turn.text} />
        </p>
      </div>
    </article>
  );
}
