import { Dialog as Kobalte } from "@kobalte/core/dialog";
import type { JSX } from "solid-js";
import { focusNear, pathOf } from "./keep-focus.ts";

interface Props {
  title: string;
  isRoomy?: boolean;
  onClose: () => void;
  children: JSX.Element;
}

/** A question with consequences, or a list to work through. Focus stays inside and returns where it came from. */
export function Dialog(props: Props) {
  // Without a trigger of its own the library gives focus back to nothing.
  const opener = pathOf(document.activeElement ?? document.body);
  const goBack = (event: Event) => {
    event.preventDefault();
    focusNear(opener);
  };
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <div class="dialog-place">
          <Kobalte.Content class="dialog" onCloseAutoFocus={goBack} classList={{ roomy: props.isRoomy === true }}>
            <Kobalte.Title as="h2">{props.title}</Kobalte.Title>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
