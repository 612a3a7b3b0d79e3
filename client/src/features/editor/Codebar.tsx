import { Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Caret } from "./caret.ts";

/** Foot of the editor: where the caret is, what was found, how Tab behaves, what the document is written in. */
export function Codebar(props: {
  caret: Caret;
  findings: number;
  isListOpen: boolean;
  onToggleList: () => void;
  tabLeaves: boolean;
  isPlain: boolean;
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
      <span class="push clip hide-phone">
        <Show when={!props.isPlain} fallback="Tab leaves the editor">
          {props.tabLeaves ? "Tab leaves · Ctrl+M lets it indent" : "Ctrl+M lets Tab leave"}
        </Show>
      </span>
      <span class="clip hide-phone">{props.words}</span>
      <button type="button" aria-label="Download the document" title="Download" onClick={() => props.onDownload()}>
        <Icon name="down" small />
      </button>
    </footer>
  );
}
