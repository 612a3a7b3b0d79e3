import type { HeldDecision, RoomEvent } from "@proofroom/domain/room/channel";
import { createSignal, Show } from "solid-js";
import { decideHeld } from "../../data/interview-api.ts";
import { useRoom } from "../../data/room.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { Decided } from "./held.ts";

/** A message that nobody else has seen, with the way to show it or to refuse it; its author cannot decide. */
export function HeldMessage(props: { held: RoomEvent & { type: "held" }; decided: Decided | undefined }) {
  const room = useRoom();
  const toast = useToast();
  const [isBusy, setBusy] = createSignal(false);
  const isMine = () => props.held.person.id === room.me.id;
  const decide = async (decision: HeldDecision) => {
    if (isBusy()) return;
    setBusy(true);
    const answer = await decideHeld(room.id, props.held.id, decision);
    setBusy(false);
    if (!answer.ok) toast({ icon: "warning", tone: "bad", text: answer.message });
  };
  return (
    <article
      class="held"
      data-waits={props.decided === undefined ? "" : undefined}
      aria-label={`A message of ${props.held.person.name} that was held`}
    >
      <p class="hstack small">
        <Icon name="warning" small class={props.decided === undefined ? "ink-warn" : ""} />
        <span>
          {props.held.person.name}, {clockText(props.held.at)}:{" "}
          {props.decided === undefined ? "waits, nobody else has seen it" : "was held"}
        </span>
      </p>
      <p class="held-text">{props.held.text}</p>
      <Show
        when={props.decided}
        fallback={
          <Show
            when={room.may("held.decide") && !isMine()}
            fallback={<p class="muted small">{isMine() ? "Somebody else of the staff decides." : ""}</p>}
          >
            <div class="wrap">
              <button
                type="button"
                class="btn compact"
                aria-disabled={isBusy()}
                onClick={() => void decide("released")}
              >
                Release
              </button>
              <button
                type="button"
                class="btn compact quiet danger"
                aria-disabled={isBusy()}
                onClick={() => void decide("refused")}
              >
                Refuse
              </button>
            </div>
          </Show>
        }
      >
        {(decided) => (
          <p class="muted small">
            {decided().by} {decided().decision} it.
          </p>
        )}
      </Show>
    </article>
  );
}
