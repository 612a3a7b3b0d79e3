import type { Offer } from "@proofroom/domain/design/offer";
import { Show } from "solid-js";
import { MenuButton } from "../../ui/MenuButton.tsx";

/** Steps that an endpoint could take, a click away from its document; what lacks something says what has to be written first. */
export function InsertExample(props: { of: string; offers: readonly Offer[]; onInsert: (offer: Offer) => void }) {
  const items = () =>
    props.offers.map((offer) => ({
      label: offer.label,
      says: offer.says,
      whyNot: offer.needs === undefined ? undefined : `First ${offer.needs}.`,
      onChoose: () => props.onInsert(offer),
    }));
  return (
    <Show when={props.offers.length > 0}>
      <div class="binding-example">
        <MenuButton
          label={`Insert example for ${props.of}`}
          class="btn compact"
          icon="plus"
          text="Insert example"
          items={items()}
        />
      </div>
    </Show>
  );
}
