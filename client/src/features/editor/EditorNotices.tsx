import { Match, Show, Switch } from "solid-js";
import type { RoomDocument } from "../../data/document.ts";
import { closureWords } from "../../data/document-words.ts";
import { Icon } from "../../ui/Icon.tsx";

/** What a person must know about the document before writing on; never in the way of the text. */
export function EditorNotices(props: { document: RoomDocument; hasFailed: boolean; onRetry: () => void }) {
  const copy = (text: string) => void navigator.clipboard.writeText(text);
  const closure = () => {
    const state = props.document.saved();
    return state.pill === "removed" ? state.why : null;
  };
  const startOver = async () => {
    await props.document.forget();
    location.reload();
  };
  return (
    <>
      <Switch>
        <Match when={closure()}>
          {(why) => (
            <div class="banner warn" role="alert">
              <Icon name="warning" />
              <span class="grow">{closureWords[why()]}</span>
              <button type="button" class="btn compact" onClick={() => copy(props.document.text.toJSON())}>
                Copy my text
              </button>
              <Show when={why() === "replaced"}>
                <button type="button" class="btn compact quiet" onClick={() => void startOver()}>
                  Open the new version
                </button>
              </Show>
            </div>
          )}
        </Match>
        <Match when={props.document.saved().pill === "unsaved"}>
          <div class="banner bad" role="alert">
            <Icon name="warning" />
            <span class="grow">
              Neither the room nor this device could keep your last edits. Copy your text before you leave.
            </span>
            <button type="button" class="btn compact" onClick={() => copy(props.document.text.toJSON())}>
              Copy all text
            </button>
          </div>
        </Match>
        <Match when={props.document.notice()}>
          {(reason) => (
            <div class={props.document.readOnly() ? "banner" : "banner warn"}>
              <Icon name={props.document.readOnly() ? "lock" : "warning"} />
              <span class="grow">{reason()}</span>
            </div>
          )}
        </Match>
      </Switch>
      <Show when={props.hasFailed}>
        <div class="banner warn">
          <Icon name="warning" />
          <span class="grow">The code editor did not load. You write in the plain editor; nothing is lost.</span>
          <button type="button" class="btn compact" onClick={() => props.onRetry()}>
            Try again
          </button>
        </div>
      </Show>
    </>
  );
}
