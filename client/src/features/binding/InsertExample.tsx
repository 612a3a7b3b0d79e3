import type { Offer } from "@proofroom/domain/design/offer";
import { createSignal, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { lazilyAbove } from "../../ui/lazily.tsx";

const ExampleMenu = lazilyAbove(() => import("./ExampleMenu.tsx").then((m) => m.ExampleMenu));

/** Steps that an endpoint could take, a click away from its document; the menu's parts load when it is first pressed. */
export function InsertExample(props: { of: string; offers: readonly Offer[]; onInsert: (offer: Offer) => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const [isWanted, setWanted] = createSignal(false);
  const label = () => `Insert example for ${props.of}`;
  const first = () => {
    setWanted(true);
    setOpen(true);
  };
  const button = (
    <button type="button" class="btn compact" aria-label={label()} aria-haspopup="menu" onClick={first}>
      <Icon name="plus" small />
      Insert example
    </button>
  );
  return (
    <Show when={props.offers.length > 0}>
      <div class="binding-example">
        <Show when={isWanted()} fallback={button}>
          <ExampleMenu
            label={label()}
            offers={props.offers}
            onInsert={props.onInsert}
            isOpen={isOpen()}
            onOpenChange={setOpen}
          />
        </Show>
      </div>
    </Show>
  );
}
