import { createSignal, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import { lazilyAbove } from "./lazily.tsx";
import type { MenuFace } from "./Menu.tsx";

const Menu = lazilyAbove(() => import("./Menu.tsx").then((m) => m.Menu));

/** A button that opens a menu; the menu's parts load when it is first pressed. */
export function MenuButton(props: MenuFace) {
  const [isOpen, setOpen] = createSignal(false);
  const [isWanted, setWanted] = createSignal(false);
  const first = () => {
    setWanted(true);
    setOpen(true);
  };
  const button = (
    <button type="button" class={props.class} aria-label={props.label} aria-haspopup="menu" onClick={first}>
      <Icon name={props.icon} small />
      {props.text}
    </button>
  );
  return (
    <Show when={isWanted()} fallback={button}>
      <Menu {...props} isOpen={isOpen()} onOpenChange={setOpen} />
    </Show>
  );
}
