import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createEffect, createMemo, For, on, Show, Suspense } from "solid-js";
import type { LiveRoom } from "../../data/live-room.ts";
import type { Voicing } from "../../data/turn.ts";
import { Icon } from "../../ui/Icon.tsx";
import { answersIn, openQuestion } from "../interview/answers.ts";
import { decisionsIn } from "../interview/held.ts";
import { TurnMessage } from "../interview/lazy.ts";
import type { ThreadActions } from "../interview/thread-actions.ts";
import { createFoot } from "./foot.ts";
import { DraftMessage } from "./Message.tsx";
import type { Draft } from "./outbox.ts";
import { isTold } from "./thread-items.ts";
import { ThreadItem } from "./ThreadItem.tsx";

interface Props {
  label?: string;
  /** Said while there is nothing to read. */
  empty?: string;
  live: Pick<LiveRoom, "events" | "people">;
  me: { name: string; hue: number };
  drafts: Draft[];
  voicing?: Voicing | undefined;
  actions?: Omit<ThreadActions, "show">;
  /** Where one goes on when what one pressed in it is gone. */
  fieldId?: string;
  onRetry?: (id: string) => void;
  onDiscard?: (id: string) => void;
}

/**
 * What was said and what happened, in the one order that everybody sees. It stays at the foot unless scrolled away, and
 * one's own message brings it back.
 */
export function Thread(props: Props) {
  const told = createMemo(() => props.live.events.filter(isTold));
  const answers = createMemo(() => answersIn(props.live.events));
  const decisions = createMemo(() => decisionsIn(props.live.events));
  const open = createMemo(() => openQuestion(props.live.events));
  const turn = () => props.voicing?.turn ?? undefined;
  let box: HTMLDivElement | undefined;
  const foot = createFoot(() => box);
  const show = (seq: number) => {
    const message = box?.querySelector(`[data-seq="${seq}"]`);
    message?.scrollIntoView({ block: "center" });
  };
  createEffect(
    on(
      () => props.drafts.length,
      (now, before = 0) => {
        if (now > before) foot.go();
      },
    ),
  );
  const person = (id: string) => props.live.people.find((member) => member.id === id);
  const actions = (): ThreadActions => ({ ...(props.actions ?? { open: () => {}, openLine: () => {} }), show });

  return (
    <>
      <div
        class="thread"
        role="log"
        aria-live="off"
        aria-label={props.label ?? "Chat"}
        tabindex="0"
        data-focus-next={props.fieldId}
        ref={(element) => (box = element)}
        onScroll={() => foot.onScroll()}
      >
        <Show when={told().length + props.drafts.length === 0 && turn() === undefined}>
          <div class="empty">
            <Icon name="chat" />
            <p>{props.empty ?? "Nothing said yet. Ask what is in scope, or say how you will start."}</p>
          </div>
        </Show>
        <For each={told()}>
          {(event, n) => (
            <ThreadItem
              event={event}
              before={told()[n() - 1]}
              hue={hueOf(event, person)}
              isOpen={event.seq === open()}
              answered={answers().get(event.seq)}
              decided={event.type === "held" ? decisions().get(event.id) : undefined}
              to={messageTo(event, told(), n())}
              actions={actions()}
              nameOf={(id) => person(id)?.name ?? "Somebody"}
            />
          )}
        </For>
        <Show when={turn()}>
          {(now) => (
            <Suspense>
              <TurnMessage turn={now()} isOver={props.voicing?.isOver === true} />
            </Suspense>
          )}
        </Show>
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
      <Show when={!foot.isKept()}>
        <div style={{ position: "relative" }}>
          <button type="button" class="btn compact latest" onClick={() => foot.go()}>
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

/** The message that this one answers, unless it stands right above. */
function messageTo(
  event: RoomEvent,
  told: readonly RoomEvent[],
  n: number,
): { name: string; text: string } | undefined {
  if (event.type !== "message" || event.to === undefined || told[n - 1]?.seq === event.to) return undefined;
  const answered = told.find((one) => one.seq === event.to);
  return answered?.type === "message"
    ? { name: answered.person?.name ?? "Interviewer", text: answered.text }
    : undefined;
}
