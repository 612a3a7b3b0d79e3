import { Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Caret } from "./caret.ts";

/** Foot of the editor: caret, findings, how Tab behaves, language. What a narrow pane has no place for is left out, not cut. */
export function Codebar(props: {
  caret: Caret;
  findings: number;
  isListOpen: boolean;
  onToggleList: () => void;
  tabLeaves: boolean;
  isPlain: boolean;
  isPlainChosen: boolean;
  onChoosePlain: (isPlain: boolean) => void;
  words: string;
  onDownload: () => void;
}) {
  return (
    <footer class="codebar">
      <span>
        Ln {props.caret.line}, Col {props.caret.column}
      </span>
      <button
        type="button"
        class={props.findings > 0 ? "ink-warn" : ""}
        aria-expanded={props.isListOpen}
        onClick={() => props.onToggleList()}
      >
        {props.findings === 0 ? "No findings" : countText(props.findings, "finding")}
      </button>
      <span class="push" />
      <span class="tab-rule">
        <Show when={!props.isPlain} fallback="Tab leaves the editor">
          {props.tabLeaves ? "Ctrl+M lets Tab indent" : "Ctrl+M lets Tab leave"}
        </Show>
      </span>
      <span class="language">{props.words}</span>
      <button
        type="button"
        class="hide-phone"
        aria-pressed={props.isPlainChosen}
        title={props.isPlainChosen ? "Go back to the code editor" : "Write in a plain field, without the code editor"}
        onClick={() => props.onChoosePlain(!props.isPlainChosen)}
      >
        Plain text
      </button>
      <button type="button" aria-label="Download the document" title="Download" onClick={() => props.onDownload()}>
        <Icon name="down" small />
      </button>
    </footer>
  );
}
