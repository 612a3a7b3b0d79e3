import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import type { Offer } from "@proofroom/domain/design/offer";
import { For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";

/** What can be inserted, each with what it does; what lacks something says what has to be written first. */
export const ExampleMenu = (props: {
  label: string;
  offers: readonly Offer[];
  onInsert: (offer: Offer) => void;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}) => (
  <DropdownMenu open={props.isOpen} onOpenChange={props.onOpenChange} placement="bottom-start" gutter={4}>
    <DropdownMenu.Trigger class="btn compact" aria-label={props.label}>
      <Icon name="plus" small />
      Insert example
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content class="menu menu-layer examples">
        <For each={props.offers}>
          {(offer) => (
            <DropdownMenu.Item
              class="menu-item example"
              disabled={offer.needs !== undefined}
              aria-disabled={offer.needs !== undefined}
              onSelect={() => props.onInsert(offer)}
            >
              <span class="strong">{offer.label}</span>
              <span class="small">{offer.says}</span>
              <Show when={offer.needs}>{(needs) => <span class="small">First {needs()}.</span>}</Show>
            </DropdownMenu.Item>
          )}
        </For>
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu>
);
