import { Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import type { RunStart } from "./run-start.ts";

/** Run, and what else there is to runs. The reason why it cannot be pressed is said, not only shown. */
export function RunButton(props: { start: RunStart; onShowRuns: () => void }) {
  const whyNot = () => props.start.whyNot();
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
      <MenuButton label="Run options" class="btn primary" icon="chevron-down" items={items()} />
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
