import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { createMemo, Show } from "solid-js";
import type * as Y from "yjs";
import { linesOf } from "./quoted-lines.ts";

/** Marks the lines that the interviewer asks about behind the plain editor's text; `content` is that text, read again. */
export function QuotedBand(props: {
  text: Y.Text;
  content: string;
  place: AnchoredPlace;
  scrollTop: number;
  lineHeight: number;
}) {
  const lines = createMemo(() => (props.content === "" ? null : linesOf(props.text, props.place)));
  return (
    <Show when={lines()}>
      {(at) => (
        <div
          class="quoted-line"
          style={{
            "inset-block-start": `${8 + (at().line - 1) * props.lineHeight - props.scrollTop}px`,
            "block-size": `${(at().endLine - at().line + 1) * props.lineHeight}px`,
          }}
        />
      )}
    </Show>
  );
}
