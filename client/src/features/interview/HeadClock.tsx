import { phaseAfter, phaseGoals } from "@proofroom/domain/interview/phase";
import { createEffect, createMemo, on, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { MenuItem } from "../../ui/Menu.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { isRunning, minutesText, nearlyOver, phaseRows, spokenMinutes, wholeClock } from "./clock-rows.ts";
import { createMoves } from "./moves.ts";
import { phaseTitle } from "./names.ts";
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
  tellNews(current);

  return (
    <>
      <span class="clock" role="timer" aria-label="Interview clock" data-paused={runs() ? undefined : ""}>
        <Icon name={runs() ? "clock" : "pause"} small />
        <span class="sr">{`${spokenMinutes(whole().elapsed)} of ${spokenMinutes(whole().total)}${runs() ? "" : ", paused"}`}</span>
        <span aria-hidden="true">
          {minutesText(whole().elapsed)} <span class="muted hide-phone">of {minutesText(whole().total)}</span>
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
      <Show when={mayMove() || room.may("interview.mute")}>
        <ClockMenu />
      </Show>
    </>
  );
}

function ClockMenu() {
  const room = useRoom();
  const interview = useInterview();
  const { move } = createMoves();
  const clock = () => interview.clock();
  const clockItems = (): MenuItem[] => {
    const { phase, policy } = clock();
    if (phase === null || !room.may("interview.clock")) return [];
    const after = phaseAfter(phase.id);
    const isPaused = phase.pausedAt !== null;
    return [
      after === null
        ? { label: "Next phase", icon: "next", whyNot: "last phase", onChoose: () => {} }
        : { label: `Go to ${phaseTitle(after)}`, icon: "next", onChoose: () => void move({ move: "next" }) },
      {
        label: isPaused ? "Resume the clock" : "Pause the clock",
        icon: isPaused ? "play" : "pause",
        onChoose: () => void move({ move: isPaused ? "resume" : "pause" }),
      },
      ...[5, 10].map((minutes): MenuItem => ({
        label: `Give this phase ${minutes} more minutes`,
        icon: "plus",
        onChoose: () => void move({ move: "extend", minutes }),
      })),
      {
        label: "Check this phase",
        icon: "check",
        ...(policy === "off" ? { whyNot: "the AI is off" } : {}),
        onChoose: () => void move({ move: "check" }),
      },
    ];
  };
  const muteItem = (): MenuItem[] => {
    const { policy, muted } = clock();
    if (policy === "off" || !room.may("interview.mute")) return [];
    return muted
      ? [{ label: "Let the interviewer speak", icon: "sound", onChoose: () => void move({ move: "unmute" }) }]
      : [{ label: "Mute the interviewer", icon: "mute", onChoose: () => void move({ move: "mute" }) }];
  };
  const items = () => [...clockItems(), ...muteItem()];
  return (
    <Show when={items().length > 0}>
      <MenuButton label="Clock and interviewer" class="btn quiet icon-only" icon="chevron-down" items={items()} />
    </Show>
  );
}

/** Says what a clock tells by its looks: a phase begins, is nearly over, is over; the clock stops and goes on. */
function tellNews(current: () => ReturnType<typeof phaseRows>[number] | undefined): void {
  const announce = useAnnounce();
  const interview = useInterview();
  const stage = createMemo(() => {
    const row = current();
    if (row === undefined) return "none";
    return `${row.id} ${row.overMillis > 0 ? "over" : row.share >= nearlyOver ? "nearly over" : "begun"}`;
  });
  createEffect(
    on(
      stage,
      (now) => {
        const row = current();
        if (row === undefined) return;
        if (now.endsWith(" begun"))
          announce.say(`${row.title}, ${spokenMinutes(row.plannedMillis)}. ${phaseGoals[row.id]}`);
        else if (now.endsWith("nearly over"))
          announce.say(`${spokenMinutes(row.plannedMillis - row.takenMillis)} left in ${row.title}.`);
        else announce.say(`The time of ${row.title} is over. Nothing moves on by itself.`);
      },
      { defer: true },
    ),
  );
  const isPaused = createMemo(() => interview.clock().phase !== null && !isRunning(interview.clock()));
  createEffect(
    on(isPaused, (paused) => announce.say(paused ? "The clock is paused." : "The clock runs."), { defer: true }),
  );
}
