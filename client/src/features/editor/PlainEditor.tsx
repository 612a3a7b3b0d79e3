import { createEffect, createMemo, createSignal, For, onCleanup, onMount } from "solid-js";
import type { RoomDocument } from "../../data/document.ts";
import { bindTextarea } from "./bind-textarea.ts";
import { type Caret, caretAt, type Handover, offsetOf } from "./caret.ts";

/**
 * A textarea on the same shared text: there in the first seconds, on phones, where a person chose it, and whenever
 * Monaco does not load. Tab leaves it, as it leaves every field.
 */
export function PlainEditor(props: {
  document: RoomDocument;
  title: string;
  reveal: Caret | undefined;
  onCaret: (caret: Caret) => void;
  /** Told where it stands when it goes. */
  onLeave: (handover: Handover) => void;
}) {
  const [content, setContent] = createSignal("");
  const [scrollTop, setScrollTop] = createSignal(0);
  const lines = createMemo(() => content().split("\n").length);
  let area: HTMLTextAreaElement | undefined;

  onMount(() => {
    const element = area;
    if (element === undefined) return;
    const { text, awareness, undo } = props.document;
    const binding = bindTextarea({ text, awareness, undo, area: element });
    const read = () => setContent(text.toJSON());
    read();
    text.observe(read);
    const tell = () => {
      if (document.activeElement === element) props.onCaret(caretAt(element.value, element.selectionEnd));
    };
    document.addEventListener("selectionchange", tell);
    createEffect(() => {
      const { reveal } = props;
      if (reveal === undefined) return;
      const offset = offsetOf(element.value, reveal);
      element.focus();
      element.setSelectionRange(offset, offset);
      element.scrollTop = Math.max(0, (reveal.line - 5) * 20);
    });
    onCleanup(() => {
      document.removeEventListener("selectionchange", tell);
      text.unobserve(read);
      const hasFocus = document.activeElement === element;
      props.onLeave({
        start: element.selectionStart,
        end: element.selectionEnd,
        scrollTop: element.scrollTop,
        hasFocus,
      });
      binding[Symbol.dispose]();
    });
  });

  return (
    <div class="editor-plain">
      <div class="editor-gutter" aria-hidden="true">
        <ol style={{ translate: `0 ${-scrollTop()}px` }}>
          <For each={Array.from({ length: lines() }, (_, index) => index + 1)}>{(line) => <li>{line}</li>}</For>
        </ol>
      </div>
      <textarea
        ref={(element) => (area = element)}
        aria-label={`${props.title} document`}
        readOnly={props.document.readOnly()}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      />
    </div>
  );
}
