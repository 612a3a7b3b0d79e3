import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createEffect, createMemo, createSignal, For, on, onMount, Show } from "solid-js";
import type { LiveRoom } from "../../data/live-room.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Draft } from "./outbox.ts";
import { DraftMessage, KeptMessage } from "./Message.tsx";
import { continues, eventText, isTold } from "./thread-items.ts";

interface Props {
  live: LiveRoom;
  me: { name: string; hue: number };
  drafts: Draft[];
  onRetry?: (id: string) => void;
  onDiscard?: (id: string) => void;
}

const nearPixels = 48;

/** What was said and what happened, in the one order that everybody sees. It stays at the foot unless scrolled away. */
export function Thread(props: Props) {
  const [isAtFoot, setAtFoot] = createSignal(true);
  const told = createMemo(() => props.live.events.filter(isTold));
  const person = (id: string) => props.live.people.find((member) => member.id === id);
  const before = (n: number) => told()[n - 1];
  let box: HTMLDivElement | undefined;

  const toFoot = () => {
    if (box !== undefined) box.scrollTop = box.scrollHeight;
  };
  const watch = () => {
    if (box !== undefined) setAtFoot(box.scrollHeight - box.scrollTop - box.clientHeight < nearPixels);
  };
  onMount(toFoot);
  createEffect(
    on([told, () => props.drafts.length], () => {
      if (isAtFoot()) queueMicrotask(toFoot);
    }),
  );

  return (
    <>
      <div
        class="thread"
        role="log"
        aria-live="off"
        aria-label="Chat"
        tabindex="0"
        ref={(element) => (box = element)}
        onScroll={watch}
      >
        <Show when={told().length + props.drafts.length === 0}>
          <div class="empty">
            <Icon name="chat" />
            <p>Nothing said yet. Ask what is in scope, or say how you will start.</p>
          </div>
        </Show>
        <For each={told()}>
          {(event, n) => (
            <Item
              event={event}
              isMore={continues(event, before(n()))}
              hue={hueOf(event, person)}
              nameOf={(id) => person(id)?.name ?? "Somebody"}
            />
          )}
        </For>
        <For each={props.drafts}>
          {(draft) => (
            <DraftMessage
              draft={draft}
              me={props.me}
              onRetry={(id) => props.onRetry?.(id)}
              onDiscard={(id) => props.onDiscard?.(id)}
            />
          )}
        </For>
      </div>
      <Show when={!isAtFoot()}>
        <div style={{ position: "relative" }}>
          <button type="button" class="btn compact latest" onClick={toFoot}>
            <Icon name="chevron-down" small />
            Jump to latest
          </button>
        </div>
      </Show>
    </>
  );
}

const hueOf = (event: RoomEvent, person: (id: string) => { hue: number } | undefined): number =>
  event.type === "message" && event.person !== null ? (person(event.person.id)?.hue ?? 1) : 1;

function Item(props: { event: RoomEvent; isMore: boolean; hue: number; nameOf: (id: string) => string }) {
  return (
    <Show
      when={props.event.type === "message" && props.event}
      fallback={<p class="event">{eventText(props.event, props.nameOf)}</p>}
    >
      {(event) => <KeptMessage message={event()} isMore={props.isMore} hue={props.hue} />}
    </Show>
  );
}
