import { phaseAfter } from "@proofroom/domain/interview/phase";
import { Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import type { MenuItem } from "../../ui/Menu.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { createMoves } from "./moves.ts";
import { phaseTitles } from "./names.ts";

/** What one may do to the clock and to the interviewer; empty, and so not there, for whoever may nothing. */
export function ClockMenu() {
  const room = useRoom();
  const interview = useInterview();
  const { move } = createMoves();
  const clock = () => interview.clock();
  const checkItem = (): MenuItem[] => {
    const { phase, policy } = clock();
    if (phase === null || !room.may("interview.answer")) return [];
    return [
      {
        label: "Check this phase",
        icon: "check",
        ...(policy === "off" ? { whyNot: "the AI is off" } : {}),
        onChoose: () => void move({ move: "check" }),
      },
    ];
  };
  const clockItems = (): MenuItem[] => {
    const { phase } = clock();
    if (phase === null || !room.may("interview.clock")) return [];
    const after = phaseAfter(phase.id);
    const isPaused = phase.pausedAt !== null;
    return [
      after === null
        ? { label: "Next phase", icon: "next", whyNot: "last phase", onChoose: () => {} }
        : {
            label: `Go to ${phaseTitles[after]}`,
            icon: "next",
            onChoose: () => void move({ move: "next", from: phase.id }),
          },
      {
        label: isPaused ? "Resume the clock" : "Pause the clock",
        icon: isPaused ? "play" : "pause",
        onChoose: () => void move({ move: isPaused ? "resume" : "pause" }),
      },
      ...[5, 10].map((minutes): MenuItem => ({
        label: `Give this phase ${minutes} more minutes`,
        icon: "plus",
        onChoose: () => void move({ move: "extend", minutes, from: phase.id }),
      })),
    ];
  };
  const muteItem = (): MenuItem[] => {
    const { policy, muted } = clock();
    if (policy === "off" || !room.may("interview.mute")) return [];
    return muted
      ? [{ label: "Let the interviewer speak", icon: "sound", onChoose: () => void move({ move: "unmute" }) }]
      : [{ label: "Mute the interviewer", icon: "mute", onChoose: () => void move({ move: "mute" }) }];
  };
  const items = () => [...clockItems(), ...checkItem(), ...muteItem()];
  return (
    <Show when={items().length > 0}>
      <MenuButton label="Clock and interviewer" class="btn quiet icon-only" icon="chevron-down" items={items()} />
    </Show>
  );
}
