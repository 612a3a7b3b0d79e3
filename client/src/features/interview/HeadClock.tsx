import { createMemo, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { isRunning, minutesText, phaseRows, spokenMinutes, wholeClock } from "./clock-rows.ts";
import { createClockNews } from "./clock-news.ts";
import { ClockMenu } from "./ClockMenu.tsx";
import { createMoves } from "./moves.ts";
import { createServerNow } from "./server-now.ts";

/** The room's clock in its head, the same on all screens; whoever may holds it. */
export function HeadClock() {
  const room = useRoom();
  const interview = useInterview();
  const { move, isBusy } = createMoves();
  const now = createServerNow(interview);
  const whole = createMemo(() => wholeClock(interview.clock(), now()));
  const current = createMemo(() =>
    phaseRows(interview.clock(), interview.plan(), now()).find((row) => row.state === "current"),
  );
  const over = () => current()?.overMillis ?? 0;
  const runs = () => isRunning(interview.clock());
  const mayMove = () => room.may("interview.clock") && interview.clock().phase !== null;
  const toggle = () => void move({ move: runs() ? "pause" : "resume" });
  createClockNews(current);

  return (
    <>
      <span class="clock" role="timer" aria-label="Interview clock" data-paused={runs() ? undefined : ""}>
        <Icon name={runs() || room.live().state === "ended" ? "clock" : "pause"} small />
        <span class="sr">{`${spokenMinutes(whole().elapsed)} of ${spokenMinutes(whole().total)}${runs() ? "" : ", paused"}`}</span>
        <span aria-hidden="true">
          {minutesText(whole().elapsed)} <span class="muted only-wide">of {minutesText(whole().total)}</span>
        </span>
        <Show when={over() >= 1_000}>
          <span class="chip warn" title={`Over the time of ${current()?.title ?? "this phase"}`}>
            <span class="sr">over the phase's time: </span>+{minutesText(over())}
          </span>
        </Show>
      </span>
      <Show when={mayMove()}>
        <button
          type="button"
          class="btn quiet icon-only hide-phone"
          aria-label={runs() ? "Pause the clock" : "Resume the clock"}
          title={runs() ? "Pause the clock" : "Resume the clock"}
          aria-disabled={isBusy()}
          onClick={toggle}
        >
          <Icon name={runs() ? "pause" : "play"} />
        </button>
      </Show>
      <ClockMenu />
    </>
  );
}
