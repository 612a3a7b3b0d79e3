import { For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";

/** On a phone one pane is shown at a time. */
export type PhoneView = "rail" | "documents" | "preview" | "run" | "side";

const views: { id: PhoneView; icon: IconName; label: string }[] = [
  { id: "rail", icon: "brief", label: "Problem" },
  { id: "documents", icon: "design", label: "Documents" },
  { id: "preview", icon: "diagram", label: "Diagram" },
  { id: "run", icon: "play", label: "Run" },
  { id: "side", icon: "chat", label: "Chat" },
];

export const BottomBar = (props: { chosen: PhoneView; unread: number; onChoose: (view: PhoneView) => void }) => (
  <nav class="bottombar" aria-label="Views">
    <For each={views}>
      {(view) => (
        <button
          type="button"
          aria-current={props.chosen === view.id ? "page" : undefined}
          onClick={() => props.onChoose(view.id)}
        >
          <Icon name={view.icon} />
          {view.label}
          <Show when={view.id === "side" && props.unread > 0}>
            <span class="count">{props.unread}</span>
          </Show>
        </button>
      )}
    </For>
  </nav>
);
