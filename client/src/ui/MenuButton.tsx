import { createSignal, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { lazilyAbove } from "./lazily.tsx";
import type { MenuItem } from "./Menu.tsx";

const Menu = lazilyAbove(() => import("./Menu.tsx").then((m) => m.Menu));

interface Props {
  label: string;
  class: string;
  icon: IconName;
  items: MenuItem[];
}

/** A button that opens a menu; the menu's parts load when it is first pressed. */
export function MenuButton(props: Props) {
  const [isOpen, setOpen] = createSignal(false);
  const [isWanted, setWanted] = createSignal(false);
  const first = () => {
    setWanted(true);
    setOpen(true);
  };
  const button = (
    <button type="button" class={props.class} aria-label={props.label} aria-haspopup="menu" onClick={first}>
      <Icon name={props.icon} small />
    </button>
  );
  return (
    <Show when={isWanted()} fallback={button}>
      <Menu
        label={props.label}
        class={props.class}
        icon={props.icon}
        items={props.items}
        isOpen={isOpen()}
        onOpenChange={setOpen}
      />
    </Show>
  );
}
