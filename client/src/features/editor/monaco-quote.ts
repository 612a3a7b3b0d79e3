import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import type * as Y from "yjs";
import { monaco } from "./monaco.ts";
import { linesOf } from "./quoted-lines.ts";

/** Marks the lines that the interviewer asks about, and moves the mark with the text. */
export function showQuote(editor: monaco.editor.IStandaloneCodeEditor, text: Y.Text) {
  const marks = editor.createDecorationsCollection();
  let place: AnchoredPlace | undefined;
  const draw = () => {
    const lines = place === undefined ? null : linesOf(text, place);
    if (lines === null) return marks.clear();
    marks.set([
      {
        range: new monaco.Range(lines.line, 1, lines.endLine, 1),
        options: { isWholeLine: true, className: "quoted-line", stickiness: 1 },
      },
    ]);
  };
  text.observe(draw);
  return {
    show(next: AnchoredPlace | undefined): void {
      place = next;
      draw();
    },
    [Symbol.dispose]() {
      text.unobserve(draw);
      marks.clear();
    },
  };
}
