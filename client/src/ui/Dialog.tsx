import { Dialog as Kobalte } from "@kobalte/core/dialog";
import type { JSX } from "solid-js";

interface Props {
  title: string;
  isRoomy?: boolean;
  onClose: () => void;
  children: JSX.Element;
}

/** A question with consequences, or a list to work through. Focus stays inside and returns where it came from. */
export function Dialog(props: Props) {
  // Without a trigger of its own the library gives focus back to nothing.
  const opener = document.activeElement;
  const goBack = (event: Event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
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
