import { isTooLong } from "@proofroom/domain/chat/length";
import { createSignal, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { address, isAddressed, isAddressing } from "./address.ts";
import { LengthNote } from "./LengthNote.tsx";
import { SilenceNote } from "./SilenceNote.tsx";

interface Props {
  id: string;
  label: string;
  whyNot: string | undefined;
  /** What the others are doing, in a few words. */
  typing: string;
  /** Whether the interviewer answers who writes to it by name. */
  asks?: boolean;
  /** Why the interviewer would not answer now. */
  whySilent?: string | null;
  /** Whether all that is written here is meant for it. */
  isAlwaysMeant?: boolean;
  /** The message that one answers, in its words. */
  replyTo?: string | undefined;
  onDropReply?: () => void;
  onSend: (text: string) => void;
  onTyping: () => void;
}

const typingEvery = 2_000;
/** About as many as stand side by side in the usual width of the field. */
const linesOf = (line: string): number => Math.max(1, Math.ceil(line.length / 38));

/**
 * Enter sends, Shift+Enter begins a new line; what one writes stays when a send fails, and whole when it is more than one
 * message holds.
 */
export function Composer(props: Props) {
  const [text, setText] = createSignal("");
  let told = 0;
  let field: HTMLTextAreaElement | undefined;
  const isOffered = () => props.asks === true && isAddressing(text());
  const complete = () => {
    setText(address(text()));
    field?.focus();
  };
  const isMeant = () => props.isAlwaysMeant === true || isAddressed(text()) || props.replyTo !== undefined;
  const silence = () =>
    text().trim() !== "" && isMeant() && props.whyNot === undefined ? (props.whySilent ?? null) : null;
  const isOver = () => isTooLong(text().trim());
  const mayNotSend = () => text().trim() === "" || isOver() || props.whyNot !== undefined;
  const send = () => {
    if (mayNotSend()) return;
    props.onSend(text().trim());
    setText("");
  };
  const onInput = (value: string) => {
    setText(value);
    const now = Date.now();
    if (value === "" || now - told < typingEvery) return;
    told = now;
    props.onTyping();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Tab" && !event.shiftKey && isOffered()) {
      event.preventDefault();
      complete();
      return;
    }
    if (event.key === "Escape" && props.replyTo !== undefined) props.onDropReply?.();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    send();
  };
  const rows = () =>
    Math.min(
      6,
      text()
        .split("\n", 6)
        .reduce((sum, line) => sum + linesOf(line), 0),
    );
  return (
    <div class="composer">
      <Show when={props.replyTo !== undefined}>
        <div class="hstack small muted reply-to">
          <Icon name="reply" small />
          <span class="grow clip">To the interviewer: {props.replyTo}</span>
          <button
            type="button"
            class="btn compact quiet icon-only"
            aria-label="Answer nothing in particular"
            onClick={() => props.onDropReply?.()}
          >
            <Icon name="x" small />
          </button>
        </div>
      </Show>
      <label class="sr" for={props.id}>
        {props.label}
      </label>
      <textarea
        class="input"
        id={props.id}
        ref={(element) => (field = element)}
        rows={rows()}
        aria-invalid={isOver()}
        aria-describedby={`${props.id}-length ${props.id}-silence`}
        placeholder={props.whyNot ?? `${props.label}, Enter to send`}
        disabled={props.whyNot !== undefined}
        value={text()}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <LengthNote id={`${props.id}-length`} text={text().trim()} />
      <SilenceNote id={`${props.id}-silence`} why={silence()} />
      <div class="hstack small muted">
        <Show
          when={isOffered()}
          fallback={
            <>
              <Show when={props.asks === true && props.whyNot === undefined}>
                <button type="button" class="btn compact quiet" title="Ask the interviewer" onClick={complete}>
                  @interviewer
                </button>
              </Show>
              <span class="typing grow clip">{props.typing}</span>
            </>
          }
        >
          <button type="button" class="btn compact" onClick={complete}>
            @interviewer <span class="kbd">Tab</span>
          </button>
          <span class="grow" />
        </Show>
        <button type="button" class="btn compact quiet" aria-disabled={mayNotSend()} onClick={send}>
          <Icon name="send" small />
          Send
        </button>
      </div>
    </div>
  );
}
