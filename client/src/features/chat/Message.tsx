import type { RoomEvent } from "@proofroom/domain/room/channel";
import { Show } from "solid-js";
import { Avatar } from "../../ui/Avatar.tsx";
import { clockText, momentText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Draft } from "./outbox.ts";

type Message = RoomEvent & { type: "message" };

interface KeptProps {
  message: Message;
  isMore: boolean;
  hue: number;
  /** The message that it answers, if others stand between. */
  to: { name: string; text: string } | undefined;
  onShow: (seq: number) => void;
}

export const KeptMessage = (props: KeptProps) => (
  <article class="msg" classList={{ more: props.isMore }} data-seq={props.message.seq}>
    <Avatar name={props.message.person?.name ?? "Interviewer"} hue={props.hue} />
    <header>
      <b>{props.message.person?.name ?? "Interviewer"}</b>
      <time datetime={props.message.at} title={momentText(props.message.at)}>
        {clockText(props.message.at)}
      </time>
    </header>
    <div>
      <Show when={props.to}>
        {(to) => (
          <button type="button" class="msg-to clip" onClick={() => props.onShow(props.message.to ?? 0)}>
            <Icon name="reply" small />
            {to().name}: {to().text}
          </button>
        )}
      </Show>
      <p>{props.message.text}</p>
    </div>
  </article>
);

interface DraftProps {
  draft: Draft;
  me: { name: string; hue: number };
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}

const draftWords = { sending: "Sending…", failed: "Not sent", held: "Waits for staff" };

/** One's own message on its way, or stopped on it. */
export const DraftMessage = (props: DraftProps) => (
  <article class="msg" data-s={props.draft.state}>
    <Avatar name={props.me.name} hue={props.me.hue} />
    <header>
      <b>{props.me.name}</b>
      <span class="muted small">{draftWords[props.draft.state]}</span>
    </header>
    <div>
      <p>{props.draft.text}</p>
      <Show when={props.draft.state !== "sending"}>
        <span class={props.draft.state === "held" ? "draft-held" : "field-error"}>
          <Icon name={props.draft.state === "held" ? "clock" : "warning"} small />
          {props.draft.reason}
        </span>
        <div class="wrap">
          <Show when={props.draft.state === "failed"}>
            <button type="button" class="btn compact" onClick={() => props.onRetry(props.draft.id)}>
              Retry
            </button>
          </Show>
          <button type="button" class="btn compact quiet" onClick={() => props.onDiscard(props.draft.id)}>
            Discard
          </button>
        </div>
      </Show>
    </div>
  </article>
);
