import { Dialog as Kobalte } from "@kobalte/core/dialog";
import type { JSX } from "solid-js";

interface Props {
  title: string;
  isRoomy?: boolean;
  onClose: () => void;
  children: JSX.Element;
}

/** A question with consequences, or a list to work through. Focus stays inside and returns where it came from. */
export const Dialog = (props: Props) => (
  <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
    <Kobalte.Portal>
      <Kobalte.Overlay class="scrim" />
      <div class="dialog-place">
        <Kobalte.Content class="dialog" classList={{ roomy: props.isRoomy === true }}>
          <Kobalte.Title as="h2">{props.title}</Kobalte.Title>
          {props.children}
        </Kobalte.Content>
      </div>
    </Kobalte.Portal>
  </Kobalte>
);
