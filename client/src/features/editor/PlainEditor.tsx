import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show, Suspense } from "solid-js";
import type { RoomDocument } from "../../data/document.ts";
import { lazily } from "../../ui/lazily.tsx";
import { bindTextarea } from "./bind-textarea.ts";
import { type Caret, caretAt, type Handover, offsetOf } from "./caret.ts";

const QuotedBand = lazily(() => import("./QuotedBand.tsx").then((m) => m.QuotedBand));
const lineHeight = 20;

/**
 * A textarea on the same shared text: there in the first seconds, on phones, where a person chose it, and whenever
 * Monaco does not load. Tab leaves it, as it leaves every field.
 */
export function PlainEditor(props: {
  document: RoomDocument;
  title: string;
  reveal: Caret | undefined;
  quoted: AnchoredPlace | undefined;
  /** Takes the line that is clicked, while a question waits for one. */
  onPoint: ((line: number, endLine: number) => void) | undefined;
  onCaret: (caret: Caret) => void;
  /** Told where it stands when it goes. */
  onLeave: (handover: Handover) => void;
}) {
  const [content, setContent] = createSignal("");
  const [scrollTop, setScrollTop] = createSignal(0);
  const lines = createMemo(() => content().split("\n").length);
  const point = () => {
    if (area === undefined || props.onPoint === undefined) return;
    const [start, end] = [area.selectionStart, area.selectionEnd].map((at) => caretAt(area?.value ?? "", at).line);
    if (start !== undefined && end !== undefined) props.onPoint(start, end);
  };
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
      element.scrollTop = Math.max(0, (reveal.line - 5) * lineHeight);
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
    <div class="editor-plain" classList={{ pointing: props.onPoint !== undefined }}>
      <Show when={props.quoted}>
        {(place) => (
          <Suspense>
            <QuotedBand
              text={props.document.text}
              content={content()}
              place={place()}
              scrollTop={scrollTop()}
              lineHeight={lineHeight}
            />
          </Suspense>
        )}
      </Show>
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
        onClick={point}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      />
    </div>
  );
}
