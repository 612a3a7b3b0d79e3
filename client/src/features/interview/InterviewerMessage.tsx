import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import { clockText, momentText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Answered } from "./answers.ts";
import { AnswerState } from "./AnswerState.tsx";
import { BotAvatar } from "./BotAvatar.tsx";
import { endedTexts } from "./names.ts";
import { Proposal } from "./Proposal.tsx";
import { QuestionButtons } from "./QuestionButtons.tsx";
import { Quote } from "./Quote.tsx";
import type { ThreadActions } from "./thread-actions.ts";
import { Words } from "./Words.tsx";
import { voiceWords } from "./words.ts";

interface Props {
  message: RoomEvent & { type: "message" };
  isMore: boolean;
  /** Whether it asks what is to be answered now. */
  isOpen: boolean;
  answered: Answered | undefined;
  /** The message that it answers, if others stand between. */
  to: { name: string; text: string } | undefined;
  thread: ThreadActions;
}

/** What the interviewer said: from which voice, about which lines, and what one can do with it. */
export function InterviewerMessage(props: Props) {
  const isAsking = () => props.isOpen && props.answered === undefined;
  /** What was asked again is answered where it was asked again. */
  const isClosed = () => props.answered !== undefined && props.answered.answer !== "later";
  const voice = () => voiceWords[props.message.voice ?? "rules"];
  return (
    <article
      class="msg"
      classList={{ more: props.isMore }}
      data-seq={props.message.seq}
      data-kind={props.message.kind ?? "reply"}
    >
      <BotAvatar />
      <header>
        <b>Interviewer</b>
        <span class="chip">{voice().label}</span>
        <time datetime={props.message.at} title={momentText(props.message.at)}>
          {clockText(props.message.at)}
        </time>
      </header>
      <div>
        <Show when={props.to}>
          {(to) => (
            <button type="button" class="msg-to clip" onClick={() => props.thread.show(props.message.to ?? 0)}>
              <Icon name="reply" small />
              {to().name}: {to().text}
            </button>
          )}
        </Show>
        <Show when={props.message.about}>
          {(place) => <Quote place={place()} onOpen={() => props.thread.open(place())} />}
        </Show>
        <Body message={props.message} />
        <Show when={props.message.ended}>
          {(ended) => (
            <p class="muted small hstack">
              <Icon name="stop" small />
              {endedTexts[ended()]}
            </p>
          )}
        </Show>
        <Show when={props.message.proposes}>{(phase) => <Proposal phase={phase()} />}</Show>
        <Show when={props.answered}>
          {(answered) => <AnswerState answered={answered()} onOpen={(place) => props.thread.openLine(place)} />}
        </Show>
        <Show when={props.message.question !== undefined && !isClosed()}>
          <QuestionButtons seq={props.message.seq} isOpen={isAsking()} thread={props.thread} />
        </Show>
        <Show when={(props.message.question === undefined || isAsking()) && props.thread.reply}>
          {(reply) => (
            <button type="button" class="btn compact quiet on-demand" onClick={() => reply()(props.message.seq)}>
              <Icon name="reply" small />
              Reply
            </button>
          )}
        </Show>
      </div>
    </article>
  );
}

/** A recap has a line for each of settled, open and next; the rest is said in a paragraph. */
function Body(props: { message: RoomEvent & { type: "message" } }) {
  const lines = createMemo(() => props.message.text.split("\n").filter((line) => line.trim() !== ""));
  return (
    <Switch
      fallback={
        <p>
          <Words text={props.message.text} />
        </p>
      }
    >
      <Match when={props.message.kind === "recap"}>
        <ul class="recap">
          <For each={lines()}>
            {(line) => (
              <li>
                <RecapLine line={line} />
              </li>
            )}
          </For>
        </ul>
      </Match>
      <Match when={props.message.kind === "mend"}>
        <p class="mend-said">
          <Icon name="check" small class="ink-ok" />
          <span>
            <Words text={props.message.text} />
          </span>
        </p>
      </Match>
      <Match when={props.message.kind === "hint"}>
        <p class="hint-said">
          <small>
            <Icon name="hint" small />
            Hint
          </small>
          <Words text={props.message.text} />
        </p>
      </Match>
      <Match when={props.message.kind === "notice"}>
        <p class="muted">
          <Words text={props.message.text} />
        </p>
      </Match>
    </Switch>
  );
}

/** "Settled: …", with its first word standing out. */
const RecapLine = (props: { line: string }) => {
  const label = () => /^[A-Z][a-z]+:/.exec(props.line)?.[0] ?? "";
  return (
    <>
      <b class="strong">{label()}</b>
      <Words text={props.line.slice(label().length)} />
    </>
  );
};
