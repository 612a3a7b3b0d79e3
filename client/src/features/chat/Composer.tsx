import { createSignal } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  whyNot: string | undefined;
  typing: string;
  onSend: (text: string) => void;
  onTyping: () => void;
}

const longest = 4_000;
const typingEvery = 2_000;

/** Enter sends, Shift+Enter begins a new line; what one writes stays when a send fails. */
export function Composer(props: Props) {
  const [text, setText] = createSignal("");
  let told = 0;
  const send = () => {
    if (text().trim() === "" || props.whyNot !== undefined) return;
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
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    send();
  };
  const rows = () => Math.min(6, text().split("\n").length);
  return (
    <div class="composer">
      <label class="sr" for="say">
        Message
      </label>
      <textarea
        class="input"
        id="say"
        rows={rows()}
        maxlength={longest}
        placeholder={props.whyNot ?? "Message, Enter to send"}
        disabled={props.whyNot !== undefined}
        value={text()}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div class="hstack small muted">
        <span class="typing grow clip">{props.typing}</span>
        <button
          type="button"
          class="btn compact quiet"
          aria-disabled={text().trim() === "" || props.whyNot !== undefined}
          onClick={send}
        >
          <Icon name="send" small />
          Send
        </button>
      </div>
    </div>
  );
}
