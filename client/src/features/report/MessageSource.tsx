import type { RoomEvent } from "@proofroom/domain/room/channel";
import { For, onMount, Show } from "solid-js";
import { fetchStaffEvents } from "../../data/api.ts";
import { createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { useRoom } from "../../data/room.tsx";
import { Avatar } from "../../ui/Avatar.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { momentText } from "../../ui/format.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BotAvatar } from "../interview/BotAvatar.tsx";

type Message = RoomEvent & { type: "message" };

const isMessage = (event: RoomEvent): event is Message => event.type === "message";
const before = 3;
const after = 4;

/** The message that was quoted, among those around it. */
export const MessageSource = (props: { seq: number; isStaff: boolean }) => (
  <Show when={props.isStaff} fallback={<RoomMessages seq={props.seq} />}>
    <StaffMessages seq={props.seq} />
  </Show>
);

function RoomMessages(props: { seq: number }) {
  const room = useRoom();
  return (
    <Show
      when={room.channel.isCaughtUp()}
      fallback={
        <div class="card-body">
          <Skeleton what="the chat" widths={[60, 80, 40]} />
        </div>
      }
    >
      <Around seq={props.seq} events={room.live().events} />
    </Show>
  );
}

function StaffMessages(props: { seq: number }) {
  const room = useRoom();
  const [events, ask] = createAsked(
    () => room.id,
    (id) => fetchStaffEvents(id, 0),
  );
  return (
    <>
      <Show when={refusalOf(events())}>
        {(refusal) => <Failure title="The staff chat did not load." message={refusal().message} onRetry={ask} />}
      </Show>
      <Show when={valueOf(events())}>{(told) => <Around seq={props.seq} events={told()} />}</Show>
    </>
  );
}

function Around(props: { seq: number; events: readonly RoomEvent[] }) {
  const near = () => {
    const messages = props.events.filter(isMessage);
    const n = messages.findIndex(({ seq }) => seq === props.seq);
    return n < 0 ? [] : messages.slice(Math.max(0, n - before), n + after);
  };
  return (
    <Show
      when={near().length > 0}
      fallback={<p class="card-body muted">The message is no longer among those that you may read.</p>}
    >
      <div class="source-thread" tabindex="0" role="region" aria-label="The chat around it">
        <For each={near()}>{(message) => <One message={message} isQuoted={message.seq === props.seq} />}</For>
      </div>
    </Show>
  );
}

function One(props: { message: Message; isQuoted: boolean }) {
  const room = useRoom();
  const hue = () => room.live().people.find(({ id }) => id === props.message.person?.id)?.hue ?? 1;
  let article: HTMLElement | undefined;
  onMount(() => {
    if (props.isQuoted) article?.scrollIntoView({ block: "center" });
  });
  return (
    <article
      class="msg"
      classList={{ quoted: props.isQuoted }}
      aria-current={props.isQuoted ? "true" : undefined}
      ref={(element) => (article = element)}
    >
      <Show when={props.message.person} fallback={<BotAvatar />}>
        {(person) => <Avatar name={person().name} hue={hue()} />}
      </Show>
      <header>
        <b>{props.message.person?.name ?? "Interviewer"}</b>
        <time datetime={props.message.at}>{momentText(props.message.at)}</time>
      </header>
      <div>
        <p>{props.message.text}</p>
      </div>
    </article>
  );
}
