import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface MenuItem {
  label: string;
  icon: IconName;
  keys?: string;
  /** Why it cannot be chosen now. */
  whyNot?: string;
  onChoose: () => void;
}

interface Props {
  label: string;
  class: string;
  icon: IconName;
  items: MenuItem[];
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

export const Menu = (props: Props) => (
  <DropdownMenu open={props.isOpen} onOpenChange={props.onOpenChange} placement="bottom-end" gutter={4}>
    <DropdownMenu.Trigger class={props.class} aria-label={props.label}>
      <Icon name={props.icon} small />
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content class="menu menu-layer">
        <For each={props.items}>
          {(item) => (
            <DropdownMenu.Item
              class="menu-item"
              disabled={item.whyNot !== undefined}
              aria-disabled={item.whyNot !== undefined}
              onSelect={item.onChoose}
            >
              <Icon name={item.icon} small />
              <span class="grow">{item.label}</span>
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
