import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, onMount, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface MenuItem {
  label: string;
  icon?: IconName;
  /** What it does, where its label does not say it. */
  says?: string;
  keys?: string;
  /** Why it cannot be chosen now. */
  whyNot?: string | undefined;
  onChoose: () => void;
}

/** The button that opens a menu, and what is in it. */
export interface MenuFace {
  label: string;
  class: string;
  icon: IconName;
  /** Beside the icon; without it the label is only read out. */
  text?: string;
  items: readonly MenuItem[];
}

export function Menu(props: MenuFace & { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  let trigger: HTMLElement | undefined;
  const keep = (element: HTMLElement): void => void (trigger = element);
  // It takes the place of the button that was pressed; while the focus is elsewhere, the menu closes.
  onMount(() => trigger?.focus());
  return (
    <DropdownMenu
      open={props.isOpen}
      onOpenChange={props.onOpenChange}
      placement={props.text === undefined ? "bottom-end" : "bottom-start"}
      gutter={4}
      // A modal one hides the page from screen readers while its buttons can still be focused.
      modal={false}
    >
      <DropdownMenu.Trigger ref={keep} class={props.class} aria-label={props.label}>
        <Icon name={props.icon} small />
        {props.text}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu menu-layer">
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class="menu-item"
                classList={{ telling: item.says !== undefined }}
                disabled={item.whyNot !== undefined}
                aria-disabled={item.whyNot !== undefined}
                onSelect={item.onChoose}
              >
                <Show when={item.icon}>{(icon) => <Icon name={icon()} small />}</Show>
                <span class={item.says === undefined ? "grow" : "strong"}>{item.label}</span>
                <Show when={item.says}>{(says) => <span class="small">{says()}</span>}</Show>
                <Show when={item.whyNot ?? item.keys}>
                  {(text) => <span class={item.whyNot === undefined ? "kbd" : "small"}>{text()}</span>}
                </Show>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
