import { createMemo, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { BotAvatar } from "./BotAvatar.tsx";
import { MinutesChoice } from "./MinutesChoice.tsx";
import { createMoves } from "./moves.ts";
import { voiceWords } from "./words.ts";

/** Before a practice: what the interviewer is, what is recorded, what it cannot do, and how long it is to take. */
export function StartCard() {
  const room = useRoom();
  const interview = useInterview();
  const { move, isBusy } = createMoves();
  const voice = createMemo(() => {
    const now = interview.view()?.voice;
    return now === undefined || now === "none" ? undefined : voiceWords[now];
  });
  return (
    <section class="start-card" aria-labelledby="start-title">
      <header>
        <BotAvatar />
        <h2 id="start-title">Interviewer</h2>
      </header>
      <p>
        It asks about what you write, answers what you ask, keeps the time, and reports at the end with quotes. No
        second person is needed.
      </p>
      <dl>
        <dt>Its voice: {voice()?.chip ?? "…"}</dt>
        <dd>{voice()?.means ?? "It reads your documents, this chat and your runs."}</dd>
        <dt>What is recorded</dt>
        <dd>
          Edits, messages, runs, hints and the clock. The report quotes them; only people of this room can open it.
        </dd>
        <dt>What it cannot do</dt>
        <dd>It never gives the answer, sees nothing outside this room, and decides nothing about hiring.</dd>
        <dt>When you leave</dt>
        <dd>The clock pauses after a minute. Come back and go on, or end.</dd>
      </dl>
      <Show
        when={room.may("interview.clock")}
        fallback={<p class="muted">The clock has not started. The owner of the room starts it.</p>}
      >
        <div class="wrap">
          <MinutesChoice />
          <button
            type="button"
            class="btn start"
            id="start-interview"
            aria-disabled={isBusy()}
            onClick={() => void move({ move: "start", minutes: interview.plan() })}
          >
            <Icon name={isBusy() ? "running" : "play"} />
            Start
          </button>
        </div>
      </Show>
    </section>
  );
}
