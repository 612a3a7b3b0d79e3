import { createSignal, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { lazilyAbove } from "../../ui/lazily.tsx";
import type { RunStart } from "./run-start.ts";

const Menu = lazilyAbove(() => import("../../ui/Menu.tsx").then((m) => m.Menu));

/** Run, and what else there is to runs. The reason why it cannot be pressed is said, not only shown. */
export function RunButton(props: { start: RunStart; onShowRuns: () => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const [isWanted, setWanted] = createSignal(false);
  const whyNot = () => props.start.whyNot();
  const arrow = (
    <button type="button" class="btn primary" aria-label="Run options" aria-haspopup="menu" onClick={() => openMenu()}>
      <Icon name="chevron-down" small />
    </button>
  );
  const openMenu = () => {
    setWanted(true);
    setOpen(true);
  };
  const items = () => [
    {
      label: "Run the design",
      icon: "play" as const,
      keys: "Ctrl ↵",
      ...(whyNot() === undefined ? {} : { whyNot: "not now" }),
      onChoose: () => void props.start.run(),
    },
    { label: "Earlier runs", icon: "log" as const, keys: "Alt R", onChoose: () => props.onShowRuns() },
  ];
  return (
    <span class="split">
      <button
        type="button"
        class="btn primary"
        aria-disabled={whyNot() !== undefined || props.start.isStarting()}
        title={whyNot() ?? "Ctrl+Enter"}
        aria-describedby={whyNot() === undefined ? undefined : "run-why-not"}
        onClick={() => void props.start.run()}
      >
        <Icon name={props.start.isStarting() ? "running" : "play"} />
        Run<span class="sr"> the design</span>
      </button>
      <Show when={isWanted()} fallback={arrow}>
        <Menu label="Run options" class="btn primary" items={items()} isOpen={isOpen()} onOpenChange={setOpen} />
      </Show>
      <Show when={whyNot()}>
        {(reason) => (
          <span class="sr" id="run-why-not">
            {reason()}
          </span>
        )}
      </Show>
    </span>
  );
}
