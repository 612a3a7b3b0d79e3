import type { Fix } from "@proofroom/domain/design/finding";
import type { Offer } from "@proofroom/domain/design/offer";
import type { Capability } from "@proofroom/domain/problem/problem";
import { Show } from "solid-js";

/** A capability that no endpoint serves: what would serve it, and an endpoint to begin with. */
export function MissingRow(props: {
  name: string;
  capability: Capability | undefined;
  told: string | undefined;
  offer: Offer | undefined;
  onApplyFix: (fix: Fix) => void;
}) {
  return (
    <li class="binding">
      <span class="strong">{props.capability?.title ?? props.name}</span>
      <span class="chip bad">no endpoint</span>
      <p>
        The problem asks for <b>{props.name}</b>, and no endpoint serves it yet.
      </p>
      <Show when={props.told}>
        {(told) => (
          <div class="binding-missing small">
            <span class="strong">What is missing</span>
            <p>{told()}</p>
          </div>
        )}
      </Show>
      <Show when={props.offer}>
        {(offer) => (
          <div class="binding-example">
            <button type="button" class="btn compact" title={offer().says} onClick={() => props.onApplyFix(offer())}>
              {offer().label}
            </button>
          </div>
        )}
      </Show>
    </li>
  );
}
